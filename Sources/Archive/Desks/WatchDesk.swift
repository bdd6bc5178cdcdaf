import GRDB
import News

/// Puts articles on the timetable beside the lock holder.
public struct WatchDesk: Sendable {
  private let desk: OwnerDesk

  public init(folder: String) throws { desk = try OwnerDesk(folder: folder) }

  /// Puts an article on the timetable, to be looked at now; `once` takes it off again after that look.
  public func watch(outlet: Outlet, url: String, keys: [String], once: Bool, at now: Instant) throws -> Int64 {
    try desk.transaction(at: now) { db in
      for key in keys {
        let sql = "SELECT article FROM alias WHERE outlet = ? AND key = ?"
        guard let known = try Int64.fetchOne(db, sql: sql, arguments: [outlet.id, key]) else { continue }
        try db.execute(
          sql: "UPDATE article SET next_look = ?, step = 0 WHERE id = ?", arguments: [now.milliseconds, known])
        return known
      }
      try db.execute(
        sql: "INSERT INTO outlet(id, name, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        arguments: [outlet.id, outlet.name, outlet.kind.rawValue])
      try db.execute(
        sql: """
          INSERT INTO article(outlet, url, state, first_seen, next_look, once, interval_s)
          VALUES (?, ?, 'awaiting', ?, ?, ?, ?)
          """,
        arguments: [
          outlet.id, url, now.milliseconds, now.milliseconds, once,
          outlet.sources.map { $0.interval.components.seconds }.max() ?? 900,
        ])
      let id = db.lastInsertedRowID
      for key in keys {
        try db.execute(
          sql: "INSERT INTO alias(outlet, key, article) VALUES (?, ?, ?)", arguments: [outlet.id, key, id])
      }
      return id
    }
  }
}
