import Foundation
import GRDB
import News
import TestKit
import Testing

@testable import Archive

@Suite struct MigrationTests {
  private let place: TemporaryArchive

  init() throws {
    place = try TemporaryArchive()
    _ = try NewsArchive(folder: place.path, holder: "import", at: Instant(seconds: 1_790_000_000))
  }

  private func columns(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { try $0.columns(in: "outlet").map(\.name) }
  }

  private func migrate(_ steps: [Int: String]) throws {
    try DatabaseQueue(path: place.path + "/banluu.db").inDatabase { db in
      try Migration.run(db, folder: place.path, to: Schema.version + 2, steps: steps)
    }
  }

  @Test func run_whenTheSchemaIsOlder_keepsTheOldFileAndChangesAll() throws {
    try migrate([2: "ALTER TABLE outlet ADD COLUMN mot TEXT", 3: "ALTER TABLE outlet ADD COLUMN hai TEXT"])
    #expect(try columns(place.path + "/banluu.db").suffix(2) == ["mot", "hai"])
    #expect(!(try columns(place.path + "/banluu.db.schema-2").contains("mot")))
    #expect { try ArchiveDatabase.openReader(folder: place.path) } throws: { ($0 as? ArchiveError)?.cause == .newer }
  }

  @Test func run_whenAStepFails_changesNothing() throws {
    #expect(throws: (any Error).self) {
      try migrate([2: "ALTER TABLE outlet ADD COLUMN mot TEXT", 3: "ALTER TABLE none ADD COLUMN hai TEXT"])
    }
    #expect(!(try columns(place.path + "/banluu.db").contains("mot")))
    _ = try ArchiveDatabase.openReader(folder: place.path)
  }

  @Test func open_whenTheLastWriterEnds_leavesAnEmptyWriteAheadLogForReaders() throws {
    let log = try FileManager.default.attributesOfItem(atPath: place.path + "/banluu.db-wal")
    #expect(log[.size] as? Int == 0)
    #expect(FileManager.default.fileExists(atPath: place.path + "/banluu.db-shm"))
  }
}
