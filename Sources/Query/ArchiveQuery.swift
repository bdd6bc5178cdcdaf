import Archive
import Foundation
import GRDB
import News

/// Every question a user asks of an archive, over a read-only connection.
public struct ArchiveQuery: Sendable {
  private let folder: String
  private let database: DatabaseQueue

  public init(folder: String) throws {
    self.folder = folder
    database = try ArchiveDatabase.openReader(folder: folder)
  }

  /// The article behind an address, an alias of it, an imported id or a number; nil where there is none.
  public func article(_ named: String) throws -> Int64? {
    try read { db in
      if let number = Int64(named),
        let id = try Int64.fetchOne(db, sql: "SELECT id FROM article WHERE id = ?", arguments: [number])
      {
        return id
      }
      let exact = "SELECT id FROM article WHERE url = ? OR external = ? ORDER BY id LIMIT 1"
      if let id = try Int64.fetchOne(db, sql: exact, arguments: [named, named]) { return id }
      let key = "url:" + WebAddress.canonical(named, hosts: WebAddress.host(named).map { [$0] } ?? [])
      return try Int64.fetchOne(
        db, sql: "SELECT article FROM alias WHERE key = ? ORDER BY article LIMIT 1", arguments: [key])
    }
  }

  /// Reads in one snapshot, SQLite's errors said in our words.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try ArchiveDatabase.translating(folder) { try database.read(body) }
  }

  static func decode<T: Decodable>(_ type: T.Type, _ json: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }
}
