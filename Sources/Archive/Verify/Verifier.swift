import Foundation
import GRDB
import News
import Prove
import Synchronization

/// Recomputes what an archive claims: digests, hashes, records, tree, tiles, checkpoint, and SQLite's own structure.
///
/// All of it is compared as of one moment, so a daemon may go on writing.
public struct Verifier: Sendable {
  /// How much of the segments is read.
  public enum Depth: Sendable {
    /// None of them: log, rows and structure only.
    case structure
    /// The payloads of a share of the versions, chosen anew each time.
    case sample(Double)
    case full
  }

  private let folder: String
  private let depth: Depth
  private let resumes: Bool
  private let progress: @Sendable (Int, Int) -> Void

  /// `resumes` leaves out what an interrupted verification had read already.
  public init(
    folder: String, depth: Depth, resumes: Bool = false,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    self.folder = folder
    self.depth = depth
    self.resumes = resumes
    self.progress = progress
  }

  /// Looks at everything and reports; throws only where there is no archive to look at.
  public func run() throws -> VerifyReport {
    let clock = ContinuousClock()
    let began = clock.now
    var report = VerifyReport()
    do {
      let database = try ArchiveDatabase.openReader(folder: folder)
      report = try database.read { try check($0) }
      if try database.read(CopyIndex.isCurrent) {
        report.findings += try copyIndex()
      } else {
        report.skipped.append("the copy index is of an earlier release; the next command that writes makes it anew")
      }
    } catch let error as DatabaseError {
      report.findings.append(
        Finding(
          ArchiveDatabase.path(folder), "SQLite cannot read it (\(error.message ?? "\(error.resultCode)"))",
          repair: Self.rebuild))
    } catch let error as ArchiveError where error.cause == .notAnArchive || error.cause == .verification {
      report.findings.append(Finding(ArchiveDatabase.path(folder), error.message, repair: Self.rebuild))
    }
    report.seconds = Double((clock.now - began).inMilliseconds) / 1000
    return report
  }

  static let rebuild = "restore banluu.db from a backup, or make it again with `banluu rebuild`"

  private func check(_ db: Database) throws -> VerifyReport {
    var report = VerifyReport()
    let scan = SegmentScan(folder: folder, ranges: try ranges(db), resumes: resumes, progress: progress)
    // Segments are read on other threads while this one compares rows; both see the database as of now.
    let reading = DispatchGroup()
    let outcome = Outcome()
    if case .full = depth {
      DispatchQueue.global().async(group: reading) {
        let result = scan.run()
        outcome.value.withLock { $0 = result }
      }
    }
    try structure(db, &report)
    try LogCheck(folder: folder).run(db, &report)
    try RowCheck(folder: folder).run(db, &report)
    try SegmentCheck(folder: folder).run(db, &report)
    reading.wait()
    switch depth {
    case .structure: report.skipped.append("payloads: `--full` reads them, `--sample 5%` a share of them")
    case .sample(let share): try PayloadSample(folder: folder, share: share).run(db, &report)
    case .full: try settle(outcome.value.withLock { $0 }, db, &report)
    }
    return report
  }

  /// The copy index can be made again; a merge that went on meanwhile is no finding, so it is asked twice.
  private func copyIndex() throws -> [Finding] {
    let problems = try copyIndexProblems()
    if problems.isEmpty { return [] }
    let again = Set(try copyIndexProblems().map(\.object))
    return problems.filter { again.contains($0.object) }.map {
      Finding($0.object, $0.problem, repair: "make it again with `banluu rebuild copies`")
    }
  }

  private func copyIndexProblems() throws -> [(object: String, problem: String)] {
    try ArchiveDatabase.openReader(folder: folder).read { try CopyIndex.problems(folder: folder, $0) }
  }

  private func settle(_ read: SegmentScan.Result, _ db: Database, _ report: inout VerifyReport) throws {
    report.records += read.records
    report.bytes += read.bytes
    report.segments += read.segments
    report.findings += read.findings
    if !read.skipped.isEmpty {
      report.skipped.append("\(read.skipped.count) parts of segments that an interrupted run had read")
    }
    try PlaceCheck(folder: folder).run(db, read, &report)
    if read.skipped.isEmpty { try JournalCheck(folder: folder).run(db, read.lines, &report) }
  }

  private func structure(_ db: Database, _ report: inout VerifyReport) throws {
    var pragma = "quick_check"
    if case .full = depth { pragma = "integrity_check" }
    let said = try String.fetchAll(db, sql: "PRAGMA \(pragma)(20)")
    if said != ["ok"] {
      report.findings += said.map { Finding(ArchiveDatabase.path(folder), $0, repair: Self.rebuild) }
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20) {
      report.findings.append(
        Finding(
          "row \(row["rowid"] as Int64? ?? 0) of \(row["table"] as String)",
          "it names a row of \(row["parent"] as String) that is not there", repair: Self.rebuild))
    }
  }

  /// Parts of segments to be read side by side, cut where a record is known to start.
  private func ranges(_ db: Database) throws -> [SegmentScan.Range] {
    guard case .full = depth else { return [] }
    var ranges: [SegmentScan.Range] = []
    for segment in try Row.fetchAll(db, sql: "SELECT name, length FROM segment ORDER BY rowid") {
      let name: String = segment["name"]
      let length: Int64 = segment["length"]
      var start: Int64 = 0
      for place in try Int64.fetchAll(
        db, sql: "SELECT offset FROM version WHERE segment = ? ORDER BY offset", arguments: [name])
      where place >= start + SegmentScan.part && place < length {
        ranges.append(SegmentScan.Range(segment: name, start: start, end: place))
        start = place
      }
      ranges.append(SegmentScan.Range(segment: name, start: start, end: length))
    }
    return ranges
  }

  /// What the reading threads hand over when the group has ended.
  private final class Outcome: Sendable {
    let value = Mutex(SegmentScan.Result())
  }
}
