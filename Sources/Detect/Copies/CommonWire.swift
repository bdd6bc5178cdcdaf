/// Tells whether two texts both say that they come from one news agency: then neither need have copied the other.
public enum CommonWire {
  /// The names of each agency, the one to show first.
  private static let agencies = CreditWords.agencies.map { (names: $0, book: PhraseBook($0)) }
  private static let all = PhraseBook(CreditWords.agencies.flatMap(\.self))

  /// The agency that both credit; nil where there is none.
  public static func of(
    _ a: (text: SlicedText, author: String?), _ b: (text: SlicedText, author: String?)
  ) -> String? {
    let sides = [a, b].map { (text: $0.text, author: $0.author, byline: SyllableText($0.author ?? "").codes) }
    func allName(_ book: PhraseBook) -> Bool {
      sides.allSatisfy { book.stands(in: $0.text.codes) || book.stands(in: $0.byline) }
    }
    // A name that stands nowhere is no credit; most pairs end here.
    guard allName(all) else { return nil }
    return agencies.first { agency in
      allName(agency.book)
        && sides.allSatisfy {
          CreditFinder.find(in: $0.text, author: $0.author, source: agency.names).state == .source
        }
    }?.names.first
  }
}
