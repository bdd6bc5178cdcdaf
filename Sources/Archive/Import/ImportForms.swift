import GRDB

/// The tables into which every imported article puts a row that nothing in the archive bears on.
struct ImportForms: Sendable {
  let text: RowForm
  let article: RowForm
  let version: RowForm
  let entry: RowForm

  init(_ db: Database) throws {
    text = try RowForm("text", ["id", "hash", "title", "summary", "body"], db)
    article = try RowForm(
      "article",
      [
        "id", "outlet", "url", "external", "imported", "state", "first_seen", "published", "version", "looked_at",
        "next_look", "step",
      ], db)
    version = try RowForm(
      "version",
      [
        "id", "article", "number", "text", "origin", "first_seen", "published", "modified", "author", "cluster",
        "extractor", "entry",
      ], db)
    entry = try RowForm("log_entry", ["idx", "kind", "at", "record"], db)
  }
}
