import Foundation
import TestKit
import Testing

/// Every field the commands print stands in docs/json.md.
@Suite struct JSONContractScenarios {
  private static let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let fixtures = source.deletingLastPathComponent().path + "/ParseTests/Feeds/Fixtures/"

  @Test func queries_whenAskedOfTheDemo_printOnlyFieldsOfTheContract() async throws {
    let folder = NSTemporaryDirectory() + "banluu-contract-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try await Binary.run("demo", "--archive", folder).code == 0)
    let contract = try Contract()
    let edits = try await printed("query", "edits", "--all", "--json", "--archive", folder)
    contract.expect(edits, of: "query edits")
    let events = try #require(edits as? [[String: Any]])
    let edited = try #require(events.first { $0["event"] as? String == "edited" }?["url"] as? String)
    for query in ["copies", "stale --all", "search giống", "feeds", "item URL", "history URL", "diff URL"] {
      let words = query.split(separator: " ").map { $0 == "URL" ? edited : String($0) }
      let value = try await printed(["query"] + words + ["--json", "--archive", folder])
      contract.expect(value, of: words[0] == "history" ? "query item" : "query " + words[0])
    }
    try await expectTools(of: folder, contract, article: edited)
    let growth = ["events": "last_day.events", "last_day": "last_day", "last_week": "last_day"]
    contract.expect(
      try await printed("query", "stats", "--json", "--archive", folder), of: "query stats", nested: growth)
    contract.expect(
      try await printed("query", "status", "--json", "--archive", folder), of: "query status",
      nested: growth.merging(["stats": "query stats", "failing": "query feeds"]) { $1 })
    let moment = Date.now.addingTimeInterval(3600).formatted(.iso8601)
    contract.expect(
      try await printed("query", "at", moment, edited, "--json", "--archive", folder), of: "query at")
  }

  /// What a fact-checker asks: the spread of a story, marks, and where a text comes from.
  private func expectTools(of folder: String, _ contract: Contract, article edited: String) async throws {
    let copies = try #require(try await printed("query", "copies", "--json", "--archive", folder) as? [[String: Any]])
    let source = try #require(copies.first?["source_url"] as? String)
    contract.expect(try await printed("query", "spread", source, "--json", "--archive", folder), of: "query spread")
    let put = try await Binary.run(
      "mark", source, "--kind", "disputed", "--reason", "Chưa rõ", "--source", "https://so.example/", "--by", "Tổ tin",
      "--archive", folder)
    #expect(put.code == 0, "\(put.errors)")
    let item = try #require(try await printed("query", "item", source, "--json", "--archive", folder) as? [String: Any])
    let text = try #require((item["versions"] as? [[String: Any]])?.first?["text"] as? String)
    let file = folder + "-text.txt"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    contract.expect(try await printed("check", file, "--json", "--archive", folder), of: "check")
    #expect(try await Binary.run("unmark", "1", "--reason", "Đã rõ", "--archive", folder).code == 0)
    contract.expect(try await printed("marks", "--all", "--json", "--archive", folder), of: "marks")
  }

  @Test func care_whenAskedOfTheDemo_printsOnlyFieldsOfTheContract() async throws {
    let folder = NSTemporaryDirectory() + "banluu-contract-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let archive = folder + "/archive"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try await Binary.run("demo", "--archive", archive).code == 0)
    let contract = try Contract()
    contract.expect(try await printed("verify", "--full", "--json", "--archive", archive), of: "verify")
    contract.expect(try await printed("log", "head", "--json", "--archive", archive), of: "log head")
    contract.expect(try await printed("backup", folder + "/copy", "--json", "--archive", archive), of: "backup")
    contract.expect(try await printed("rebuild", "--json", "--archive", archive), of: "rebuild")
    let lines = try await Binary.run("export", "jsonl", "--archive", archive).output.split(separator: "\n")
    for line in lines {
      contract.expect(try JSONSerialization.jsonObject(with: Data(line.utf8)), of: "export jsonl")
    }
    #expect(!lines.isEmpty)
  }

  @Test(arguments: ["atom10.xml", "feed.json", "outline.opml", "rss20.xml", "sitemap.xml"])
  func inspectFeed_whenAskedOfAFixture_printsOnlyFieldsOfTheContract(name: String) async throws {
    try Contract().expect(try await printed("inspect", "feed", "--json", Self.fixtures + name), of: "inspect feed")
  }

  @Test func crawl_whenAskedForJSON_printsOnlyFieldsOfTheContract() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    let summary = try #require(try await crawl.run().output.data(using: .utf8))
    let parts = try #require(try JSONSerialization.jsonObject(with: summary) as? [String: Any])
    try Contract().expect(
      parts, of: "crawl", nested: ["sources": "sources", "articles": "articles", "events": "events"])
  }

  @Test func inspectFingerprints_whenAskedForJSON_printsOnlyFieldsOfTheContract() async throws {
    let text = try TemporaryArchive()
    let file = try text.write("Mưa đá làm hư hại mái nhà của nhiều hộ dân ở xã vùng cao trong đêm qua.", "mua.txt")
    try Contract().expect(
      try await printed("inspect", "fingerprints", "--json", file), of: "inspect fingerprints")
  }

  private func printed(_ arguments: String...) async throws -> Any { try await printed(arguments) }

  private func printed(_ arguments: [String]) async throws -> Any {
    let outcome = try await Binary.run(arguments)
    #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
    return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }

  /// The tables of docs/json.md by heading.
  private struct Contract {
    private var fields: [String: Set<String>] = [:]

    init() throws {
      let file = source.deletingLastPathComponent().deletingLastPathComponent().path + "/docs/json.md"
      var heading = ""
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        if line.hasPrefix("## `") { heading = String(line.dropFirst(4).dropLast()) }
        guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { continue }
        fields[heading, default: []].insert(String(line.dropFirst(3)[..<end]))
      }
    }

    /// Nested objects stand under a heading of their own: `changes[]` for those of `changes`.
    func expect(_ value: Any, of heading: String, nested: [String: String] = [:]) {
      for object in (value as? [[String: Any]]) ?? [value as? [String: Any] ?? [:]] {
        #expect(Set(object.keys).subtracting(fields[heading] ?? []).isEmpty, "\(heading)")
        for (key, inner) in object where inner is [[String: Any]] || inner is [String: Any] {
          expect(inner, of: nested[key] ?? Self.headings[key] ?? key + "[]", nested: nested)
        }
      }
    }

    private static let headings = ["events": "query edits", "version": "versions[]", "marks": "marks"]
  }
}
