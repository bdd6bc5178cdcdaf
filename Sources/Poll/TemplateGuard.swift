import Archive
import Detect
import News

/// Finds paragraphs that came to, or left, most of an outlet's changed articles in one round: furniture of a new
/// template. What differs beside them is still an edit, so a real mass correction passes.
enum TemplateGuard {
  static func furniture(changes: [(before: ArticleText, after: ArticleText)], rechecked: Int) -> Set<String> {
    guard rechecked >= 10, changes.count >= 5 else { return [] }
    var articles: [String: Int] = [:]
    for change in changes {
      let (old, new) = (Set(change.before.paragraphs), Set(change.after.paragraphs))
      for paragraph in old.symmetricDifference(new) { articles[paragraph, default: 0] += 1 }
    }
    let enough = max(5, (changes.count * 4 + 4) / 5)
    return Set(articles.filter { $0.value >= enough && isFurniture($0.key) }.keys)
  }

  /// Credits and corrections are the outlet's own words, however often they stand.
  private static func isFurniture(_ paragraph: String) -> Bool {
    let line = ArticleText(title: "", summary: "", paragraphs: [paragraph])
    guard CreditFinder.find(in: line, author: nil, source: []).state == .none else { return false }
    let nothing = ArticleText(title: "", summary: "", paragraphs: [])
    return Disclosure.of(before: nothing, after: line, modifiedMoved: false, correction: false) != .disclosed
  }
}

extension ArticleText {
  /// The words without some paragraphs.
  func without(_ paragraphs: Set<String>) -> ArticleText {
    guard !paragraphs.isEmpty else { return self }
    return ArticleText(
      title: title, summary: summary, paragraphs: self.paragraphs.filter { !paragraphs.contains($0) })
  }
}
