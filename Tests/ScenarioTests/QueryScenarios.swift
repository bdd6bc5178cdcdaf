import TestKit
import Testing

@Suite struct QueryScenarios {
  @Test func queryItem_whenTheAddressIsUnknown_exits66WithTheNearestTitles() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let outcome = try await crawl.query("item", crawl.server.origin + "/ban-tin-thuy-van-so-2-sua.html")
    #expect(outcome.code == 66)
    #expect(outcome.lines.first?.hasPrefix("banluu: no article \(crawl.server.origin)/ban-tin") == true)
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines.dropFirst().first?.hasSuffix("Bản tin thủy văn số 2") == true)
  }

  @Test func queryItem_whenNothingIsNear_exits66AndSaysHowToFindIt() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let outcome = try await crawl.query("item", "https://khac.example/zzz")
    #expect(outcome.code == 66)
    #expect(
      outcome.errors
        == "banluu: no article https://khac.example/zzz in this archive; find it with `banluu query search WORDS`\n")
  }

  @Test func query_whenItsOptionIsUnknown_exits64() async throws {
    #expect(try await Binary.run("query", "edits", "--nothing").code == 64)
  }

  @Test func querySearch_whenItsOptionsNarrowIt_listsOnlyThoseAndTheWordsAround() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let found = try await crawl.query("search", "nước 114")
    #expect(found.output.contains("số 2 ghi mực nước 114 cm lúc sáu giờ"))
    #expect(try await crawl.query("search", "mực nước", "--limit", "1").output.split(separator: "\n").count == 4)
    #expect(try await crawl.query("search", "mực", "--outlet", "khac").output == "Nothing found.\n")
    #expect(try await crawl.query("search", "mực", "--to", "2001-01-01").output == "Nothing found.\n")
    #expect(try await crawl.query("search", "mực", "--from", "hôm kia").code == 64)
  }

  @Test func queryStatus_whenASourceFails_namesItAndCountsTheRest() async throws {
    let crawl = try ScenarioCrawl { _, _ in .missing }
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 69)
    let status = try await crawl.query("status")
    #expect(status.output.contains("0 sources well, 1 failing"))
    #expect(status.output.contains(crawl.server.origin + "/rss"))
  }
}
