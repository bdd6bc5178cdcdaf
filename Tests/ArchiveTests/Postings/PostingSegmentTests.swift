import Detect
import Foundation
import Testing

@testable import Archive

@Suite struct PostingSegmentTests {
  private let folder = NSTemporaryDirectory() + "banluu-postings-\(UUID().uuidString)"
  private let run: PostingRun

  /// 3,000 hashes spread over the whole space; every third stands in two documents.
  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let hashes = (0..<3_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 >> 16 }
    run = PostingRun.merged([
      PostingRun(document: 10, postings: hashes.map { Posting(hash: $0, position: 1) }),
      PostingRun(
        document: 12, postings: stride(from: 0, to: 3_000, by: 3).map { Posting(hash: hashes[$0], position: 2) }),
    ])
  }

  private func written() throws -> PostingSegment {
    var writer = try SegmentWriter(folder: folder, name: "postings-1", count: run.count, documents: 10...12)
    for i in run.keys.indices { try writer.add(run.keys[i], run.documents[i]) }
    _ = try writer.finish()
    return try #require(try PostingSegment(folder: folder, name: "postings-1"))
  }

  private func found(_ hashes: [UInt64], in segment: PostingSegment) -> [[UInt32]] {
    var holders = Holders(hashes: hashes.count)
    segment.find(hashes, into: &holders)
    holders.close()
    return hashes.indices.map { holders[$0].map(\.document) }
  }

  @Test func find_whenHashesAreHeld_givesEveryHolder() throws {
    let segment = try written()
    let hashes = Set(run.keys.map { $0 >> 16 }).sorted()
    #expect(found(hashes, in: segment).flatMap { $0 }.count == run.count)
    #expect(found([hashes[17]], in: segment).first?.contains(10) == true)
    #expect(segment.isSound)
  }

  @Test func find_whenHashesAreNotHeld_givesNone() throws {
    let segment = try written()
    let held = Set(run.keys.map { $0 >> 16 })
    let spread = (1...2_000).map { UInt64($0) &* 0x0123_4567_89AB & 0xFFFF_FFFF_FFFF }
    let others = spread.filter { !held.contains($0) }.sorted()
    let any = found(others, in: segment).contains { !$0.isEmpty }
    #expect(!any)
  }

  @Test func cursor_whenItWalks_givesThePostingsInOrder() throws {
    var cursor = PostingSegment.Cursor(try written())
    var keys: [UInt64] = []
    while let key = cursor.key {
      keys.append(key)
      cursor.advance()
    }
    #expect(keys == run.keys)
  }

  @Test(arguments: [70, 4_000, 20_000]) func isSound_whenAByteHasChanged_isFalse(at offset: Int) throws {
    _ = try written()
    let path = folder + "/postings-1"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[offset] ^= 0x10
    try bytes.write(to: URL(fileURLWithPath: path))
    let segment = try #require(try PostingSegment(folder: folder, name: "postings-1"))
    #expect(!segment.isSound)
    _ = found(Set(run.keys.map { $0 >> 16 }).sorted(), in: segment)
  }

  @Test func open_whenTheFileIsNoSegment_refuses() throws {
    try Data(repeating: 7, count: 500).write(to: URL(fileURLWithPath: folder + "/postings-2"))
    #expect(throws: ArchiveError.self) { try PostingSegment(folder: folder, name: "postings-2") }
    let missing = try PostingSegment(folder: folder, name: "postings-3")
    #expect(missing == nil)
  }

  @Test func holders_whenAHashIsEverywhere_areCutOff() throws {
    var runs: [PostingRun] = []
    for document in 1...900 {
      runs.append(PostingRun(document: UInt32(document), postings: [Posting(hash: 5, position: 0)]))
    }
    var holders = Holders(hashes: 1)
    PostingRun.merged(runs).find([5], into: &holders)
    holders.close()
    #expect(holders[0].count == Holders.most)
  }
}
