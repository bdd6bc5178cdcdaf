import Foundation
import GRDB
import News

extension NewsArchive {
  /// A site's robots.txt as it was read.
  public struct Robots: Sendable {
    public var site: String
    public var fetched: Instant
    public var body: [UInt8]

    public init(site: String, fetched: Instant, body: [UInt8]) {
      self.site = site
      self.fetched = fetched
      self.body = body
    }
  }

  /// The robots.txt files that earlier rounds have read.
  public func robots() throws -> [Robots] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM robots").map { row in
        Robots(
          site: row["site"], fetched: Instant(milliseconds: row["fetched_at"]), body: Array(row["body"] as Data))
      }
    }
  }

  /// Keeps robots.txt files for the next round; those already kept as they are cost nothing.
  public func keep(_ files: [Robots]) throws {
    let known = Dictionary(uniqueKeysWithValues: try robots().map { ($0.site, $0.fetched) })
    let fresh = files.filter { known[$0.site] != $0.fetched }
    guard !fresh.isEmpty else { return }
    try transaction { db in
      for file in fresh {
        try db.execute(
          sql: "INSERT OR REPLACE INTO robots(site, fetched_at, body) VALUES (?, ?, ?)",
          arguments: [file.site, file.fetched.milliseconds, Data(file.body)])
      }
    }
  }

  /// The hosts that asked earlier rounds to be left alone: until when, and how often in a row.
  public func hostRests() throws -> [(host: String, until: Instant, strikes: Int)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM host_rest").map { row in
        (host: row["host"], until: Instant(milliseconds: row["until"]), strikes: row["strikes"])
      }
    }
  }

  /// Keeps the rests of hosts for the next run, in place of those kept before.
  public func keep(rests: [(host: String, until: Instant, strikes: Int)]) throws {
    let known = try hostRests().map(\.host)
    guard !rests.isEmpty || !known.isEmpty else { return }
    try transaction { db in
      try db.execute(sql: "DELETE FROM host_rest")
      for rest in rests {
        try db.execute(
          sql: "INSERT INTO host_rest(host, until, strikes) VALUES (?, ?, ?)",
          arguments: [rest.host, rest.until.milliseconds, rest.strikes])
      }
    }
  }
}
