import News
import Testing

@testable import Archive

@Suite struct StoredPageTests {
  private let body = Array("<html><body>Nước về bản\r\n\r\nmới</body></html>".utf8)

  private func record(_ head: String = "HTTP/1.1 200 -\r\nContent-Type: text/html\r\n") -> WARCRecord {
    WARCRecord(
      type: "response", at: Instant(seconds: 1_790_000_000), fields: [("WARC-Target-URI", "https://bao.example/1")],
      block: Array("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  @Test func page_whenReadBack_hasTheBytesThatCame() throws {
    let member = try GzipMember.compress(record().bytes)
    let plain = try #require(GzipMember.decompress(member))
    let page = try #require(StoredPage(record: plain))
    #expect(page.bytes == body)
    #expect(page.contentType == "text/html")
    #expect(page.url == "https://bao.example/1")
  }

  @Test func page_whenTheRecordIsCut_isNone() {
    #expect(StoredPage(record: Array(record().bytes.dropLast(20))) == nil)
    #expect(StoredPage(record: []) == nil)
  }

  @Test func member_whenDamagedOrTooLarge_isNone() throws {
    let plain = [UInt8](repeating: 7, count: 300_000)
    var member = try GzipMember.compress(plain)
    #expect(GzipMember.decompress(member) == plain)
    #expect(GzipMember.decompress(member, most: 100_000) == nil)
    #expect(GzipMember.decompress(Array(member.dropLast(12))) == nil)
    member[member.count / 2] ^= 0xFF
    #expect(GzipMember.decompress(member) != plain)
  }
}
