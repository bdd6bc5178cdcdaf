import Foundation
import Testing

@testable import Parse

@Suite struct PageTemplateTests {
  @Test(arguments: PageTemplate.all)
  func words_whenSurroundingsAreRandom_stayTheSame(template: PageTemplate) throws {
    for seed in 0..<200 {
      let page = try #require(
        PageFixtures.parse(template.render(PageTemplate.Story(), PageSurroundings(seed: UInt64(seed)))))
      #expect(page.title == PageFixtures.title, "seed \(seed)")
      try #require(page.summary == PageFixtures.summary, "seed \(seed)")
      try #require(page.paragraphs == PageTemplate.Story().paragraphs, "seed \(seed)")
    }
  }

  @Test(arguments: PageTemplate.all)
  func words_whenTheArticleIsShort_stayTheSame(template: PageTemplate) throws {
    var story = PageTemplate.Story()
    story.paragraphs = [
      "Chiều nay, đường lên xã đã thông trở lại sau ba ngày bị đất đá vùi lấp, xe cộ đi lại bình thường."
    ]
    for seed in 0..<100 {
      let page = try #require(PageFixtures.parse(template.render(story, PageSurroundings(seed: UInt64(seed)))))
      try #require(page.summary == PageFixtures.summary, "seed \(seed)")
      try #require(page.paragraphs == story.paragraphs, "seed \(seed)")
    }
  }

  @Test(arguments: PageTemplate.all)
  func words_whenTheArticleIsLong_stayTheSame(template: PageTemplate) throws {
    var story = PageTemplate.Story()
    story.paragraphs = (0..<300).map {
      "Đoạn thứ \($0) kể tiếp chuyện bắc cầu, người góp công, người góp của, ai cũng vui."
    }
    for seed in 0..<5 {
      let page = try #require(PageFixtures.parse(template.render(story, PageSurroundings(seed: UInt64(seed)))))
      try #require(page.paragraphs == story.paragraphs, "seed \(seed)")
    }
  }

  @Test(arguments: PageTemplate.all)
  func words_whenOneWordChanges_differ(template: PageTemplate) throws {
    let around = PageSurroundings(seed: 1)
    var story = PageTemplate.Story()
    let before = try #require(PageFixtures.parse(template.render(story, around)))
    for index in story.paragraphs.indices {
      story = PageTemplate.Story()
      story.paragraphs[index] = story.paragraphs[index].replacing(" ", with: " không ", maxReplacements: 1)
      let after = try #require(PageFixtures.parse(template.render(story, around)))
      #expect(after.paragraphs != before.paragraphs)
      #expect(after.paragraphs == story.paragraphs)
    }
  }

  @Test func words_whenThePageHasOnlyAVideo_areItsCaption() throws {
    let caption = "Toàn cảnh lễ khánh thành cây cầu treo bắc qua suối Nậm Mạ sáng 12/3, có đông đảo người dân dự."
    for seed in 0..<50 {
      let around = PageSurroundings(seed: UInt64(seed))
      let html = """
        <html><head><title>\(PageFixtures.title)</title></head><body><ul>\(around.menu)</ul><h1>\(PageFixtures.title)</h1>
        <div class="detail-content"><video src=a.mp4>Trình duyệt cũ</video><p>\(caption)</p></div>
        <div class="related"><ul>\(around.others)</ul></div></body></html>
        """
      let page = try #require(PageFixtures.parse(html))
      try #require(page.paragraphs == [caption], "seed \(seed)")
    }
  }

  @Test func words_whenThePageHasTwoMegabytes_areRead() throws {
    let script = "<script>var a = '</p>';" + String(repeating: "x", count: 2_000_000) + "</script>"
    let html = PageTemplate.today.render(PageTemplate.Story(), PageSurroundings(seed: 3))
      .replacing("</head>", with: script + "</head>")
    #expect(try #require(PageFixtures.parse(html)).paragraphs == PageTemplate.Story().paragraphs)
  }

  @Test(arguments: ["<div>", "<p><div>", "<b><font>", "<table><tr><td>", "<ul><li>"])
  func page_whenNestedAsABomb_isReadSoon(opening: String) {
    let html = String(repeating: opening, count: 30_000) + String(repeating: "</p>", count: 30_000) + "chữ"
    let time = ContinuousClock().measure { _ = PageFixtures.parse(html) }
    // Quadratic work takes minutes; the bound leaves room for an unoptimised build on a busy machine.
    #expect(time < .seconds(20))
  }

  @Test func caption_whenWrittenTwice_isKeptOnce() throws {
    let caption = "<p>Học sinh bản Huổi Lặc đi qua cây cầu mới trong buổi sáng đầu tiên. Ảnh: Thu Hà</p>"
    let html =
      "<html><body><h1>\(PageFixtures.title)</h1><div class=content>\(caption)\(caption)"
      + "<p>\(PageFixtures.paragraphs[0])</p><p>\(PageFixtures.paragraphs[1])</p></div></body></html>"
    #expect(try #require(PageFixtures.parse(html)).paragraphs.count == 3)
  }
}
