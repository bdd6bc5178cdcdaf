import Foundation
import News
import Testing

@testable import Archive

@Suite struct NewsArchiveTests {
  private let now = Instant(seconds: 1_790_000_000)

  private func folder() -> String { NSTemporaryDirectory() + "banluu-archive-\(UUID().uuidString)" }

  private func imported(_ id: String, _ text: String) -> NewsArchive.Imported {
    let words = ArticleText(title: "Lũ lên nhanh", summary: "", paragraphs: [text])
    return NewsArchive.Imported(
      id: id, outlet: "bao", url: "https://bao.example/\(id)", keys: ["url:bao.example/\(id)"],
      seen: PageSeen(text: words, origin: .imported))
  }

  private func first(_ prior: Prior, _ look: Look) -> Decision {
    var decision = Decision(look: look, state: .live, step: 0, nextLook: look.at)
    if case .live(let seen) = look.outcome { decision.words = .new(seen) }
    return decision
  }

  @Test func commit_whenTheSameLineComesTwice_addsNothing() async throws {
    let archive = try NewsArchive(folder: folder(), holder: "import", at: now)
    let line = imported("1", "Nước sông dâng cao trong đêm.")
    let once = try await archive.commit(imported: [line], at: now, deciding: first)
    let twice = try await archive.commit(imported: [line], at: now, deciding: first)
    #expect(once.count == 1)
    #expect(twice.isEmpty)
  }

  @Test func open_whenAnotherWriterHoldsTheLock_namesTheHolder() throws {
    let place = folder()
    let holder = try NewsArchive(folder: place, holder: "crawl", at: now)
    #expect {
      try NewsArchive(folder: place, holder: "import", at: now)
    } throws: { error in
      guard let error = error as? ArchiveError else { return false }
      return error.cause == .locked && error.message.contains("crawl, process")
    }
    withExtendedLifetime(holder) {}
  }

  @Test func open_whenTheDatabaseIsNoArchive_refuses() throws {
    let place = folder()
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data("this is no database at all, but long enough to be read as one".utf8)
      .write(to: URL(fileURLWithPath: place + "/banluu.db"))
    #expect {
      try NewsArchive(folder: place, holder: "crawl", at: now)
    } throws: { error in
      (error as? ArchiveError)?.cause == .notAnArchive
    }
  }

  @Test func open_whenACrashLeftBytesPastTheKnownLength_cutsThemOff() throws {
    let place = folder()
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data("known part, and what a crash left".utf8).write(to: URL(fileURLWithPath: place + "/banluu-1.warc.gz"))
    let writer = try WARCWriter(folder: place, last: ("banluu-1.warc.gz", 10), at: now)
    #expect(writer.length == 10)
    #expect(FileManager.default.contents(atPath: place + "/banluu-1.warc.gz") == Data("known part".utf8))
  }

  @Test func hash_whenWordsMoveBetweenFields_differs() {
    let a = ArticleText(title: "Một", summary: "hai", paragraphs: [])
    let b = ArticleText(title: "Một", summary: "", paragraphs: ["hai"])
    #expect(a.hash != b.hash)
  }

  @Test func searchText_whenWordsHaveMarks_foldsDStroke() {
    #expect(SearchText.bare("Đắk Lắk được mùa") == "dak lak duoc mua")
  }
}
