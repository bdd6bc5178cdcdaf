/// What the names an author gave an element (class, id, itemprop, role) say about its content.
struct MarkupHints: OptionSet {
  let rawValue: UInt16

  static let junk = MarkupHints(rawValue: 1)
  static let content = MarkupHints(rawValue: 2)
  static let title = MarkupHints(rawValue: 4)
  static let summary = MarkupHints(rawValue: 8)
  static let author = MarkupHints(rawValue: 16)
  static let date = MarkupHints(rawValue: 32)
  static let articleBody = MarkupHints(rawValue: 64)
  static let chosen = MarkupHints(rawValue: 128)
  static let hidden = MarkupHints(rawValue: 256)
  static let firstHeading = MarkupHints(rawValue: 512)

  private static let words: [String: MarkupHints] = {
    let groups: [(MarkupHints, String)] = [
      (
        .junk,
        """
        ad ads adv advert adverts advertisement advertising adsbygoogle banner banners quang-cao quangcao sponsor \
        sponsored promo promotion related relate relatednews tin-lien-quan lienquan lien-quan tin-khac tinkhac \
        cac-tin-khac tin-cung-chuyen-muc cung-chuyen-muc doc-nhieu xem-nhieu doc-them xem-them tin-moi comment comments \
        binh-luan binhluan y-kien ykien disqus respond share sharing sharedaddy social chia-se breadcrumb breadcrumbs \
        menu nav navbar navigation footer sidebar widget newsletter subscribe subscription popup modal cookie toolbar \
        tags taglist tag-list login pagination pager rating ratings vote copyright hotline weather counter recommended \
        recommendations recirc outbrain taboola trending popular most-read more-news readmore read-more signup sign-up \
        screen-reader-text author-bio author-box bio masthead
        """
      ),
      (
        .content,
        """
        content contents article articles detail details body entry post story text noidung noi-dung articlebody \
        maincontent main contentbody bai-viet baiviet
        """
      ),
      (.title, "title tieude tieu-de headline lbltitle"),
      (.summary, "sapo summary lead description desc chapeau tomtat tom-tat mota mo-ta excerpt standfirst dek"),
      (.author, "author byline tacgia tac-gia"),
      (.date, "date time ngay publish published timestamp pubdate datetime postdate"),
      (.articleBody, "articlebody"),
    ]
    var words: [String: MarkupHints] = [:]
    for (hint, list) in groups {
      for word in list.split(separator: " ") { words[String(word), default: []].insert(hint) }
    }
    return words
  }()

  /// Hints of names such as "ArticleSummary detail-content": single words, and runs of up to four joined by "-".
  init(names: String) {
    self = []
    var parts: [String] = []
    var current: [UInt8] = []
    func close(_ parts: inout [String], _ current: inout [UInt8]) {
      if !current.isEmpty { parts.append(String(decoding: current, as: UTF8.self)) }
      current.removeAll(keepingCapacity: true)
    }
    var previous: UInt8 = 0
    for byte in names.utf8 {
      let upper = byte >= 0x41 && byte <= 0x5A
      if !byte.isASCIILetter {
        close(&parts, &current)
      } else {
        if upper, previous >= 0x61, previous <= 0x7A { close(&parts, &current) }
        current.append(byte | 0x20)
      }
      previous = byte
    }
    close(&parts, &current)
    for start in parts.indices.prefix(24) {
      var joined = ""
      for part in parts[start...].prefix(4) {
        joined += joined.isEmpty ? part : "-" + part
        if let hint = Self.words[joined] { insert(hint.subtracting(.articleBody)) }
      }
    }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }
}
