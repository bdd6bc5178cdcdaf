import Detect
import Foundation
import Testing

@testable import Archive

@Suite struct PostingBytesTests {
  private func run(_ document: UInt32, _ hashes: [UInt64]) -> PostingRun {
    PostingRun(
      document: document, postings: hashes.enumerated().map { Posting(hash: $0.element, position: $0.offset * 300) })
  }

  @Test func blob_whenReadBack_isTheRun() {
    let made = PostingRun.merged([run(7, [0, 9, 1 << 47, (1 << 48) - 1]), run(70_000, [9, 9, 5]), run(8, [])])
    let back = PostingBytes.run(of: Data(PostingBytes.blob(of: made)))
    #expect(back?.keys == made.keys)
    #expect(back?.documents == made.documents)
  }

  @Test func blob_whenCutShort_isNoRun() {
    let bytes = PostingBytes.blob(of: run(7, [3, 1 << 40]))
    #expect(PostingBytes.run(of: Data(bytes.dropLast())) == nil)
    #expect(PostingBytes.run(of: Data()) == nil)
  }

  @Test func blob_whenAnyByteIsChanged_isReadOrRefused() {
    let bytes = PostingBytes.blob(of: run(7, [3, 1 << 40, 1 << 41]))
    for at in bytes.indices {
      for value in [UInt8(0), 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[at] = value
        if let run = PostingBytes.run(of: Data(changed)) { #expect(run.keys.count == run.documents.count) }
      }
    }
  }

  @Test func merged_whenRunsOverlap_isSortedAndKeepsAll() {
    let merged = PostingRun.merged([run(1, [5, 1, 9]), run(2, [5, 2]), run(3, [7])])
    #expect(merged.keys.map { $0 >> 16 } == [1, 2, 5, 5, 7, 9])
    #expect(merged.lastDocument == 3)
  }

  @Test func position_whenTheTextIsVeryLong_staysInItsPlace() {
    let made = PostingRun(document: 1, postings: [Posting(hash: 4, position: 70_000)])
    #expect(made.keys == [4 << 16 | 0xFFFF])
  }
}
