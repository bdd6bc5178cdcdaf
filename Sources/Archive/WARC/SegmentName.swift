import News

/// The file name of a WARC segment: when its first record was made and its number in the archive.
///
/// The number alone gives the order: a large import is all of one moment, and `import warc` brings in times of long ago.
struct SegmentName: Comparable {
  let number: Int
  let text: String

  /// A new segment's name.
  init(number: Int, at: Instant) {
    self.number = number
    let stamp = String(decoding: at.rfc3339.utf8.prefix(19).filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
    let digits = String(number)
    text = "banluu-\(stamp)-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).warc.gz"
  }

  /// Reads a file's name; nil where it is not one of a segment.
  init?(_ text: String) {
    guard text.hasPrefix("banluu-"), text.hasSuffix(".warc.gz"),
      let number = Int(text.dropLast(".warc.gz".count).split(separator: "-").last ?? "")
    else { return nil }
    self.number = number
    self.text = text
  }

  static func < (left: SegmentName, right: SegmentName) -> Bool {
    (left.number, left.text) < (right.number, right.text)
  }
}
