import Foundation
import GRDB

extension CopyIndex {
  /// Documents whose postings stand in batches before they become a segment.
  private static let flushedDocuments = 5_000
  /// Batches that stand before they become a segment, however small they are: each reader decodes all of them.
  private static let flushedBatches = 256

  /// Files the postings of one commit with it.
  static func file(_ blob: [UInt8], documents: Int, last: UInt32, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO posting_batch(last_document, documents, postings) VALUES (?, ?, ?)")
      .execute(arguments: [Int64(last), documents, Data(blob)])
  }

  /// Whether the batches should become a segment.
  static func isFlushDue(_ db: Database) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) AS batches, coalesce(sum(documents), 0) AS documents FROM posting_batch")
    )
    guard let row else { return false }
    return (row["batches"] as Int) >= flushedBatches || (row["documents"] as Int) >= flushedDocuments
  }

  /// The next segment that should be made, written and not yet listed: of the batches that stand, if they are many, else
  /// of segments of like size; nil where all is well. Only for the lock's holder.
  ///
  /// `evenFew`: of the batches whatever their number.
  static func nextSegment(folder: String, read: DatabaseQueue, evenFew: Bool = false) throws -> NewSegment? {
    let isDue = try evenFew || read.read(isFlushDue)
    return try isDue
      ? ofBatches(folder: folder, read) ?? ofSegments(folder: folder, read) : ofSegments(folder: folder, read)
  }

  private static func ofBatches(folder: String, _ read: DatabaseQueue) throws -> NewSegment? {
    let folder = try makeFolder(folder)
    let batches = try read.read { db in
      try Row.fetchAll(db, sql: "SELECT last_document, documents, postings FROM posting_batch ORDER BY 1")
    }
    guard let last = batches.last.map({ $0["last_document"] as Int64 }) else { return nil }
    let runs = batches.compactMap { PostingBytes.run(of: $0["postings"] as Data) }
    guard runs.count == batches.count else {
      throw ArchiveError(
        .notAnArchive, "a batch of postings is damaged; make the copy index anew with `banluu rebuild copies`")
    }
    let documents = batches.reduce(0) { $0 + ($1["documents"] as Int) }
    let segment = try WrittenSegment(PostingRun.merged(runs), last: UInt32(last), documents: documents, folder: folder)
    return NewSegment(segment: segment, replaces: .batches(upTo: last))
  }

  /// One of several segments, if there are enough of a size.
  private static func ofSegments(folder: String, _ read: DatabaseQueue) throws -> NewSegment? {
    let (rows, dead) = try read.read { db in
      (
        try Row.fetchAll(db, sql: "SELECT name, documents FROM posting_segment ORDER BY documents, id"),
        try CopyIndex.dead(db)
      )
    }
    let full = MergePlan.next(rows.map { $0["documents"] }).map { rows[$0] }
    if full.isEmpty { return nil }
    let folder = try makeFolder(folder)
    let names = full.map { $0["name"] as String }
    let parts = try names.map { name in
      guard let part = try PostingSegment(folder: folder, name: name) else {
        throw CopyIndexChanged(name: name).missing
      }
      return part
    }
    let documents = full.reduce(0) { $0 + ($1["documents"] as Int) }
    let merged = try WrittenSegment(merging: parts, documents: documents, without: dead, folder: folder)
    return NewSegment(segment: merged, replaces: .segments(names, folder: folder))
  }

  static func makeFolder(_ archive: String) throws -> String {
    let folder = archive + "/" + folderName
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    return folder
  }

  /// Takes away files that no list names: what a crash left between writing a segment and listing it.
  static func sweep(folder: String, _ db: Database) throws {
    let folder = folder + "/" + folderName
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    let listed = Set(try String.fetchAll(db, sql: "SELECT name FROM posting_segment"))
    for file in files where !listed.contains(file) && (file.hasPrefix("postings-") || file.hasPrefix(".postings-")) {
      unlink(folder + "/" + file)
    }
  }
}
