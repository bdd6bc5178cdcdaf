import Archive
import Foundation
import GRDB
import TestKit
import Testing

/// One bit turned at a random place of an archive, again and again: `verify` finds each that touches what is kept.
@Suite struct BitFlipScenarios {
  /// More in `make deep`.
  private static let flips = ProcessInfo.processInfo.environment["BANLUU_FLIPS"].flatMap(Int.init) ?? 60

  @Test func verify_whenOneBitIsTurned_findsItIfItTouchesWhatIsKept() async throws {
    let place = try TemporaryArchive()
    #expect(try await Binary.run("demo", "--archive", place.path).code == 0)
    _ = try await DatabaseQueue(path: place.path + "/banluu.db").writeWithoutTransaction {
      try $0.checkpoint(.truncate)
    }
    let meaning = try Meaning(place.path)
    let files = try FileManager.default.subpathsOfDirectory(atPath: place.path).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: place.path + "/" + name, isDirectory: &isFolder)
      return !isFolder.boolValue && name != "lock" && !name.hasSuffix("-shm") && !name.hasSuffix("-wal")
    }.sorted()
    var random = SplitMix(seed: UInt64(ProcessInfo.processInfo.environment["BANLUU_SEED"] ?? "") ?? 1)
    var found = 0
    var unfound: [String: Int] = [:]
    for _ in 0..<Self.flips {
      // Each kind of file alike: by size the database would take nearly all.
      let kind = ["banluu.db", "warc/", "log/"][Int(random.next() % 3)]
      let candidates = files.filter { $0.hasPrefix(kind) }
      let path = place.path + "/" + candidates[Int(random.next() % UInt64(candidates.count))]
      let whole = try #require(FileManager.default.contents(atPath: path))
      let at = Int(random.next() % UInt64(whole.count))
      var turned = whole
      turned[at] ^= 1 << UInt8(random.next() % 8)
      try turned.write(to: URL(fileURLWithPath: path))
      defer { try? whole.write(to: URL(fileURLWithPath: path)) }
      if try !Verifier(folder: place.path, depth: .full).run().clean {
        found += 1
      } else {
        let now = try Meaning(place.path)
        #expect(now == meaning, "a bit at \(at) of \(path) was not found")
        unfound[kind, default: 0] += 1
      }
    }
    print("bit flips: \(Self.flips), found \(found), of no stored meaning \(unfound)")
    #expect(found > Self.flips / 3)
  }

  /// Everything the archive keeps that is not made again from something else: rows, and payloads as they are read.
  private struct Meaning: Equatable {
    private var rows: [String: [String]] = [:]

    init(_ folder: String) throws {
      let database = try DatabaseQueue(path: folder + "/banluu.db", configuration: Self.reading)
      rows = try database.read { db in
        var rows: [String: [String]] = [:]
        for table in [
          "text", "version", "event", "copy", "stale", "withheld", "log_entry", "log_head", "segment", "alias",
          "further_page", "mark", "merge",
        ] {
          rows[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2").map { "\($0)" }
        }
        rows["article"] = try Row.fetchAll(
          db, sql: "SELECT id, outlet, url, external, imported, first_seen FROM article ORDER BY 1"
        ).map { "\($0)" }
        return rows
      }
    }

    private static var reading: Configuration {
      var configuration = Configuration()
      configuration.readonly = true
      return configuration
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
