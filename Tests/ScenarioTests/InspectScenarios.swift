import Foundation
import TestKit
import Testing

@Suite struct InspectScenarios {
  private let passage = "Trạm đo số bảy ghi mực nước một trăm bốn mươi chín xăng ti mét lúc sáu giờ, cao hơn hôm qua."

  @Test func inspectPage_whenGivenAnAddress_readsWhatItAnswers() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    let feeds = crawl.place.folder + "/feeds.yaml"
    let page = try await Binary.run("inspect", "page", crawl.server.origin + Site().path(1), "--feeds", feeds)
    #expect(page.code == 0, "\(page.errors)")
    #expect(page.output.contains("Trạm đo số 1 ghi mực nước 107 cm"))
    let feed = try await Binary.run("inspect", "feed", crawl.server.origin + Site.feedPath, "--feeds", feeds)
    #expect(feed.output.contains("rss20"))
    #expect(feed.output.contains("Bản tin thủy văn số 3"))
    let missing = try await Binary.run("inspect", "page", crawl.server.origin + "/khong", "--feeds", feeds)
    #expect(missing.code == 69)
    #expect(missing.errors.contains("answered 404"))
  }

  @Test func inspectPage_whenTheAddressIsClosed_asksNobody() async throws {
    let crawl = try ScenarioCrawl(allowing: "127.9.9.9/32") { _, _ in .missing }
    defer { crawl.server.stop() }
    let outcome = try await Binary.run(
      "inspect", "page", crawl.server.origin + "/", "--feeds", crawl.place.folder + "/feeds.yaml")
    #expect(outcome.code == 69)
    #expect(crawl.server.requests.isEmpty)
  }

  @Test func inspectFingerprints_whenAPassageIsShared_printsTheSameOnes() async throws {
    let place = try TemporaryArchive()
    func hashes(_ text: String, _ name: String) async throws -> Set<String> {
      let outcome = try await Binary.run("inspect", "fingerprints", place.write(text, name))
      #expect(outcome.code == 0, "\(outcome.errors)")
      return Set(outcome.output.split(separator: "\n").map { String($0.prefix(12)) })
    }
    let alone = try await hashes(passage, "a.txt")
    let within = try await hashes("Tin vùng cao hôm nay có mấy việc. " + passage + " Bà con yên tâm.", "b.txt")
    #expect(alone.count >= 3)
    #expect(alone.intersection(within).count >= alone.count - 2)
  }

  @Test func export_whenItsFolderIsMissing_exits73() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let outcome = try await Binary.run(
      "export", "wacz", "-o", crawl.place.folder + "/khong/co.wacz", "--archive", crawl.place.path)
    #expect(outcome.code == 73)
    #expect(outcome.lines.count == 1)
  }

  @Test func backup_whenItsFolderLiesInTheArchive_exits73AndCopiesNothing() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let outcome = try await Binary.run("backup", crawl.place.path + "/sao-luu", "--archive", crawl.place.path)
    #expect(outcome.code == 73)
    #expect(!FileManager.default.fileExists(atPath: crawl.place.path + "/sao-luu"))
  }
}
