import TestKit
import Testing

@Suite struct FeedsFileScenarios {
  private let place: TemporaryArchive

  init() throws { place = try TemporaryArchive() }

  @Test func crawl_whenFeedsFileIsMissing_exits78AndNamesIt() async throws {
    let outcome = try await Binary.run("crawl", "--feeds", place.folder + "/none.yaml", "--archive", place.path)
    #expect(outcome.code == 78)
    #expect(outcome.errors == "banluu: \(place.folder)/none.yaml: no such file; name another with --feeds\n")
  }

  @Test func crawl_whenFeedsFileIsNoYAML_exits78WithLineAndColumn() async throws {
    let file = try place.write("version: 1\noutlets: [\n  - id: a\n", "bad.yaml")
    let outcome = try await Binary.run("crawl", "--feeds", file, "--archive", place.path)
    #expect(outcome.code == 78)
    #expect(outcome.errors.hasPrefix("banluu: \(file):3:"))
    #expect(outcome.lines.count == 1)
  }

  @Test func feedsCheck_whenAKeyIsUnknown_exits78WithLineAndColumn() async throws {
    let file = try place.write("version: 1\noutlets:\n  - id: a\n    name: A\n    kidn: newspaper\n", "bad.yaml")
    let outcome = try await Binary.run("feeds", "check", "--feeds", file)
    #expect(outcome.code == 78)
    #expect(outcome.errors.hasPrefix("banluu: \(file):5:5: "))
    #expect(outcome.errors.contains("kidn"))
  }

  @Test func crawl_whenAnOutletIsUnknown_exits64AndNamesThoseKnown() async throws {
    let file = try place.write(FeedsText.watching("http://127.0.0.1:9/rss"), "feeds.yaml")
    let outcome = try await Binary.run(
      "crawl", "--feeds", file, "--archive", place.path, "--outlet", "boa")
    #expect(outcome.code == 64)
    #expect(outcome.errors == "banluu: no outlet boa in \(file); it has bao\n")
  }
}
