import Archive
import Foundation
import GRDB
import News

/// Every question a user asks of an archive, over a read-only connection.
public struct ArchiveQuery: Sendable {
  let folder: String
  private let database: DatabaseQueue

  /// Opens the archive in a folder for reading.
  public init(folder: String) throws {
    self.folder = folder
    database = try ArchiveDatabase.openReader(folder: folder)
  }

  /// Asks the database, its errors said in the archive's words.
  func read<T>(_ ask: (Database) throws -> T) throws -> T {
    try ArchiveDatabase.translating(folder) { try database.read(ask) }
  }

  /// The article behind an address, an alias of it, an imported id or a number; nil where there is none.
  public func article(_ named: String) throws -> Int64? {
    try read { db in
      let exact = "SELECT coalesce(merged_into, id) FROM article WHERE url = ?1 OR external = ?1 ORDER BY id LIMIT 1"
      if let id = try Int64.fetchOne(db, sql: exact, arguments: [named]) { return id }
      let key = "url:" + WebAddress.canonical(named, hosts: WebAddress.host(named).map { [$0] } ?? [])
      let alias = "SELECT article FROM alias WHERE key = ? ORDER BY article LIMIT 1"
      if let id = try Int64.fetchOne(db, sql: alias, arguments: [key]) { return id }
      let number = "SELECT coalesce(merged_into, id) FROM article WHERE id = ?"
      return try Int64(named).flatMap { try Int64.fetchOne(db, sql: number, arguments: [$0]) }
    }
  }

  static func encode(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  static func decode<T: Decodable>(_ type: T.Type, _ json: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }
}
