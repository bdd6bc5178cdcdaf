import News

/// What is made ready for a group of imported articles while the writer has others to write: their rows, what is found of
/// their copies, and their words for the search index.
struct ImportDraft: Sendable {
  let rows: ImportedRows
  let findings: [CopyFinding]
  let words: SearchWords

  init(
    of group: ImportedGroup, _ forms: ImportForms, at now: Instant, deciding decide: (Prior, Look) -> Decision
  ) throws {
    rows = try ImportedRows(of: group, forms, at: now, deciding: decide)
    findings = group.found.flatMap { $0.pairs.map(CopyFinding.init) }
    words = SearchWords(of: group)
  }
}
