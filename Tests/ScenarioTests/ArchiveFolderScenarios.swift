import Dispatch
import Foundation
import GRDB
import TestKit
import Testing

@Suite struct ArchiveFolderScenarios {
  @Test func crawl_whenTheDatabaseIsNoArchive_exits65AndLeavesItAlone() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    try FileManager.default.createDirectory(atPath: crawl.place.path, withIntermediateDirectories: true)
    let words = Data("Sổ tay của trạm, không phải cơ sở dữ liệu.".utf8)
    try words.write(to: URL(fileURLWithPath: crawl.place.path + "/banluu.db"))
    let outcome = try await crawl.run()
    #expect(outcome.code == 65)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.contains("is not a banluu archive"))
    #expect(outcome.errors.contains("name another folder with --archive"))
    #expect(FileManager.default.contents(atPath: crawl.place.path + "/banluu.db") == words)
    #expect(!FileManager.default.fileExists(atPath: crawl.place.path + "/warc"))
  }

  @Test func crawl_whenTheDatabaseIsAnothersSQLite_exits65AndLeavesItAlone() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    try FileManager.default.createDirectory(atPath: crawl.place.path, withIntermediateDirectories: true)
    let path = crawl.place.path + "/banluu.db"
    try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE tram(ten TEXT)") }
    let before = FileManager.default.contents(atPath: path)
    let outcome = try await crawl.run()
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("is not a banluu archive; name another folder with --archive"))
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func crawl_whenTheArchiveIsAFile_exits65() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    let file = try crawl.place.write("x", "file")
    let outcome = try await Binary.run(crawl.arguments(into: file))
    #expect(outcome.code == 65)
    #expect(outcome.errors == "banluu: \(file) is a file, no archive; name a folder with --archive\n")
  }

  @Test func crawl_whenTheFolderCannotBeMade_exits73() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    let file = try crawl.place.write("x", "file")
    let outcome = try await Binary.run(crawl.arguments(into: file + "/archive"))
    #expect(outcome.code == 73)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.hasPrefix("banluu: cannot make the folder \(file)/archive ("))
    #expect(outcome.errors.hasSuffix("); name another with --archive\n"))
  }

  @Test func query_whenTheDatabaseIsDamaged_exits65() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let path = crawl.place.path + "/banluu.db"
    // Brings what the crawl left in the write-ahead log into the file.
    _ = try await DatabaseQueue(path: path).writeWithoutTransaction { try $0.checkpoint(.truncate) }
    var bytes = try #require(FileManager.default.contents(atPath: path))
    // Every page but the first, which says what tables there are.
    bytes.replaceSubrange(4096..., with: Data(repeating: 0x2E, count: bytes.count - 4096))
    try bytes.write(to: URL(fileURLWithPath: path))
    let outcome = try await crawl.query("stats")
    #expect(outcome.code == 65)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.hasPrefix("banluu: \(path) is damaged ("))
    #expect(outcome.errors.hasSuffix("); restore it from a backup\n"))
  }

  @Test func query_whenThereIsNoArchive_exits66() async throws {
    let place = try TemporaryArchive()
    let outcome = try await Binary.run("query", "edits", "--archive", place.path)
    #expect(outcome.code == 66)
    #expect(
      outcome.errors == "banluu: no archive in \(place.path); start one with `banluu crawl --archive \(place.path)`\n")
  }

  @Test func crawl_whenItMakesAnArchive_closesItToOthers() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    for name in try FileManager.default.subpathsOfDirectory(atPath: crawl.place.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: crawl.place.path + "/" + name)
      let rights = try #require(attributes[.posixPermissions] as? Int)
      #expect(rights & 0o027 == 0, "\(name)")
    }
  }

  @Test func crawl_whenAnotherCrawlIsAtWork_exits75AndNamesIt() async throws {
    let (arrived, arriving) = AsyncStream.makeStream(of: Void.self)
    let release = DispatchSemaphore(value: 0)
    let crawl = try ScenarioCrawl { request, origin in
      if request.path == Site.feedPath {
        arriving.finish()
        release.wait()
      }
      return Site().answer(request, origin: origin)
    }
    defer { crawl.server.stop() }
    let first = try Binary.start(crawl.arguments())
    for await _ in arrived {}
    let second = try await crawl.run()
    release.signal()
    #expect(second.code == 75)
    #expect(second.lines.count == 1)
    #expect(second.errors.contains("is being written by crawl, process "))
    #expect(second.errors.contains("wait for it or stop it"))
    #expect(try await first.outcome.code == 0)
    #expect(try crawl.contents.articles == 3)
  }

  @Test func demo_whenTheArchiveIsARealOne_exits73AndLeavesItAlone() async throws {
    let crawl = try ScenarioCrawl(Site())
    defer { crawl.server.stop() }
    #expect(try await crawl.run().code == 0)
    let outcome = try await Binary.run("demo", "--archive", crawl.place.path)
    #expect(outcome.code == 73)
    #expect(outcome.errors.contains("no demo made it"))
    #expect(try await crawl.query("search", "mực").output.contains("Bản tin thủy văn"))
  }
}
