import Logging
import Synchronization
import Testing

@testable import Poll

@Suite struct LineLogTests {
  private final class Sink: Sendable {
    let text = Mutex("")
  }

  private func logged(_ message: String, _ metadata: Logger.Metadata) -> String {
    let sink = Sink()
    let logger = Logger(label: "test") { _ in
      LineLog(write: { line in sink.text.withLock { $0 += line } }, now: { "2026-11-24T00:00:00Z" })
    }
    logger.warning("\(message)", metadata: metadata)
    return sink.text.withLock { $0 }
  }

  @Test func event_isOneLineWithItsFieldsInOrder() {
    let line = logged("edited", ["url": "https://bao.example/a", "outlet": "bao", "title": "Mưa lớn = lũ"])
    #expect(
      line
        == "2026-11-24T00:00:00Z warning edited outlet=bao title=\"Mưa lớn = lũ\" url=https://bao.example/a\n")
  }

  @Test(arguments: [
    "a\nb", "a\rb", "a\r\nb", "\u{1B}[2Jb", "a\u{0}b", "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "a\u{202E}b",
    "a\u{200B}b", "a\u{7F}b", "a\u{9B}31mb", "a\" level=info b", "a\tb", "a\u{FEFF}b", "a\\nb",
  ])
  func event_whenAFieldWantsALineOfItsOwn_staysOneLine(text: String) {
    for line in [logged("trouble", ["message": "\(text)"]), logged(text, [:]), logged("x", [text: "1"])] {
      #expect(line.unicodeScalars.count { $0.properties.generalCategory == .control } == 1)
      #expect(line.hasSuffix("\n"))
      #expect(!line.unicodeScalars.contains { "\u{2028}\u{2029}\u{202E}\u{200B}\u{FEFF}".unicodeScalars.contains($0) })
    }
  }

  @Test func field_whenItHoldsQuotes_cannotEndThem() {
    #expect(logged("x", ["a": "b\" c=\"d"]) == "2026-11-24T00:00:00Z warning x a=\"b\\\" c=\\\"d\"\n")
  }
}
