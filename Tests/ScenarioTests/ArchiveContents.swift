import Archive
import Foundation
import GRDB

/// What an archive holds, counted, for comparing two archives or one before and after.
struct ArchiveContents: Equatable {
  var articles: Int
  var versions: Int
  var texts: Int
  var events: Int
  var aliases: Int
  var looks: Int
  var warcBytes: Int
  /// SHA-256 of every version's words, in the order of the articles' addresses.
  var words: [String]
  /// `ok`, or what SQLite finds wrong.
  var integrity: String

  init(_ folder: String) throws {
    let database = try ArchiveDatabase.openReader(folder: folder)
    func count(_ table: String) throws -> Int {
      try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }
    articles = try count("article")
    versions = try count("version")
    texts = try count("text")
    events = try count("event")
    aliases = try count("alias")
    looks = try count("look")
    warcBytes = try FileManager.default.subpathsOfDirectory(atPath: folder + "/warc").reduce(0) { sum, name in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/warc/" + name)
      return sum + ((attributes[.size] as? Int) ?? 0)
    }
    words = try database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT t.hash FROM version v JOIN text t ON t.id = v.text JOIN article a ON a.id = v.article
          ORDER BY a.url, v.number
          """)
    }
    integrity = try database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") ?? "" }
  }

  /// The same without what only says that somebody looked.
  var withoutLooks: ArchiveContents {
    var same = self
    same.looks = 0
    return same
  }
}
