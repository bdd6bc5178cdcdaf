import GRDB

/// What must be known of each document that holds a fingerprint, before its text is read: the first version of its
/// article, its cluster of copies, and its outlet. Read once for each document.
struct DocumentFacts {
  struct Facts {
    /// The first version of the same article; zero: not yet read.
    var family: UInt32 = 0
    /// The oldest document among those that reprint each other.
    var cluster: UInt32 = 0
    var outlet: UInt16 = 0
  }

  private var known: [Facts] = []
  private var outlets: [String: UInt16] = [:]

  mutating func note(_ document: UInt32, family: UInt32, cluster: UInt32, outlet: String) {
    let number = number(of: outlet)
    let missing = Int(document) + 1 - known.count
    if missing > 0 { known.append(contentsOf: repeatElement(Facts(), count: missing)) }
    known[Int(document)] = Facts(family: family, cluster: cluster, outlet: number)
  }

  /// The number an outlet goes by here.
  mutating func number(of outlet: String) -> UInt16 {
    if let known = outlets[outlet] { return known }
    let number = UInt16(truncatingIfNeeded: outlets.count)
    outlets[outlet] = number
    return number
  }

  /// Nil where the archive has no such version any more.
  mutating func facts(_ document: UInt32, in db: Database) throws -> Facts? {
    if Int(document) < known.count, known[Int(document)].family != 0 { return known[Int(document)] }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT f.id AS family, coalesce(v.cluster, v.id) AS cluster, a.outlet FROM version v
          JOIN article a ON a.id = v.article JOIN version f ON f.article = v.article
          WHERE v.id = ? ORDER BY f.number LIMIT 1
          """), arguments: [Int64(document)])
    guard let row else { return nil }
    note(
      document, family: UInt32(row["family"] as Int64), cluster: UInt32(row["cluster"] as Int64), outlet: row["outlet"])
    return known[Int(document)]
  }
}
