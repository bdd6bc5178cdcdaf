import Foundation
import News
import Testing

@testable import Parse

/// Pages of other shapes than a column of paragraphs.
@Suite struct PageShapeTests {
  private func parse(_ body: String, head: String = "") throws -> ParsedPage {
    try #require(PageFixtures.parse(PageShape.page(body, head: head)))
  }

  private var texts: [String] { Array(PageFixtures.paragraphs.prefix(3)) }
  private var heading: String {
    "<h1>\(PageFixtures.title)</h1><p class=\"sapo\">\(PageFixtures.summary)</p>"
  }

  @Test func words_whenThePageIsAGallery_areItsCaptions() throws {
    let figures = texts.map { "<figure><img src=\"a.jpg\"><figcaption>\($0)</figcaption></figure>" }
    let slides = texts.map { "<div class=\"slide\"><img src=\"a.jpg\"><div class=\"cap\">\($0)</div></div>" }
    for body in [figures, slides] {
      let page = try parse("<div class=\"main\">\(heading)\(body.joined())</div>")
      #expect(page.summary == PageFixtures.summary)
      #expect(page.paragraphs == texts)
    }
  }

  @Test func words_whenAVideoPageOnlyStatesItsSummary_areThat() throws {
    let head = "<meta property=\"og:description\" content=\"\(PageFixtures.summary)\">"
    let page = try parse("<div><h1>\(PageFixtures.title)</h1><iframe src=\"v\"></iframe></div>", head: head)
    #expect(page.title == PageFixtures.title)
    #expect(page.summary == PageFixtures.summary)
    #expect(page.paragraphs.isEmpty)
  }

  @Test func words_whenALiveBlogShowsTheNewestFirst_areInTheOrderOfTime() throws {
    let posts = texts.enumerated().map { index, text in
      "<div class=\"post\"><time datetime=\"2024-03-12T0\(9 - index):00:00+07:00\">\(9 - index):00</time><p>\(text)</p></div>"
    }
    let page = try parse("<div class=\"main\">\(heading)<div>\(posts.joined())</div></div>")
    #expect(page.paragraphs == texts.reversed())
  }

  @Test func words_whenPicturesCarryTimes_keepTheirOrder() throws {
    let dated = texts.enumerated().map { index, text in
      "<p>\(text)</p><div><time datetime=\"2024-03-0\(9 - index)\">Ảnh</time></div>"
    }
    let page = try parse("<div class=\"main\">\(heading)<div>\(dated.joined())</div></div>")
    #expect(page.paragraphs.filter { $0 != "Ảnh" } == texts)
  }

  @Test func words_whenAnArticleHasSeveralPages_areWithoutThePager() throws {
    let pager = "<div class=\"paging\"><a href=\"?p=1\">1</a> <b>2</b> <a href=\"?p=3\">Trang sau</a></div>"
    let body = texts.map { "<p>\($0)</p>" }.joined()
    #expect(try parse("<div class=\"main\">\(heading)<div>\(body)</div>\(pager)</div>").paragraphs == texts)
  }

  @Test func words_whenBoxesOfOneNameHoldThem_areReadWhole() throws {
    let long = (0..<4).map { part in texts.map { "<p>Phần \(part): \($0)</p>" } }
    let boxes = long.map { "<section><div><div class=\"block-text\">\($0.joined())</div></div></section>" }
    let picture = "<figure><img src=\"a.jpg\"></figure>"
    let page = try parse("<div id=\"post\"><h1>\(PageFixtures.title)</h1>\(boxes.joined(separator: picture))</div>")
    #expect(page.summary.isEmpty)
    #expect(page.paragraphs == (0..<4).flatMap { part in texts.map { "Phần \(part): \($0)" } })
  }

  @Test func words_whenBoxesOfTextAreCalledDescription_areNoSapo() throws {
    let boxes = texts.map { "<div class=\"text-description\"><p>\($0) \($0)</p></div>" }.joined()
    let page = try parse("<article><h1>\(PageFixtures.title)</h1>\(boxes)</article>")
    #expect(page.summary.isEmpty)
    #expect(page.paragraphs == texts.map { "\($0) \($0)" })
  }

  @Test func words_whenAListItemIsOneLongLink_keepIt() throws {
    let items = ["<li>\(texts[0])</li>", "<li><a href=\"/x\">\(texts[1])</a></li>", "<li>\(texts[2])</li>"]
    let page = try parse("<div class=\"main\">\(heading)<ol>\(items.joined())</ol></div>")
    #expect(page.paragraphs == texts)
  }

  @Test func words_whenTagsAreBadlyNested_areKept() throws {
    let page = try parse(
      """
      <div class=main><h1>\(PageFixtures.title)<div><b><p class=sapo>\(PageFixtures.summary)</b><div class=content>
      <p>\(texts[0])<p>\(texts[1])</div></i></span><p>\(texts[2])</table></div>
      """)
    #expect(page.title == PageFixtures.title)
    #expect(page.summary == PageFixtures.summary)
    #expect(page.paragraphs == texts)
  }

  @Test func words_whenAScriptFillsThePage_areThoseOfTheLinkedData() throws {
    let body = texts.joined(separator: "\\n\\n")
    let head = """
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Báo Mẫu"},{"@type":["NewsArticle"],
      "headline":"\(PageFixtures.title)","description":"\(PageFixtures.summary)","articleBody":"\(body)",
      "author":[{"name":"Thu Hà"},{"name":"Lò Páo"}],"dateModified":"2024-03-12T10:00:00+07:00",
      "articleSection":"Xã hội","inLanguage":"vi-VN"}]}</script>
      """
    let page = try parse("<div id=\"app\"></div>", head: head)
    #expect(page.paragraphs == texts)
    #expect(page.summary == PageFixtures.summary)
    #expect(page.author == "Thu Hà, Lò Páo")
    #expect(page.section == "Xã hội")
    #expect(page.modified?.instant == Instant(year: 2024, month: 3, day: 12, hour: 3))
  }

  @Test func facts_whenInMicrodata_areRead() throws {
    let page = try parse(
      """
      <div itemscope><h1 itemprop="headline">\(PageFixtures.title)</h1><meta itemprop="articleSection" content="Xã hội">
      <meta itemprop="datePublished" content="2024-03-12T09:00:00+07:00"><span itemprop="author"><b itemprop="name">Thu Hà</b></span>
      <div itemprop="description">\(PageFixtures.summary)</div>
      <div itemprop="articleBody">\(texts.map { "<p>\($0)</p>" }.joined())</div></div>
      """)
    #expect(page.author == "Thu Hà")
    #expect(page.section == "Xã hội")
    #expect(page.published?.instant == Instant(year: 2024, month: 3, day: 12, hour: 2))
    #expect(page.summary == PageFixtures.summary)
    #expect(page.paragraphs == texts)
  }

  @Test func author_whenInAnElementCalledSo_isRead() throws {
    let byline = "<div class=\"meta\"><span class=\"tac-gia\">Tác giả: Thu Hà</span></div>"
    let body = texts.map { "<p>\($0)</p>" }.joined()
    #expect(try parse("<div class=\"main\">\(heading)\(byline)\(body)</div>").author == "Thu Hà")
  }

  @Test func correction_whenACommentOfTheLinkedDataIsOne_isSeen() throws {
    let comment = "{\"@type\":\"CorrectionComment\",\"text\":\"Sửa số tiền\"}"
    let data = "{\"@type\":\"NewsArticle\",\"headline\":\"\(PageFixtures.title)\",\"comment\":[\(comment)]}"
    let body = texts.map { "<p>\($0)</p>" }.joined()
    let page = try parse(
      "<div>\(heading)\(body)</div>", head: "<script type=\"application/ld+json\">\(data)</script>")
    #expect(page.hasCorrection)
  }

  @Test func asides_whenABoxStandsBesideTheText_nameIt() throws {
    let box = "<div class=\"zalo\"><p>Mời bạn đọc theo dõi Báo Mẫu trên Zalo để nhận tin sớm nhất mỗi ngày.</p></div>"
    let body = texts.map { "<p>\($0)</p>" }.joined()
    let page = try parse("<div class=\"main\">\(heading)\(body)\(box)</div>")
    #expect(page.paragraphs.count == 4)
    #expect(Set(page.asides.keys) == [page.paragraphs[3]])
  }

  @Test func words_whenThePageHasTwoMegabytes_areAllThere() throws {
    let many = (0..<4_000).flatMap { turn in texts.map { "Lần \(turn): \($0)" } }
    let page = try parse("<div class=\"main\">\(heading)\(many.map { "<p>\($0)</p>" }.joined())</div>")
    #expect(page.paragraphs == many)
  }
}

/// A page around some markup: menu, other articles, foot.
enum PageShape {
  static func page(_ body: String, head: String = "") -> String {
    """
    <html lang="vi"><head><meta charset="utf-8"><title>\(PageFixtures.title) - Báo Mẫu</title>\(head)</head>
    <body>\(around.menu)\(body)\(around.others)\(around.foot)</body></html>
    """
  }

  static let around = (
    menu: "<ul class=\"menu\">" + (0..<8).map { "<li><a href=\"/\($0)\">Chuyên mục \($0)</a></li>" }.joined() + "</ul>",
    others: "<div class=\"box\"><h3>Tin khác</h3><ul>"
      + (0..<6).map { "<li><a href=\"/t\($0)\">Tin khác số \($0) về việc làm đường ở xã vùng cao</a></li>" }.joined()
      + "</ul></div>",
    foot:
      "<footer><p>Cơ quan chủ quản: Tỉnh. Giấy phép số 5. Ghi rõ nguồn khi phát hành lại thông tin này.</p></footer>"
  )
}
