import GRDB
import News
import Prove

extension NewsArchive {
  /// Signs the log as it stands now; cheap where nothing was added.
  public func seal(at now: Instant) throws {
    try transaction { db in try noteWaiting(in: db) }
    try ArchiveDatabase.translating(folder) { try log.seal(database) }
  }

  /// Goes on to a new segment where the last is full; gives the length from which the next records are new.
  func startRecording() throws -> Int64 {
    if warc.isFull {
      warc.startNext()
      try logClosedSegments()
    }
    return warc.length
  }

  /// Adds an entry for each closed segment that has none: its hash covers every record in it.
  func logClosedSegments() throws {
    let closed = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT name, length FROM segment WHERE entry IS NULL AND name <> ?", arguments: [warc.segment])
    }
    for row in closed {
      let (name, length): (String, Int64) = (row["name"], row["length"])
      let hash = try SegmentFile(path: "\(folder)/warc/\(name)").digest(of: length).hex
      var record = LogRecord()
      record.add("segment", name)
      record.add("length", Int(length))
      record.add("sha256", hash)
      try transaction { db in
        let entry = try LogBook.add(.segment, record, at: warc.lastWritten, in: db)
        try db.execute(
          sql: "UPDATE segment SET sha256 = ?, entry = ? WHERE name = ?", arguments: [hash, entry, name])
      }
    }
  }

  /// Appends the rows of a transaction to the segment, syncs it, and names its new length.
  func record(_ journal: RowJournal, from start: Int64, in db: Database) throws {
    let lines = try journal.lines(db)
    if !lines.isEmpty { try warc.append(rows: lines) }
    guard warc.length > start else { return }
    try warc.sync()
    try db.execute(
      sql: """
        INSERT INTO segment(name, length) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET length = excluded.length
        """, arguments: [warc.segment, warc.length])
  }

  /// Takes up rows that were written beside the lock holder.
  private func noteWaiting(in db: Database) throws {
    let waiting = try Row.fetchAll(db, sql: "SELECT id, rows FROM journal ORDER BY id")
    guard let last = waiting.last?["id"] as Int64? else { return }
    try warc.append(rows: waiting.flatMap { Array(($0["rows"] as String).utf8) })
    try db.execute(sql: "DELETE FROM journal WHERE id <= ?", arguments: [last])
  }
}
