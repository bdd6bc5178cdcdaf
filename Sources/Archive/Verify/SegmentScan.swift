import Dispatch
import Foundation
import Prove
import Synchronization

/// Reads segments record by record, on every core, and computes each digest again.
struct SegmentScan: Sendable {
  /// A part of a segment that starts where a record does.
  struct Range: Sendable, Hashable {
    var segment: String
    var start: Int64
    var end: Int64

    var line: String { "\(segment) \(start) \(end)" }
  }

  /// What was read.
  struct Result: Sendable {
    var records = 0
    var bytes = 0
    var segments = 0
    var findings: [Finding] = []
    /// Payload digests of responses by place; empty for a record whose bytes were erased.
    var payloads: [String: [Int64: String]] = [:]
    /// The last line of each row, hashed.
    var lines = JournalLines()
    var skipped: [Range] = []
  }

  /// About how many bytes of a file are read at a time.
  static let part: Int64 = 32 << 20

  let folder: String
  let ranges: [Range]
  let resumes: Bool
  let progress: @Sendable (Int, Int) -> Void

  func run() -> Result {
    let state = VerifyState(folder: folder, resumes: resumes)
    let total = ranges.reduce(0) { $0 + Int($1.end - $1.start) }
    let parts = Mutex<[Int: Result]>([:])
    let done = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: ranges.count) { index in
      let range = ranges[index]
      var part = Result()
      if state.has(range) {
        part.skipped = [range]
      } else {
        part = read(range)
        if part.findings.isEmpty { state.note(range) }
      }
      parts.withLock { $0[index] = part }
      progress(
        done.withLock {
          $0 += Int(range.end - range.start)
          return $0
        }, total)
    }
    state.end()
    var whole = Result()
    for index in ranges.indices { parts.withLock { $0[index] }.map { whole.add($0) } }
    whole.segments = Set(ranges.map(\.segment)).count
    return whole
  }

  private func read(_ range: Range) -> Result {
    var result = Result()
    let path = SegmentCheck.name(folder, range.segment)
    do {
      let reader = try WARCReader(SegmentFile(path: path), from: range.start, to: range.end)
      while true {
        do {
          guard let head = try reader.next() else { break }
          try RecordCheck(path: path, segment: range.segment).run(head, reader, &result)
        } catch let damage as WARCDamage {
          result.findings.append(
            Finding("\(path) at \(damage.offset)", damage.message, repair: SegmentCheck.repair))
          guard try reader.resync(after: damage) else { break }
        }
      }
    } catch {
      result.findings.append(Finding(path, "\(error)", repair: SegmentCheck.repair))
    }
    return result
  }
}

extension SegmentScan.Result {
  fileprivate mutating func add(_ part: SegmentScan.Result) {
    records += part.records
    bytes += part.bytes
    findings += part.findings
    skipped += part.skipped
    for (segment, places) in part.payloads { payloads[segment, default: [:]].merge(places) { $1 } }
    lines.add(part.lines)
  }
}
