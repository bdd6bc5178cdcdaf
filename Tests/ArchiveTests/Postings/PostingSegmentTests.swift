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
    try writer.add(run)
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

  @Test(arguments: [0, 2, 5] as [UInt64]) func read_whenPartAfterPartIsRead_givesThePostingsInOrder(bits: UInt64) throws
  {
    let segment = try written()
    var read = PostingRun()
    for part in 0..<(1 << bits) { #expect(segment.read(part: part, bits: bits, into: &read)) }
    #expect(read.keys == run.keys)
    #expect(read.documents == run.documents)
  }

  @Test func add_whenRunsEndInsideABucket_writesTheSameFile() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + written().name))
    var writer = try SegmentWriter(folder: folder, name: "postings-2", count: run.count, documents: 10...12)
    for start in stride(from: 0, to: run.count, by: 7) {
      let range = start..<min(start + 7, run.count)
      try writer.add(PostingRun(sorted: Array(run.keys[range]), Array(run.documents[range])))
    }
    _ = try writer.finish()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/postings-2")) == whole)
  }

  @Test func merge_whenDocumentsAreDead_leavesThemOut() throws {
    let other = PostingRun(document: 14, postings: (0..<40_000).map { Posting(hash: UInt64($0) << 30, position: 3) })
    var writer = try SegmentWriter(folder: folder, name: "postings-2", count: other.count, documents: 14...14)
    try writer.add(other)
    _ = try writer.finish()
    let parts = [try written(), try #require(try PostingSegment(folder: folder, name: "postings-2"))]
    let merged = try WrittenSegment(merging: parts, documents: 3, without: [12], folder: folder)
    let segment = try #require(try PostingSegment(folder: folder, name: merged.name))
    var read = PostingRun()
    #expect(segment.isSound && segment.read(part: 0, bits: 0, into: &read))
    let expected = PostingRun.merged([run, other]).filter { $0 != 12 }
    #expect(read.keys == expected.keys)
    #expect(read.documents == expected.documents)
  }

  @Test func merge_whenASegmentIsDamaged_refuses() throws {
    _ = try written()
    let path = folder + "/postings-1"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for at in 64..<4_000 { bytes[at] = 0xFF }
    try bytes.write(to: URL(fileURLWithPath: path))
    let segment = try #require(try PostingSegment(folder: folder, name: "postings-1"))
    #expect(throws: ArchiveError.self) {
      try WrittenSegment(merging: [segment], documents: 2, without: [], folder: folder)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["postings-1"])
  }

  @Test func merge_whenAnyByteIsChanged_makesAFileOrRefuses() throws {
    _ = try written()
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder + "/postings-1"))
    for at in stride(from: 64, to: whole.count - 8, by: 211) {
      for value in [UInt8(0), 0x7F, 0x80, 0xFF] {
        var bytes = whole
        bytes[at] = value
        try bytes.write(to: URL(fileURLWithPath: folder + "/postings-1"))
        guard let segment = try PostingSegment(folder: folder, name: "postings-1") else { continue }
        let merged = try? WrittenSegment(merging: [segment], documents: 2, without: [], folder: folder)
        if let merged { unlink(folder + "/" + merged.name) }
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["postings-1"])
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
