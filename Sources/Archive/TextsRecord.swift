import News

/// The new texts of a group of imported articles as they go into WARC: made ready while the writer has other groups to
/// write, as most of a commit's record is texts.
struct TextsRecord: Sendable {
  /// The record as a gzip member; empty where no text is new.
  let member: [UInt8]

  /// `lines`: those of the table of texts.
  init(of group: NewsArchive.ImportedGroup, _ lines: RowLines, at: Instant) throws {
    var rows: [UInt8] = []
    rows.reserveCapacity(group.lines.reduce(0) { $0 + $1.seen.text.body.utf8.count + 1024 })
    for (line, number) in zip(group.lines, group.texts) {
      guard let number else { continue }
      let text = line.seen.text
      lines.append(number, [line.seen.hash, text.title, text.summary, text.body], to: &rows)
    }
    member = rows.isEmpty ? [] : try Deflater(level: 1).member(of: WARCRecord.rows(rows, at: at).bytes)
  }
}
