/// Makes new documents of old ones, the same ones in every run.
struct Mutator {
  private let seeds: [[UInt8]]
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static let pieces: [[UInt8]] =
    [
      "<", ">", "&", "&amp;", "&#0;", "&#xD800;", "&nbsp;", "]]>", "<![CDATA[", "<!--", "-->", "<?xml", "<item>",
      "</item>", "</channel>", "<entry>", "<!DOCTYPE a [", "<!ENTITY a \"b\">", "xmlns=\"", "\"", "'", "\u{0}", "\u{1}",
      "\u{301}", "ệ", "Thứ Năm, 22/10/2020", "2026-02-30T25:61:00Z", "99999999999999999999", "+07:00", "{", "[",
      "\\u0000",
    ].map { Array($0.utf8) } + [[0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0x1F, 0x8B], [0xF4, 0x90, 0x80, 0x80]]

  init(seeds: [[UInt8]]) { self.seeds = seeds }

  mutating func next() -> [UInt8] {
    var bytes = seeds[below(seeds.count)]
    for _ in 0...below(4) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let start = below(bytes.count)
    let end = min(bytes.count, start + 1 + below(64))
    switch below(8) {
    case 0: bytes[start] ^= UInt8(1 << below(8))
    case 1: bytes[start] = UInt8(below(256))
    case 2: bytes.removeSubrange(start..<end)
    case 3: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count))
    case 4: bytes.removeSubrange(start...)
    case 5: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: start)
    case 6:
      let other = seeds[below(seeds.count)]
      bytes.replaceSubrange(start..., with: other.dropFirst(other.isEmpty ? 0 : below(other.count)))
    default:
      let piece = Self.pieces[below(Self.pieces.count)]
      for _ in 0..<(1 << below(8)) { bytes.insert(contentsOf: piece, at: start) }
    }
    if bytes.count > 1 << 20 { bytes.removeSubrange((1 << 20)...) }
  }

  /// A number from 0 to `limit - 1` (xorshift64*).
  private mutating func below(_ limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
  }
}
