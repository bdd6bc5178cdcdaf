import Rehearse
import TestKit
import Testing

@Suite struct UnchangedPressScenarios {
  @Test func crawl_whenThePressIsUnchanged_addsLooksOnly() async throws {
    let server = try PressServer()
    defer { server.stop() }
    let place = try TemporaryArchive()
    let feeds = try place.write(server.feedsYAML, "feeds.yaml")
    let crawl = ["crawl", "--feeds", feeds, "--archive", place.path, "--recheck", "all", "--json"]
    #expect(try await Binary.run(crawl).code == 0)
    let before = try ArchiveContents(place.path)
    let again = try await Binary.run(crawl)
    #expect(again.code == 0)
    let after = try ArchiveContents(place.path)
    #expect(after.withoutLooks == before.withoutLooks)
    #expect(after.looks == 2 * before.looks)
    #expect(after.looks > 0)
  }
}
