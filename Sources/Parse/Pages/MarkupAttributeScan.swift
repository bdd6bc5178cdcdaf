/// Goes through the attributes inside a tag.
struct MarkupAttributeScan {
  typealias Attribute = (name: NameHash, range: Range<Int>)

  let input: UnsafeBufferPointer<UInt8>
  var at: Int
  let end: Int

  /// The next attribute's name and where it stands with its value; one whose quote never closes is none.
  mutating func next() -> Attribute? {
    while at < end, input[at] <= 0x20 || input[at] == UInt8(ascii: "/") { at += 1 }
    guard at < end else { return nil }
    let start = at
    var name = NameHash()
    repeat {
      name.add(input[at])
      at += 1
    } while at < end && input[at] > 0x20 && input[at] != UInt8(ascii: "=") && input[at] != UInt8(ascii: "/")
    var value = at
    while value < end, input[value] <= 0x20 { value += 1 }
    guard value < end, input[value] == UInt8(ascii: "=") else { return (name, start..<at) }
    value += 1
    while value < end, input[value] <= 0x20 { value += 1 }
    guard let valueEnd = valueEnd(value) else { return nil }
    at = valueEnd
    return (name, start..<at)
  }

  private func valueEnd(_ start: Int) -> Int? {
    guard start < end else { return end }
    let quote = input[start]
    var i = start
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      i += 1
      while i < end, input[i] != quote { i += 1 }
      return i < end ? i + 1 : nil
    }
    while i < end, input[i] > 0x20 { i += 1 }
    return i
  }
}
