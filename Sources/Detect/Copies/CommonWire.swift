import News

/// Tells whether two texts both say that they come from one news agency: then neither need have copied the other.
public enum CommonWire {
  /// The names of each agency, the one to show first.
  private static let agencies = CreditWords.agencies.map { (names: $0, book: PhraseBook($0)) }

  /// The agency that both credit; nil where there is none.
  public static func of(
    _ a: (text: ArticleText, syllables: SyllableText, author: String?),
    _ b: (text: ArticleText, syllables: SyllableText, author: String?)
  ) -> String? {
    agencies.first { agency in
      // A name that stands nowhere is no credit; most pairs end here.
      [a, b].allSatisfy { agency.book.stands(in: $0.syllables.codes) || $0.author.map { !$0.isEmpty } ?? false }
        && [a, b].allSatisfy {
          CreditFinder.find(in: $0.text, $0.syllables, author: $0.author, source: agency.names).state == .source
        }
    }?.names.first
  }
}
