import Archive
import News
import Testing

@testable import Poll

@Suite struct HeldLooksTests {
  private func look(body: Int, words: String) -> Look {
    let text = ArticleText(title: "", summary: "", paragraphs: [words])
    let exchange = Exchange(
      url: "http://bao.test/", status: 200, requestHeaders: [], responseHeaders: [],
      body: [UInt8](repeating: 0, count: body), peer: nil)
    return Look(
      article: 1, at: Instant(year: 2026, month: 11, day: 24), outcome: .live(PageSeen(text: text)), exchange: exchange)
  }

  @Test func bytes_whenLooksAreHeld_areTheirBodiesAndWords() {
    var held = HeldLooks(most: 3)
    held.hold(look(body: 1000, words: "mưa"))
    held.hold(look(body: 50, words: ""))
    #expect(held.bytes == 1054)
    #expect(!held.isFull)
    #expect(held.take().count == 2)
    #expect(held.bytes == 0 && held.looks.isEmpty)
  }

  @Test func hold_whenTheFetcherCountsTheBody_givesItsRoomBack() {
    final class Room: Sendable {}
    var look = look(body: 10, words: "")
    var room: Room? = Room()
    weak let counted = room
    look.exchange?.room = room
    room = nil
    #expect(counted != nil)
    var held = HeldLooks(most: 3)
    held.hold(look)
    look.exchange = nil
    #expect(counted == nil)
    #expect(held.looks.first?.exchange?.body.count == 10)
  }
}
