import Detect
import Foundation
import News
import Testing

@testable import Archive

@Suite struct CopyFindingTests {
  private let now = Instant(seconds: 1_790_000_000)
  private let body = """
    Sáng nay, đoàn công tác đã kiểm tra tiến độ thi công cây cầu bắc qua suối Đá Bạc, nối hai thôn vùng cao với trung \
    tâm xã. Công trình dài 86 mét, rộng 5 mét, do tỉnh đầu tư và giao cho huyện quản lý sau khi hoàn thành.
    """

  private let own = "Chúng tôi trở lại nơi này vào một ngày cuối thu, khi lúa trên nương đã gặt xong từ lâu."

  private func party(_ article: Int64, _ text: ArticleText) -> CopyParty {
    CopyParty(
      outlet: "o\(article)", names: ["Báo \(article)"], firstSeen: now, published: nil,
      imported: false, interval: .seconds(600), version: article, author: nil, text: text,
      syllables: SyllableText(text.whole))
  }

  @Test func passages_whenTheTitleIsSharedToo_startInTheBody() throws {
    let source = ArticleText(title: "Cầu Đá Bạc", summary: "Tin vùng cao.", paragraphs: [body])
    let copy = ArticleText(title: "Cầu Đá Bạc", summary: "Tin vùng cao.", paragraphs: [own, body])
    let evidence = CandidateEvidence(hits: 9, rareHits: 9, hitsBelow6: 9)
    let match = try #require(CopyMatch(copy: party(2, copy), source: party(1, source), evidence: evidence))
    let finding = CopyFinding(match)
    let passage = try #require(finding.passages.last)
    let shared = Array(copy.body.unicodeScalars)[passage[0]..<passage[1]]
    let original = Array(source.body.unicodeScalars)[passage[2]..<passage[3]]
    #expect(String(String.UnicodeScalarView(shared)) == String(String.UnicodeScalarView(original)))
    #expect(String(String.UnicodeScalarView(shared)).hasPrefix("Sáng nay"))
  }
}
