import Foundation
import TestKit
import Testing

/// What a third party, an owner with a backup, and a court can ask of an archive: the demo's, with all kinds of events.
@Suite struct ProofScenarios {
  private let place: TemporaryArchive

  init() async throws {
    place = try TemporaryArchive()
    #expect(try await Binary.run("demo", "--archive", place.path).code == 0)
  }

  private func run(_ arguments: String..., archive: String? = nil) async throws -> Binary.Outcome {
    try await Binary.run(arguments + ["--archive", archive ?? place.path])
  }

  private func edited() async throws -> String {
    let edits = try await run("query", "edits", "--json").output
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(edits.utf8)) as? [[String: Any]])
    return try #require(rows.first { $0["event"] as? String == "edited" }?["url"] as? String)
  }

  private func answers(_ archive: String? = nil) async throws -> [String] {
    var answers: [String] = []
    for query in ["edits --all", "copies", "stale --all", "search giống"] {
      let words = ["query"] + query.split(separator: " ").map(String.init)
      answers.append(try await Binary.run(words + ["--json", "--archive", archive ?? place.path]).output)
    }
    return answers
  }

  @Test func verify_whenNothingWasAltered_isClean() async throws {
    for depth in [[], ["--full"], ["--sample", "50%"]] {
      let outcome = try await Binary.run(["verify", "--json", "--archive", place.path] + depth)
      #expect(outcome.code == 0)
      #expect(outcome.output.contains(#""clean":true"#))
    }
  }

  @Test func logCheck_whenThereIsNoArchive_checksWithTheKeyAlone() async throws {
    let proof = try place.write(try await run("log", "proof", try await edited()).output, "proof.tlog")
    let head = try await run("log", "head", "--json").output
    let fields = try #require(try JSONSerialization.jsonObject(with: Data(head.utf8)) as? [String: Any])
    let key = try #require(fields["vkey"] as? String)
    let nowhere = place.folder + "/nowhere"
    let good = try await run("log", "check", proof, "--key", key, archive: nowhere)
    #expect(good.code == 0)
    #expect(good.output.contains("text_sha256 "))
    let text = try String(contentsOfFile: proof, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The entry's own bytes, a hash of the path, the size in the head: each change is found.
    for line in [1, 3, lines.count - 5] {
      var altered = lines
      altered[line] = String(altered[line].reversed())
      let file = try place.write(altered.joined(separator: "\n"), "altered-\(line)")
      #expect(try await run("log", "check", file, "--key", key, archive: nowhere).code == 76)
    }
    #expect(try await run("log", "check", proof, archive: nowhere).code == 64)
  }

  @Test func logConsistency_whenTheLogOnlyGrew_holdsAndAgainstAForkDoesNot() async throws {
    let old = try place.write(
      String(try await run("log", "head").output.split(separator: "\n\nbanluu")[0]) + "\n", "old")
    #expect(try await run("withhold", try await edited(), "--reason", "thử").code == 0)
    let grown = try await run("log", "consistency", old)
    #expect(grown.code == 0)
    #expect(!grown.output.isEmpty)
    #expect(try await run("log", "fork", "--reason", "bản sao cũ").code == 0)
    #expect(try await run("log", "consistency", old).code == 76)
    #expect(try await run("verify", "--full").code == 0)
  }

  @Test func rebuild_whenTheDatabaseIsGone_answersAsBefore() async throws {
    let before = try await answers()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: place.path + "/banluu.db" + suffix)
    }
    #expect(try await run("rebuild").code == 0)
    #expect(try await answers() == before)
    #expect(try await run("verify", "--full").code == 0)
  }

  @Test func backup_whenCopiedBack_isTheSameArchive() async throws {
    let copy = place.folder + "/copy"
    #expect(try await run("backup", copy).code == 0)
    let again = try await run("backup", copy, "--json")
    #expect(again.output.contains(#""copied":1,"#))
    #expect(try await answers(copy) == answers())
    #expect(try await run("verify", "--full", archive: copy).code == 0)
  }

  @Test func crawl_whenAnOlderDatabaseIsPutBackUnderANewerLog_exits76() async throws {
    let copy = place.folder + "/copy"
    #expect(try await run("backup", copy).code == 0)
    #expect(try await run("withhold", try await edited(), "--reason", "thử").code == 0)
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: place.path + "/banluu.db" + suffix)
    }
    try FileManager.default.copyItem(atPath: copy + "/banluu.db", toPath: place.path + "/banluu.db")
    let lines = try place.write("", "none.jsonl")
    let refused = try await run("import", "jsonl", lines)
    #expect(refused.code == 76)
    #expect(refused.errors.contains("log fork --reason"))
    #expect(try await run("log", "fork", "--reason", "bản sao cũ").code == 0)
    #expect(try await run("import", "jsonl", lines).code == 0)
  }

  @Test func withhold_whenErasing_leavesNoByteAndEveryProof() async throws {
    let url = try await edited()
    let history = try await run("query", "item", url, "--json").output
    let item = try #require(try JSONSerialization.jsonObject(with: Data(history.utf8)) as? [String: Any])
    let versions = try #require(item["versions"] as? [[String: Any]])
    let words = try #require(versions.last?["text"] as? String).split(separator: "\n")[0]
    let proof = try place.write(try await run("log", "proof", url).output, "proof.tlog")
    #expect(try await run("withhold", url, "--reason", "theo bản án", "--erase").code == 0)
    #expect(!(try await run("query", "item", url, "--json").output.contains(words)))
    for name in try FileManager.default.subpathsOfDirectory(atPath: place.path) {
      guard let bytes = FileManager.default.contents(atPath: place.path + "/" + name) else { continue }
      #expect(bytes.range(of: Data(words.utf8)) == nil, "\(name)")
    }
    let report = try await run("verify", "--full", "--json")
    #expect(report.code == 0)
    #expect(report.output.contains(#""erased":1"#))
    #expect(try await run("log", "check", proof).code == 0)
    #expect(try await run("rebuild").code == 0)
    // Made again from WARC alone, so the segments do not hold the words either.
    #expect(!(try await run("query", "item", url, "--json").output.contains(words)))
    #expect(try await run("verify", "--full").code == 0)
  }
}
