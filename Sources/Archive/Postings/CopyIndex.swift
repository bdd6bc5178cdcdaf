import Foundation
import GRDB

/// The fingerprints of all texts: sorted immutable segments in ARCHIVE/copies, and what was committed since the last
/// of them, a sorted batch a commit.
///
/// A view of what the database lists; `refresh` takes up what other connections have committed.
public final class CopyIndex {
  static let folderName = "copies"

  private let folder: String
  private var segments: [PostingSegment] = []
  private var generation: Int64 = -1
  private var pending: [PostingRun] = []
  private var lastDocument: UInt32 = 0
  private var dead: Set<UInt32> = []

  /// Bytes of files in memory above which what was read of segments is given back: at a million documents, filters are a
  /// third of it, and to read the rest anew for each group would take a fifth of an import's time.
  private static let mostMapped = 512 << 20

  /// The number of the last document.
  var documents: Int { Int(lastDocument) }

  init(folder: String) { self.folder = folder + "/" + Self.folderName }

  /// Takes up segments and batches that were committed since; throws `CopyIndexChanged` where a segment on the list was
  /// merged away meanwhile.
  func refresh(_ db: Database) throws {
    let now = try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM posting_segment")) ?? 0
    if now != generation { try reload(db, generation: now) }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT last_document, postings FROM posting_batch WHERE last_document > ? ORDER BY 1"),
      arguments: [Int64(lastDocument)])
    while let row = try rows.next() {
      guard let run = PostingBytes.run(of: row["postings"] as Data) else {
        throw ArchiveError(
          .notAnArchive, "a batch of postings is damaged; make the copy index anew with `banluu rebuild copies`")
      }
      add(run, last: UInt32(row["last_document"] as Int64))
    }
    dead = try Self.dead(db)
  }

  /// The documents whose postings no longer count.
  static func dead(_ db: Database) throws -> Set<UInt32> {
    let documents = try Int64.fetchAll(db.cachedStatement(sql: "SELECT document FROM posting_dead"))
    return Set(documents.map { UInt32(truncatingIfNeeded: $0) })
  }

  private func reload(_ db: Database, generation now: Int64) throws {
    let known = Dictionary(uniqueKeysWithValues: segments.map { ($0.name, $0) })
    let names = try String.fetchAll(db, sql: "SELECT name FROM posting_segment ORDER BY first_document, id")
    segments = try names.map { name in
      if let open = known[name] { return open }
      guard let segment = try PostingSegment(folder: folder, name: name) else { throw CopyIndexChanged(name: name) }
      return segment
    }
    generation = now
    let last = UInt32(segments.map(\.header.lastDocument).max() ?? 0)
    pending = [PostingRun.merged(pending.map { run in run.filter { $0 > last } })].filter { $0.count > 0 }
    lastDocument = max(lastDocument, last)
  }

  /// Takes up the postings of documents up to `last`, which the same writer will commit.
  func add(_ run: PostingRun, last: UInt32) {
    lastDocument = max(lastDocument, last)
    guard run.count > 0 else { return }
    pending.append(run)
    // Runs of like size become one, so that there are few.
    while pending.count > 1, pending[pending.count - 1].count * 2 > pending[pending.count - 2].count {
      let last = pending.removeLast()
      pending[pending.count - 1] = PostingRun.merged([pending[pending.count - 1], last])
    }
  }

  /// Forgets all; what a transaction added must not outlive its failure.
  func reset() {
    segments = []
    pending = []
    generation = -1
    lastDocument = 0
  }

  /// Who holds each of some hashes, which are sorted and stand once each; documents that are dead hold none.
  func holders(of hashes: [UInt64]) -> Holders {
    var holders = Holders(hashes: hashes.count)
    for segment in segments {
      segment.find(hashes, into: &holders)
      if MappedFiles.residentBytes > Self.mostMapped { for segment in segments { segment.releasePages() } }
    }
    for run in pending { run.find(hashes, into: &holders) }
    holders.close()
    return holders
  }

  func isDead(_ document: UInt32) -> Bool { !dead.isEmpty && dead.contains(document) }
}
