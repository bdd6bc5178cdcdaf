import GRDB

/// Looks whether each version's payload stands where its row says, with the digest its row says.
struct PlaceCheck {
  let folder: String

  func run(_ db: Database, _ read: SegmentScan.Result, _ report: inout VerifyReport) throws {
    let skipped = Dictionary(grouping: read.skipped, by: \.segment)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT v.number, v.segment, v.offset, v.payload_sha256, a.url, coalesce(w.erased, 0) AS erased FROM page v
        JOIN article a ON a.id = v.article LEFT JOIN withheld w ON w.article = v.article
        """)
    while let row = try rows.next() {
      let (segment, offset): (String, Int64) = (row["segment"], row["offset"])
      let found = read.payloads[segment]?[offset]
      if found == row["payload_sha256"] as String? || (found == "" && row["erased"]) { continue }
      if skipped[segment]?.contains(where: { $0.start <= offset && offset < $0.end }) == true { continue }
      report.findings.append(
        Finding(
          "version \(row["number"] as Int) of \(row["url"] as String)",
          "its payload is not in \(segment) at \(offset)", repair: SegmentCheck.repair))
    }
  }
}
