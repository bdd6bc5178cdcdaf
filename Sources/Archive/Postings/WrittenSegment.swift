import Foundation
import GRDB

/// A segment of the copy index that is on the disk and not yet listed.
struct WrittenSegment: Sendable {
  /// Postings that are merged at once: they fit into a core's cache.
  private static let atOnce = 1 << 14
  /// Parts of a merge after which the pages read so far are given back, so that memory does not grow with segments.
  private static let partsKept = 64

  let name: String
  private let header: PostingSegment.Header
  private let documents: Int
  private let bytes: Int

  init(_ run: PostingRun, last: UInt32, documents: Int, folder: String) throws {
    let first = min(run.documents.min() ?? last, last)
    try self.init(folder: folder, count: run.count, of: first...last, documents: documents) { try $0.add(run) }
  }

  /// One of several; documents that are dead are left out.
  init(merging segments: [PostingSegment], documents: Int, without dead: Set<UInt32>, folder: String) throws {
    let first = UInt32(segments.map(\.header.firstDocument).min() ?? 0)
    let last = UInt32(segments.map(\.header.lastDocument).max() ?? 0)
    let count = segments.reduce(0) { $0 + Int($1.header.postings) }
    try self.init(folder: folder, count: count, of: first...last, documents: documents) { writer in
      let parts = UInt64(max(1, count / Self.atOnce))
      let bits = min(
        UInt64(parts.bitWidth - 1 - parts.leadingZeroBitCount), segments.map(\.header.bucketBits).min() ?? 0)
      for part in 0..<(1 << bits) {
        let run = PostingRun.merged(try segments.map { try Self.read($0, part, bits, folder) })
        try writer.add(dead.isEmpty ? run : run.filter { !dead.contains($0) })
        if part % Self.partsKept == 0 { for segment in segments { segment.releasePages() } }
      }
    }
  }

  private static func read(_ segment: PostingSegment, _ part: Int, _ bits: UInt64, _ folder: String) throws
    -> PostingRun
  {
    var run = PostingRun(reservingCapacity: Int(segment.header.postings >> bits) * 5 / 4)
    guard segment.read(part: part, bits: bits, into: &run) else {
      throw PostingSegment.damaged(folder + "/" + segment.name)
    }
    return run
  }

  /// `count`: how many postings `body` adds at most.
  private init(
    folder: String, count: Int, of range: ClosedRange<UInt32>, documents: Int,
    _ body: (inout SegmentWriter) throws -> Void
  ) throws {
    name = "postings-\(UUID().uuidString.lowercased().prefix(13))"
    var writer = try SegmentWriter(folder: folder, name: name, count: count, documents: range)
    do {
      try body(&writer)
      bytes = try writer.finish()
    } catch {
      writer.abandon()
      throw error
    }
    header = writer.header
    self.documents = documents
  }

  func list(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO posting_segment(name, first_document, last_document, documents, postings, bytes)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        name, Int64(header.firstDocument), Int64(header.lastDocument), documents, Int64(header.postings), bytes,
      ])
  }
}
