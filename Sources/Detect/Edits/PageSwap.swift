import News

/// Tells an edited article from another page that answers at its address.
public enum PageSwap {
  /// What stands at the address now.
  public enum Finding: Sendable {
    /// The article, however much edited.
    case article
    /// A page that says that the article is gone.
    case gone
    /// A far shorter page that shares neither title nor words: to be believed only when it is seen again.
    case other
  }

  /// What two looks at one address make of the second; a correction may well stand in the place of an article.
  public static func finding(before: ArticleText, after: ArticleText, correction: Bool = false) -> Finding {
    let isDisclosed = Disclosure.of(before: before, after: after, modifiedMoved: false, correction: correction)
    guard isDisclosed != .disclosed, !shares(title: before.title, after.title) else { return .article }
    let (old, new) = (runs(before), runs(after))
    guard new.isEmpty || old.intersection(new).count * 5 < new.count else { return .article }
    if GonePage.says(after.title) { return .gone }
    return new.count * 2 < old.count ? .other : .article
  }

  private static func shares(title before: String, _ after: String) -> Bool {
    let (old, new) = (Set(keys(before)), Set(keys(after)))
    return old.intersection(new).count * 2 > max(old.count, new.count)
  }

  private static func keys(_ text: String) -> [String] {
    EditTokenizer.tokens(of: text).filter(\.isSpoken).map(\.key)
  }

  /// Runs of three syllables of summary and body.
  private static func runs(_ text: ArticleText) -> Set<[String]> {
    let keys = keys(text.summary + "\n" + text.body)
    guard keys.count >= 3 else { return keys.isEmpty ? [] : [keys] }
    return Set((0...(keys.count - 3)).map { Array(keys[$0..<($0 + 3)]) })
  }
}
