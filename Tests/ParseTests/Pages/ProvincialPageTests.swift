import Testing

@testable import Parse

@Suite struct ProvincialPageTests {
  @Test(arguments: ProvincialPages.all)
  func words_inTheTemplatesOfProvincialOutlets_areTheArticles(_ sample: ProvincialPages.Sample) throws {
    let page = try #require(PageFixtures.parse(sample.html))
    #expect(page.title == sample.title)
    #expect(page.summary == sample.summary)
    #expect(page.paragraphs == sample.paragraphs)
    #expect(PageSeries(first: page, url: "https://mau.example/tin/1.html").next == nil)
  }
}
