import News

/// The words of new versions as the search index takes them, folded while the writer has others to write.
struct SearchWords: Sendable {
  /// The number of the first version; the others follow it.
  let first: Int64
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// How many versions.
  var count: Int { ends.count }

  init(of group: ImportedGroup) {
    first = group.numbers.version
    bytes.reserveCapacity(group.lines.reduce(0) { $0 + $1.seen.text.body.utf8.count + 256 })
    for line in group.lines {
      var text = line.seen.text.whole
      text.withUTF8 { SearchText.appendBare($0, to: &bytes) }
      ends.append(bytes.count)
    }
  }

  /// The words of the version so many after the first.
  func withWords<T>(_ at: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[(at > 0 ? ends[at - 1] : 0)..<ends[at]]))
    }
  }
}
