import GRDB
import News
import Prove

/// The rows of a group of imported articles, and the WARC record of them: made ready while the writer has others to
/// write.
struct ImportedRows: Sendable {
  let numbers: ImportedGroup.Numbers
  /// The record as a gzip member.
  private(set) var record: [UInt8] = []
  private let forms: ImportForms
  private var texts: [[RowValue]] = []
  private var articles: [[RowValue]] = []
  private var versions: [[RowValue]] = []
  private var entries: [[RowValue]] = []

  init(
    of group: ImportedGroup, _ forms: ImportForms, at now: Instant, deciding decide: (Prior, Look) -> Decision
  ) throws {
    self.forms = forms
    numbers = group.numbers
    for at in group.lines.indices { add(at, of: group, now, decide) }
    var lines: [UInt8] = []
    lines.reserveCapacity(group.lines.reduce(0) { $0 + $1.seen.text.body.utf8.count + 2048 })
    for (form, rows) in [
      (forms.text, texts), (forms.article, articles), (forms.version, versions), (forms.entry, entries),
    ] { for row in rows { form.append(row, to: &lines) } }
    record = try Deflater(level: 1).member(of: WARCRecord.rows(lines, at: now).bytes)
  }

  /// The same for other numbers.
  func again(
    of group: ImportedGroup, at now: Instant, deciding decide: (Prior, Look) -> Decision
  ) throws -> ImportedRows { try ImportedRows(of: group, forms, at: now, deciding: decide) }

  /// Puts the rows into their tables.
  func insert(_ db: Database) throws {
    try forms.text.insert(texts, db)
    try forms.article.insert(articles, db)
    try forms.entry.insert(entries, db)
    try forms.version.insert(versions, db)
  }

  private mutating func add(
    _ at: Int, of group: ImportedGroup, _ now: Instant, _ decide: (Prior, Look) -> Decision
  ) {
    let (line, words, step) = (group.lines[at], group.words[at], Int64(at))
    let (article, version, entry) = (numbers.article + step, numbers.version + step, numbers.entry + step)
    let seen = line.seen
    let decision = decide(.unseen(article: article), Look(article: article, at: now, outcome: .live(seen)))
    if words.areNew {
      let text = seen.text
      texts.append([.number(words.number), .text(seen.hash), .text(text.title), .text(text.summary), .text(text.body)])
    }
    let published = RowValue(seen.published?.milliseconds)
    articles.append([
      .number(article), RowValue(line.outlet), RowValue(line.url), RowValue(line.id), .number(1),
      .text(decision.state.rawValue), .number(now.milliseconds), published, .number(1), .number(now.milliseconds),
      .number(decision.nextLook.milliseconds), .number(Int64(decision.step)),
    ])
    let cluster = Int64(group.found[at].cluster)
    versions.append([
      .number(version), .number(article), .number(1), .number(words.number), .text(seen.origin.rawValue),
      .number(now.milliseconds), published, RowValue(seen.modified?.milliseconds), RowValue(seen.author),
      cluster == version ? .null : .number(cluster), RowValue(seen.reader), .number(entry),
    ])
    let logged = LoggedVersion(
      url: line.url, outlet: line.outlet, external: line.id, number: 1, previous: nil, firstSeen: now,
      origin: seen.origin.rawValue, status: nil, payload: nil, further: [], text: seen.hash,
      published: seen.published, modified: seen.modified, author: seen.author, extractor: seen.reader)
    entries.append([
      .number(entry), .text(LogEntry.Kind.version.rawValue), .number(now.milliseconds), .text(LogRecord(logged).text),
    ])
  }
}
