/// Documents of eight megabytes that are made to cost time or memory, each by other means.
struct HostileDocument: Sendable {
  var name: String
  var isListing = false
  private var head = ""
  private var piece: @Sendable (Int) -> String = { _ in "" }
  private var raw: [UInt8] = []

  private init(
    _ name: String, _ head: String = "", isListing: Bool = false, _ piece: @escaping @Sendable (Int) -> String
  ) {
    self.name = name
    self.head = head
    self.isListing = isListing
    self.piece = piece
  }

  private init(_ name: String, raw: [UInt8]) {
    self.name = name
    self.raw = raw
  }

  /// The document's bytes: what it begins with, and its pieces until it is 8 MiB long.
  func bytes() -> [UInt8] {
    let size = 8 << 20
    var bytes = Array(head.utf8)
    bytes.reserveCapacity(size)
    var number = 0
    while bytes.count < size {
      let next = raw.isEmpty ? Array(piece(number).utf8) : raw
      if bytes.count + next.count > size { break }
      bytes += next
      number += 1
    }
    return bytes
  }

  private static let channel = "<rss version='2.0'><channel>"
  private static let title = channel + "<item><title>"
  private static let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div>"
  private static let json = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":["
  private static let manyAttributes = (0..<250).map { " a\($0)='1'" }.joined()
  private static let longBase = "https://bao.vn/" + String(repeating: "d/", count: 1000)
  private static let longDate = String(repeating: "7 ", count: 120)

  /// All of them.
  static let all: [HostileDocument] = markup + fields + text + listings + objects

  private static let markup: [HostileDocument] = [
    HostileDocument("stray <", title) { _ in "<" },
    HostileDocument("elements never closed", channel) { _ in "<a>" },
    HostileDocument("end tags too many", channel) { _ in "</a>" },
    HostileDocument("empty elements", channel) { _ in "<a/>" },
    HostileDocument("names", channel) { "<n\($0)/>" },
    HostileDocument("attributes, 250 a tag", channel) { _ in "<a\(manyAttributes)/>" },
    HostileDocument("tags of 60 KiB", channel) { _ in "<a b='" + String(repeating: ">", count: 60_000) + "'/>" },
    HostileDocument("namespaces", channel) { "<a xmlns:p\($0)='u:\($0)'/>" },
    HostileDocument("comments", channel) { _ in "<!---->" },
    HostileDocument("comments never closed", channel) { _ in "<!--" },
    HostileDocument("instructions", channel) { _ in "<?a b?>" },
    HostileDocument("instructions never closed", channel) { _ in "<?a " },
    HostileDocument("CDATA, empty", title) { _ in "<![CDATA[]]>" },
    HostileDocument("CDATA, long and many", title) { _ in "<![CDATA[\(String(repeating: "a", count: 257))]]>" },
    HostileDocument("CDATA never closed", title) { _ in "<![CDATA[" },
    HostileDocument("document types") { _ in "<!DOCTYPE a>" },
    HostileDocument("junk tags before the root") { _ in "<b>" },
  ]

  private static let fields: [HostileDocument] = [
    HostileDocument("items, empty", channel) { _ in "<item/>" },
    HostileDocument("items of RSS", channel) { "<item><link>/\($0)</link><title>a</title></item>" },
    HostileDocument("categories", channel + "<item>") { "<category>\($0)</category>" },
    HostileDocument("categories of many items", channel) {
      "<item>" + (0..<64).map { "<category>\($0)</category>" }.joined() + "<title>\($0)</title></item>"
    },
    HostileDocument("relative links under a long base", "<rss xml:base='\(longBase)'><channel>") {
      "<item><link>\($0)</link></item>"
    },
    HostileDocument("files under a long base", "<rss xml:base='\(longBase)'><channel>") { number in
      "<item>" + (0..<64).map { "<enclosure url='\(number)-\($0)'/>" }.joined() + "</item>"
    },
    HostileDocument("bases in bases", channel) { "<item xml:base='a\($0)/'><link>a</link></item>" },
    HostileDocument("dates", channel) { _ in "<item><pubDate>\(longDate)</pubDate></item>" },
    HostileDocument("keywords", channel) { number in
      "<item><itunes:keywords>" + (0..<90).map { "\(number + $0)" }.joined(separator: ",") + "</itunes:keywords></item>"
    },
    HostileDocument("persons", "<feed xmlns='http://www.w3.org/2005/Atom'>") {
      "<entry><author><name>\($0)</name></author></entry>"
    },
    HostileDocument("addresses of a sitemap", "<urlset>") { "<url><loc>https://bao.vn/\($0)</loc></url>" },
    HostileDocument("parts of an index", "<sitemapindex>") { "<sitemap><loc>/\($0)</loc></sitemap>" },
    HostileDocument("outlines", "<opml><body>") { "<outline text='\($0)' xmlUrl='/\($0)'/>" },
    HostileDocument("markup in a field", atom) { _ in "<b x='&quot;&quot;&quot;&quot;'>&amp;</b>" },
    HostileDocument("quotes in a field", atom) { _ in ">" },
  ]

  private static let text: [HostileDocument] = [
    HostileDocument("one title", title) { _ in "nước suối " },
    HostileDocument("one summary in CDATA", channel + "<item><description><![CDATA[") { _ in "nước suối " },
    HostileDocument("bare ampersands", title) { _ in "&" },
    HostileDocument("ampersands", title) { _ in "&amp;" },
    HostileDocument("names of HTML", title) { _ in "&nbsp;" },
    HostileDocument("numbers", title) { _ in "&#38;" },
    HostileDocument("numbers of no character", title) { _ in "&#xD800;" },
    HostileDocument("escaped tags", title) { _ in "&lt;b" },
    HostileDocument("tags in CDATA never closed", title + "<![CDATA[") { _ in "<b" },
    HostileDocument("marks on one letter", title + "e") { _ in "\u{301}" },
    HostileDocument("marks out of order", title + "e") { $0 % 2 == 0 ? "\u{301}" : "\u{323}" },
    HostileDocument("control characters", title) { _ in "\u{1}" },
    HostileDocument("spaces") { _ in " " },
    HostileDocument("bad bytes", raw: [0xFF]),
    HostileDocument("bad bytes among good", raw: Array("Lũ ống ".utf8) + [0xFF]),
    HostileDocument("windows-1258", raw: [0x56, 0x69, 0xEA, 0xF2, 0x74, 0x20]),
    HostileDocument("UTF-16 without an end", raw: [0x3C, 0x00, 0x3F, 0x00]),
  ]

  private static let listings: [HostileDocument] = [
    HostileDocument("page of text", "<p>", isListing: true) { _ in "nước suối " },
    HostileDocument("page of links", isListing: true) { "<a href='/\($0)'>Nước suối Nậm Thi dâng</a>" },
    HostileDocument("page of links in depth", isListing: true) {
      $0 < 240
        ? "<div class='a b c' id='d'>"
        : "<a href='/\($0)'>Nước suối Nậm Thi dâng cao</a> và nữa và nữa "
          + String(repeating: "x", count: 300)
    },
    HostileDocument("page of spans round one link", isListing: true) {
      $0 < 240 ? "<span>" : $0 == 240 ? "<a href='/a'>Nước suối Nậm Thi dâng</a>" : "nước suối 22/10/2020 "
    },
    HostileDocument("page of cards", isListing: true) { number in
      "<div><a href='/\(number)'>Nước suối Nậm Thi dâng</a>" + String(repeating: "<p>22/10/2020</p>", count: 40)
        + String(repeating: "nước ", count: 200) + "</div>"
    },
    HostileDocument("page of paragraphs never closed", isListing: true) { _ in "<p><div></p>" },
    HostileDocument("page of entities", "<a href='/a'>", isListing: true) { _ in "&ecirc;" },
  ]

  private static let objects: [HostileDocument] = [
    HostileDocument("JSON, brackets", json) { _ in "[" },
    HostileDocument("JSON, objects", json) { _ in "{}," },
    HostileDocument("JSON, tags", json) { number in
      "{\"tags\":[" + (0..<64).map { "\"\(number + $0)\"" }.joined(separator: ",") + "]},"
    },
    HostileDocument("JSON, relative links", json) { "{\"url\":\"\($0)\",\"external_url\":\"a\"}," },
    HostileDocument("JSON, escapes", json + "{\"id\":\"") { _ in "\\u0065\\u0301" },
    HostileDocument("JSON, quotes", json) { _ in "\"" },
  ]
}
