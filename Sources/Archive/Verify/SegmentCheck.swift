import GRDB
import Prove

/// Looks whether each segment is there with its length, and whether a closed one has the hash that was logged.
struct SegmentCheck {
  let folder: String

  static func name(_ folder: String, _ segment: String) -> String { "\(folder)/warc/\(segment)" }
  static let repair = "copy it back from a backup"

  func run(_ db: Database, _ report: inout VerifyReport) throws {
    for row in try Row.fetchAll(
      db, sql: "SELECT s.*, l.record FROM segment s LEFT JOIN log_entry l ON l.idx = s.entry")
    {
      let name = Self.name(folder, row["name"])
      guard let file = try? SegmentFile(path: name) else {
        report.findings.append(Finding(name, "it is missing", repair: Self.repair))
        continue
      }
      let length: Int64 = row["length"]
      guard file.length >= length else {
        report.findings.append(Finding(name, "it has \(file.length) of \(length) bytes", repair: Self.repair))
        continue
      }
      guard row["entry"] != nil else { continue }
      var record = LogRecord()
      record.add("segment", row["name"] as String)
      record.add("length", Int(length))
      record.add("sha256", row["sha256"] as String?)
      if row["record"] != record.text {
        report.findings.append(Finding(name, "its length or hash is not what was logged", repair: Verifier.rebuild))
      }
      // Where bytes were erased for good, every record is compared by itself.
      if report.erased == 0, try file.digest(of: length).hex != row["sha256"] {
        report.findings.append(Finding(name, "its bytes do not have the hash that was logged", repair: Self.repair))
      }
    }
  }
}
