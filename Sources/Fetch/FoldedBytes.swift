import Glibc

/// The bytes of a page with ASCII letters made small, to be searched for names however they are written.
struct FoldedBytes {
  let bytes: [UInt8]

  init(_ page: [UInt8]) {
    bytes = page.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  func contains(_ name: String) -> Bool { end(of: name, from: 0) != nil }

  /// Whether `name` stands at a place.
  func has(_ name: String, at place: Int) -> Bool {
    place <= bytes.count && bytes[place...].starts(with: name.utf8)
  }

  /// The place behind the first `name`, which is not empty, at or after `place`; nil where there is none.
  func end(of name: String, from place: Int) -> Int? {
    var name = name
    return name.withUTF8 { name in
      bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress, let word = name.baseAddress else { return nil }
        var at = place
        while bytes.count - at >= name.count,
          let found = memchr(start + at, Int32(name[0]), bytes.count - at - name.count + 1)
        {
          at = start.distance(to: UnsafeRawPointer(found))
          if memcmp(found, word, name.count) == 0 { return at + name.count }
          at += 1
        }
        return nil
      }
    }
  }
}
