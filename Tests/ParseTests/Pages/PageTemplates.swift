import Foundation

/// An article and the surroundings a seed makes up, for templates in the manner of common systems.
struct PageTemplate: Sendable, CustomStringConvertible {
  struct Story: Sendable {
    var title = PageFixtures.title
    var summary = PageFixtures.summary
    var paragraphs = Array(PageFixtures.paragraphs.dropLast())
  }

  let description: String
  let render: @Sendable (Story, PageSurroundings) -> String

  static let all = [
    today, nukeViet, aspTables, sharePoint, wordPress, lineBreaks, gallery, liveBlog, pagesOfOne, decomposed, divisions,
  ]

  private static func head(_ title: String) -> String {
    "<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>\(title) - Báo Mẫu</title></head>"
  }

  private static func joined(_ paragraphs: [String], _ around: PageSurroundings? = nil) -> String {
    paragraphs.enumerated().map { "<p>\($1)</p>" + ($0 == 1 ? around?.advertisement ?? "" : "") }.joined()
  }

  static let today = Self(description: "a large daily") { story, around in
    """
    \(head(story.title))<body><header><ul>\(around.menu)</ul></header>\(around.advertisement)<section class="page-detail">
    <div class="sidebar-1"><span class="date">\(around.clock)</span><h1 class="title-detail">\(story.title)</h1>
    <p class="description">\(story.summary)</p><article class="fck_detail">\(joined(story.paragraphs, around))
    </article><div class="box-tinlienquanv2"><ul>\(around.others)</ul></div></div></section>
    <div id="box_comment">\(around.comments)</div><aside>\(around.others)</aside><footer>\(around.clock)</footer></body>
    """
  }
  static let nukeViet = Self(description: "NukeViet") { story, around in
    """
    \(head(story.title))<body><nav><ul>\(around.menu)</ul></nav><div class="news_column panel panel-default">
    <div class="panel-body"><h1 class="title margin-bottom-lg" itemprop="headline">\(story.title)</h1>
    <div class="row"><span class="h5">\(around.clock)</span></div><div class="hometext m-bottom" itemprop="description">
    \(story.summary)</div><div id="news-bodyhtml" class="bodytext margin-bottom-lg" itemprop="articleBody">
    \(joined(story.paragraphs))</div></div></div><div class="news_column panel"><p class="h3">Những tin mới hơn</p>
    <ul class="related">\(around.others)</ul></div>\(around.advertisement)<div>\(around.clock)</div></body>
    """
  }
  static let aspTables = Self(description: "ASP.NET tables") { story, around in
    """
    <html><head><title>Báo Mẫu</title></head><body><form><table><tr><td colspan=2>\(around.advertisement)</td></tr><tr>
    <td><span id="ctl00_lblTitle"><b>\(story.title)</b></span><br><span>\(around.clock)</span><br>
    <b>\(story.summary)</b><br><div>\(joined(story.paragraphs))</div><table><tr><td>Các tin khác<ul>\(around.others)</ul>
    </td></tr></table></td><td>\(around.others)</td></tr></table></form></body></html>
    """
  }
  static let sharePoint = Self(description: "SharePoint") { story, around in
    """
    \(head(story.title))<body><div class="ms-nav">\(around.menu)</div><div class="ArticleDetailControl">
    <div class="news-title">\(story.title)</div><div class="post-date">\(around.clock)</div>
    <div class="ArticleSummary">\(story.summary)</div><div class="ArticleContent"><div>
    \(story.paragraphs.map { "<div><span style='font-size:14pt'>\($0)&nbsp;</span></div>" }.joined())</div></div></div>
    <div class="box"><div>Tin cùng chuyên mục</div><ul>\(around.others)</ul></div><div>Hôm nay \(around.clock)</div></body>
    """
  }
  static let wordPress = Self(description: "WordPress") { story, around in
    """
    \(head(story.title))<body><main><article class="post hentry"><h1 class="entry-title">\(story.title)</h1>
    <div class="entry-meta">\(around.clock)</div><div class="entry-content"><p class="sapo">\(story.summary)</p>
    \(joined(story.paragraphs, around))<div class="sharedaddy"><h3>Chia sẻ</h3></div></div></article>
    <div id="comments" class="comments-area">\(around.comments)</div></main>
    <div id="secondary" class="widget-area"><aside>\(around.others)</aside></div></body>
    """
  }
  static let lineBreaks = Self(description: "old line breaks") { story, around in
    """
    <html><body bgcolor=white><center>\(around.advertisement)</center><table><tr><td><font><b>\(story.title)</b></font><br>
    <i>Cập nhật: \(around.clock)</i><br><br><b>\(story.summary)</b><br><br>
    \(story.paragraphs.joined(separator: "<br>\n<br>"))<br><br></td><td><ul>\(around.others)</ul></td></tr></table></body>
    """
  }
  static let gallery = Self(description: "gallery") { story, around in
    """
    \(head(story.title))<body><ul>\(around.menu)</ul><div class="detail"><h1>\(story.title)</h1><h2 class="sapo">
    \(story.summary)</h2><div class="detail-content">\(story.paragraphs.map {
      "<figure><img src=\(around.clock.count).jpg><figcaption><p>\($0)</p></figcaption></figure>"
    }.joined())</div></div><div class="tin-khac"><ul>\(around.others)</ul></div></body>
    """
  }
  static let liveBlog = Self(description: "live blog") { story, around in
    """
    \(head(story.title))<body><div class="live"><h1>\(story.title)</h1><div class="sapo">\(story.summary)</div>
    <div class="detail-content">\(story.paragraphs.map { "<div class=item><span>\($0)</span></div>" }.joined())</div></div>
    \(around.advertisement)<section class="related">\(around.others)</section></body>
    """
  }
  static let pagesOfOne = Self(description: "article of several pages") { story, around in
    """
    \(head(story.title))<body><div class="col"><h1>\(story.title)</h1><p class="sapo">\(story.summary)</p>
    <div class="detail-content">\(joined(story.paragraphs))<div class="pagination"><a href="?p=1">1</a>
    <a href="?p=2">2</a><a href="?p=2">Trang sau</a></div></div></div><aside>\(around.others)</aside></body>
    """
  }
  static let decomposed = Self(description: "decomposed letters") { story, around in
    sharePoint.render(story, around).decomposedStringWithCanonicalMapping
  }
  static let divisions = Self(description: "broken nesting") { story, around in
    """
    \(head(story.title))<body><div><div class=main><h1>\(story.title)</h1><p class=sapo><strong>\(story.summary)</strong>
    <div class="content"><p><span>\(story.paragraphs.joined(separator: "</b></span></p><p><span>"))</i></div></div></p>
    \(around.advertisement)<ul class=related>\(around.others)</ul></body>
    """
  }
}

/// What stands around an article and changes from look to look.
struct PageSurroundings {
  let advertisement: String
  let others: String
  let comments: String
  let clock: String
  let menu: String

  init(seed: UInt64) {
    var random = SeededNumbers(state: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let words = "mưa lũ, đường, cầu, trường học, bệnh viện, huyện, xã, nông dân, mùa vụ, giá lúa".split(separator: " ")
    func sentence(_ count: Int) -> String {
      (0..<count).map { _ in words[number(0...words.count - 1)] }.joined(separator: " ").capitalized + "."
    }
    advertisement = "<div class=\"banner-ads\">Giảm giá \(number(5...70))%: \(sentence(number(5...60)))</div>"
    others = (0...number(1...14)).map {
      "<li><a href=\"/tin/\($0)\">\(sentence(number(5...15)))</a><p>\(sentence(number(5...50)))</p></li>"
    }.joined()
    comments = (0...number(0...30)).map { "<div><b>Bạn đọc \($0)</b><p>\(sentence(number(3...80)))</p></div>" }.joined()
    clock =
      "\(number(10...28))/\(number(10...12))/2024 \(number(10...23)):\(number(10...59)) | \(number(1...9_999)) lượt xem"
    menu = (0...number(3...12)).map { "<li><a href=\"/muc/\($0)\">\(words[number(0...9)])</a></li>" }.joined()
  }
}

/// Numbers that are the same for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
