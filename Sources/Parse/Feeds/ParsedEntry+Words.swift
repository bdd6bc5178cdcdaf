extension ParsedEntry {
  /// The summary as a reader sees it: without markup.
  public var summaryWords: String { String(decoding: MarkupText.plain(Array(summary.utf8)), as: UTF8.self) }
}
