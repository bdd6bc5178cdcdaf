import Foundation
import TestKit
import Testing

@Suite struct ImportScenarios {
  private let place: TemporaryArchive

  init() throws { place = try TemporaryArchive() }

  @Test func importJSONLines_whenALineIsBad_exits65AndKeepsTheGoodOnes() async throws {
    let good =
      #"{"id":"1","outlet":"o","url":"https://o.example/1","title":"T","text":"Lời","published":"2026-01-02T03:04:05Z"}"#
    let file = try place.write(good + "\nnot json\n", "in.jsonl")
    let outcome = try await Binary.run("import", "jsonl", file, "--archive", place.path)
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("banluu: \(file) line 2: not a JSON object"))
    #expect(outcome.output.hasPrefix("1 articles"))
  }

  @Test func importJSONLines_whenTheFileIsAFolder_exits66AndMakesNoArchive() async throws {
    let outcome = try await Binary.run("import", "jsonl", place.folder, "--archive", place.path)
    #expect(outcome.code == 66)
    #expect(outcome.errors == "banluu: cannot read \(place.folder), a folder; check the path\n")
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  @Test func importJSONLines_whenTheFileIsMissing_exits66AndMakesNoArchive() async throws {
    let file = place.folder + "/none.jsonl"
    let outcome = try await Binary.run("import", "jsonl", file, "--archive", place.path)
    #expect(outcome.code == 66)
    #expect(outcome.errors == "banluu: cannot read \(file); check the path\n")
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }
}
