import Foundation
import GRDB
import Glibc
import News
import Prove

/// Takes an article's bytes out of the segments: each record that holds them gives way to one of the same length.
///
/// Nothing else moves, so every other record keeps its place. Run again after a crash it completes what was begun.
struct SegmentEraser {
  let folder: String

  /// Erases every payload of an article, and its words in the rows of commits.
  func erase(_ article: Int64) throws {
    let database = try ArchiveDatabase.openReader(folder: folder)
    let (places, segments, ids) = try database.read { db in
      (
        try Row.fetchAll(
          db, sql: "SELECT segment, offset, length FROM page WHERE article = ?",
          arguments: [article]),
        try Row.fetchAll(db, sql: "SELECT name, length FROM segment"), try Erasure(article, db)
      )
    }
    for place in places {
      try replace(place["segment"], at: place["offset"], length: place["length"], with: tombstone(for: article))
    }
    for segment in segments { try eraseRows(segment["name"], length: segment["length"], ids) }
  }

  private func tombstone(for article: Int64) -> WARCRecord {
    WARCRecord(
      type: "metadata", at: Instant(milliseconds: 0), fields: [("Content-Type", WARCRecord.erasedType)],
      block: Array("the bytes of article \(article) were erased; the log says why\r\n".utf8))
  }

  private func eraseRows(_ name: String, length: Int64, _ erasure: Erasure) throws {
    let path = SegmentCheck.name(folder, name)
    let reader = try WARCReader(SegmentFile(path: path), to: length)
    while let head = try nextRecord(reader) {
      guard head.contentType == WARCRecord.rowsType else { continue }
      let lines = String(decoding: try reader.block(), as: UTF8.self)
      let kept = erasure.cleaned(lines)
      let member = try reader.finish()
      guard kept != lines else { continue }
      let record = WARCRecord(
        type: "metadata", id: head.id.trimmingCharacters(in: ["<", ">"]), at: Instant(milliseconds: 0),
        fields: [("Content-Type", WARCRecord.rowsType)], block: Array(kept.utf8))
      try replace(name, at: head.offset, length: member, with: record)
    }
  }

  private func nextRecord(_ reader: WARCReader) throws -> WARCHead? {
    do { return try reader.next() } catch let damage as WARCDamage {
      return try reader.resync(after: damage) ? try nextRecord(reader) : nil
    }
  }

  private func replace(_ segment: String, at offset: Int64, length: Int64, with record: WARCRecord) throws {
    let path = SegmentCheck.name(folder, segment)
    let member = try GzipMember.compress(record.bytes, padded: Int(length))
    let file = open(path, O_WRONLY | O_CLOEXEC)
    defer { close(file) }
    guard file >= 0, pwrite(file, member, member.count, off_t(offset)) == member.count, fdatasync(file) == 0 else {
      throw ArchiveError(
        .disk, "cannot erase in \(path) (\(String(cString: strerror(errno)))); run the same command again")
    }
  }
}

/// Which rows hold an article's words.
private struct Erasure {
  private let article: Int64
  private let hashes: Set<String>
  private let stale: Set<Int64>

  init(_ article: Int64, _ db: Database) throws {
    self.article = article
    stale = try Set(Int64.fetchAll(db, sql: "SELECT id FROM stale"))
    // Words that another article has too stay for that one.
    hashes = try Set(
      String.fetchAll(
        db,
        sql: """
          SELECT substr(t.hash, ?) FROM version v JOIN text t ON t.id = v.text WHERE v.article = ?
          AND substr(t.hash, ?) NOT IN (SELECT hash FROM text)
          """,
        arguments: [LogRecord.withheldHash.count + 1, article, LogRecord.withheldHash.count + 1]))
  }

  /// The lines without words of the article; lines that hold none stay as they are.
  func cleaned(_ lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).compactMap(cleaned).joined(separator: "\n")
  }

  private func cleaned(_ line: Substring) -> String? {
    guard let table = RowApplier.table(of: line), ["text", "event", "copy", "stale"].contains(table),
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      let row = object["row"] as? [String: Any]
    else { return String(line) }
    switch table {
    case "text": return (row["hash"] as? String).map(hashes.contains) == true ? nil : String(line)
    case "event":
      let parties = [row["article"], row["other"]].compactMap { ($0 as? NSNumber)?.int64Value }
      guard parties.contains(article), let changes = row["changes"] as? String, changes != "[]" else {
        return String(line)
      }
      if row["kind"] as? String == "copied" || row["kind"] as? String == "stale" { return nil }
      return Self.encoded(changes).map { String(line).replacing("\"changes\":" + $0, with: "\"changes\":\"[]\"") }
    case "copy":
      let parties = [row["copy"], row["source"]].compactMap { ($0 as? NSNumber)?.int64Value }
      return parties.contains(article) ? nil : String(line)
    default:
      // Those of the article have just been removed.
      return (row["id"] as? NSNumber).map { stale.contains($0.int64Value) } == false ? nil : String(line)
    }
  }

  /// The text as SQLite writes it in JSON.
  private static func encoded(_ text: String) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) }
  }
}
