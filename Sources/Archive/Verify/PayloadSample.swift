import GRDB
import Prove

/// Reads the payloads of some versions, chosen anew each time.
struct PayloadSample {
  let folder: String
  let share: Double

  func run(_ db: Database, _ report: inout VerifyReport) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT v.number, v.segment, v.offset, v.payload_sha256, a.url, coalesce(w.erased, 0) AS erased FROM page v
        JOIN article a ON a.id = v.article LEFT JOIN withheld w ON w.article = v.article
        WHERE abs(random() % 1000000) < ? ORDER BY v.segment, v.offset
        """, arguments: [Int(share * 1_000_000)])
    for row in rows {
      let (segment, offset): (String, Int64) = (row["segment"], row["offset"])
      let path = SegmentCheck.name(folder, segment)
      var result = SegmentScan.Result()
      do {
        let reader = try WARCReader(SegmentFile(path: path), from: offset)
        if let head = try reader.next() { try RecordCheck(path: path, segment: segment).run(head, reader, &result) }
      } catch let damage as WARCDamage {
        result.findings.append(Finding("\(path) at \(offset)", damage.message, repair: SegmentCheck.repair))
      }
      let found = result.payloads[segment]?[offset]
      if found != row["payload_sha256"] as String?, !(found == "" && row["erased"]) {
        result.findings.append(
          Finding(
            "version \(row["number"] as Int) of \(row["url"] as String)",
            "its payload is not in \(segment) at \(offset)", repair: SegmentCheck.repair))
      }
      report.records += result.records
      report.bytes += result.bytes
      report.findings += result.findings
    }
    report.skipped.append("payloads outside the sample of \(rows.count)")
  }
}
