/// What the names an author gave an element (class, id, itemprop, role) say about its content.
struct MarkupHints: OptionSet, Sendable {
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
  /// Comments, lists of other articles, advertisements: they can outgrow any article.
  static let others = MarkupHints(rawValue: 1024)
  static let authorMark = MarkupHints(rawValue: 2048)

  private static let words: NameTable<MarkupHints> = {
    let groups: [(MarkupHints, String)] = [
      (
        .junk,
        """
        sponsor sponsored promo promotion share sharing sharedaddy social chia-se breadcrumb breadcrumbs menu nav navbar \
        navigation footer sidebar widget newsletter subscribe subscription popup modal cookie toolbar tags taglist \
        tag-list login pagination pager rating ratings vote copyright hotline weather counter readmore read-more signup \
        sign-up screen-reader-text author-bio author-box bio masthead
        """
      ),
      (
        .others,
        """
        related relate relatednews tin-lien-quan tinlienquan lienquan lien-quan tin-khac tinkhac cac-tin-khac \
        tin-cung-chuyen-muc tincungchuyenmuc cung-chuyen-muc doc-nhieu docnhieu xem-nhieu xemnhieu doc-them xem-them \
        tin-moi comment comments binh-luan binhluan y-kien ykien disqus respond recommended recommendations recirc \
        outbrain taboola trending popular most-read more-news ad ads adv advert adverts advertisement advertising \
        adsbygoogle banner banners quang-cao quangcao
        """
      ),
      (
        .content,
        """
        content contents article articles detail details body entry post story text noidung noi-dung articlebody \
        maincontent main contentbody bodytext fulltext bai-viet baiviet
        """
      ),
      (.title, "title tieude tieu-de headline lbltitle"),
      (
        .summary,
        "sapo summary lead description desc chapeau hometext introtext teaser tomtat tom-tat mota mo-ta excerpt standfirst dek"
      ),
      (.author, "author byline tacgia tac-gia"),
      (.date, "date time ngay publish published timestamp pubdate datetime postdate"),
      (.articleBody, "articlebody"),
    ]
    return NameTable(
      groups.flatMap { hint, list in list.split(separator: " ").map { (String($0), hint) } },
      merging: { $0.union($1) })
  }()

  /// Hints of names such as "ArticleSummary detail-content": single words, and runs of up to four joined by "-".
  init(names: UnsafePointer<UInt8>) {
    self = []
    var parts: [Range<Int>] = []
    var start = 0
    var at = 0
    while parts.count < Self.mostParts {
      let byte = names[at]
      let isWord = byte.isASCIILetter
      let turns = isWord && at > start && byte <= 0x5A && names[at - 1] >= 0x61
      if !isWord || turns {
        // "tinlienquanv2": the letter belongs to a version's number.
        let isVersion = at > start + 3 && names[at - 1] == UInt8(ascii: "v") && (0x30...0x39).contains(byte)
        if at > start { parts.append(start..<(isVersion ? at - 1 : at)) }
        start = turns ? at : at + 1
      }
      if byte == 0 { break }
      at += 1
    }
    for first in parts.indices {
      var joined = NameHash()
      for part in parts[first...].prefix(4) {
        if part != parts[first] { joined.add(UInt8(ascii: "-")) }
        for at in part { joined.add(names[at]) }
        if let hint = Self.words[joined] { insert(hint.subtracting(.articleBody)) }
      }
    }
  }

  private static let mostParts = 24

  init(rawValue: UInt16) { self.rawValue = rawValue }
}
