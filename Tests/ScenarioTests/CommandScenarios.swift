import Foundation
import Rehearse
import Testing

/// The real binary, as a user runs it.
@Suite(.serialized) struct CommandScenarios {
  private struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  private let folder = NSTemporaryDirectory() + "banluu-scenario-\(UUID().uuidString)"

  private func banluu(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("banluu")
    if !FileManager.default.fileExists(atPath: process.executableURL?.path ?? "") {
      process.executableURL = URL(fileURLWithPath: ".build/debug/banluu")
    }
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: said, as: UTF8.self))
  }

  private func write(_ text: String, _ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    return folder + "/" + name
  }

  @Test func crawl_whenFeedsFileIsMissing_exits78AndNamesIt() throws {
    let outcome = try banluu(["crawl", "--feeds", folder + "/none.yaml", "--archive", folder + "/a"])
    #expect(outcome.code == 78)
    #expect(outcome.errors.contains("none.yaml"))
  }

  @Test func feedsCheck_whenAKeyIsUnknown_exits78WithLineAndColumn() throws {
    let file = try write("version: 1\noutlets:\n  - id: a\n    name: A\n    kidn: newspaper\n", "bad.yaml")
    let outcome = try banluu(["feeds", "check", "--feeds", file])
    #expect(outcome.code == 78)
    #expect(outcome.errors.contains("bad.yaml:5:5"))
  }

  @Test func query_whenThereIsNoArchive_exits66() throws {
    let outcome = try banluu(["query", "edits", "--archive", folder + "/none"])
    #expect(outcome.code == 66)
  }

  @Test func importJSONLines_whenALineIsBad_keepsTheGoodOnes() throws {
    let good =
      #"{"id":"1","outlet":"o","url":"https://o.example/1","title":"T","text":"Lời","published":"2026-01-02T03:04:05Z"}"#
    let file = try write(good + "\nnot json\n", "in.jsonl")
    let outcome = try banluu(["import", "jsonl", file, "--archive", folder + "/a"])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("line 2"))
    #expect(outcome.output.hasPrefix("1 articles"))
  }

  @Test func crawl_whenThePressIsUnchanged_storesNothingNew() throws {
    let server = try PressServer()
    defer { server.stop() }
    let feeds = try write(server.feedsYAML, "feeds.yaml")
    let crawl = ["crawl", "--feeds", feeds, "--archive", folder + "/a", "--recheck", "all", "--json"]
    #expect(try banluu(crawl).code == 0)
    let before = try banluu(["query", "edits", "--all", "--archive", folder + "/a", "--json"]).output
    let again = try banluu(crawl)
    #expect(again.output.contains(#""articles":{"looked":13,"new":0}"#))
    #expect(try banluu(["query", "edits", "--all", "--archive", folder + "/a", "--json"]).output == before)
  }

  @Test func crawl_whenTheAddressIsNotPublicAndNotAllowed_refuses() throws {
    let feeds = try write(
      """
      version: 1
      outlets:
        - id: a
          name: A
          kind: newspaper
          home: http://127.0.0.1:9/
          feeds:
            - url: http://127.0.0.1:9/rss
      """, "loopback.yaml")
    let outcome = try banluu(["crawl", "--feeds", feeds, "--archive", folder + "/a"])
    #expect(outcome.code == 69)
    #expect(outcome.errors.contains("not a public address"))
  }
}
