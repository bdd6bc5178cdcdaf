import Foundation
import TestKit
import Testing

/// Archives of every release so far, as `make keep-archive` put them by: each must open, answer as it did, and go on.
@Suite struct ReleaseScenarios {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Archives"
  private static var kept: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tar.gz") }.sorted()
  }

  private let place: TemporaryArchive

  init() throws { place = try TemporaryArchive() }

  private func run(_ arguments: String...) async throws -> Binary.Outcome {
    try await Binary.run(arguments + ["--archive", place.path])
  }

  /// Every row that the release gave, with at least the fields it had then.
  private func expectAnswers() async throws {
    for list in ["edits", "copies", "stale", "export"] {
      let words = list == "export" ? ["export", "jsonl"] : ["query", list, "--all", "--format", "jsonl"]
      let now = try Self.rows(try await Binary.run(words + ["--archive", place.path]).output)
      let then = try Self.rows(String(contentsOfFile: place.folder + "/answers/\(list).jsonl", encoding: .utf8))
      #expect(!then.isEmpty && now.count == then.count)
      for (before, after) in zip(then, now) {
        for (field, value) in before { #expect(after[field] == value, "\(list): \(field)") }
      }
    }
  }

  private static func rows(_ lines: String) throws -> [[String: NSObject]] {
    try lines.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: NSObject])
    }
  }

  @Test func releases_whenThisOneIsBuilt_haveLeftTheirArchives() {
    #expect(!Self.kept.isEmpty)
  }

  @Test(arguments: kept)
  func archive_ofAnEarlierRelease_opensAnswersAndGoesOn(file: String) async throws {
    #expect(try Shell.output(#"tar -xzf "$1" -C "$2""#, Self.folder + "/" + file, place.folder).isEmpty)
    try await expectAnswers()
    #expect(try await run("verify", "--full").code == 0)
    let line = try place.write(
      #"{"id":"moi","outlet":"bao-moi","url":"https://moi.example/1","title":"Tin mới","published":"2026-11-25T08:00:00+07:00","text":"Một tin đến sau."}"#,
      "new.jsonl")
    #expect(try await run("import", "jsonl", line).code == 0)
    #expect(try await run("query", "search", "tin đến sau", "--json").output.contains("moi.example"))
    #expect(try await run("verify", "--full").code == 0)
  }

  @Test(arguments: kept)
  func archive_ofAnEarlierRelease_isRebuiltFromItsRecords(file: String) async throws {
    #expect(try Shell.output(#"tar -xzf "$1" -C "$2""#, Self.folder + "/" + file, place.folder).isEmpty)
    #expect(try await run("rebuild").code == 0)
    try await expectAnswers()
    #expect(try await run("verify", "--full").code == 0)
  }
}
