/// One element or run of text of a page, in document order; its descendants are the nodes up to `end`.
struct MarkupNode {
  var tag: MarkupTag
  var hints: MarkupHints = []
  /// The hash of its `class`; 0 where it has none.
  var kind: UInt64 = 0
  var parent: Int
  var end: Int = 0
  /// Where its text lies in the page's text bytes (text nodes only).
  var text: Range<Int> = 0..<0
  /// No end tag came before the page's end.
  var open = false
}

/// A page as a flat array of nodes, with what its head states.
struct PageMarkup {
  var nodes: [MarkupNode] = []
  var text: [UInt8] = []
  /// `meta` contents by lower-case name, property or itemprop; the first one counts.
  var metas: [String: String] = [:]
  var canonical: String?
  var language: String?
  /// Links whose address may be that of a further page of the article.
  var pagers: [String] = []
  /// `datetime` values of `time` elements and microdata, by itemprop ("" where there is none).
  var times: [String: String] = [:]
  /// Each `time` element with a `datetime`.
  var timeNodes: [(node: Int, value: String)] = []

  func isInside(_ node: Int, _ ancestor: Int) -> Bool { node >= ancestor && node < nodes[ancestor].end }
}
