import CXML

/// A link that may lead to an article.
struct ListingLink {
  let node: xmlNodePtr
  let url: String
  var title: String

  /// Whether the words are long enough for a headline.
  func hasTitle(_ syllables: Int) -> Bool { title.utf8.split(separator: 0x20).count >= syllables }
}
