import News

/// Whether a paper told its readers of an edit.
public enum Disclosure: String, Sendable {
  case silent, dated, disclosed

  /// What the two versions, the moved date and the page's correction markup say of an edit.
  public static func of(
    before: ArticleText, after: ArticleText, modifiedMoved: Bool, correction: Bool
  ) -> Disclosure {
    if correction || notices(in: after) > notices(in: before) { return .disclosed }
    return modifiedMoved ? .dated : .silent
  }

  /// Words of a correction. To extend: add a phrase in lower case; case and place of tone need no variants.
  static let phrases = Phrases([
    "đính chính", "cải chính", "xin lỗi", "đã được chỉnh sửa", "đã được sửa lại", "đã được đính chính",
    "cáo lỗi",
  ])

  private static func notices(in text: ArticleText) -> Int {
    let tokens = EditTokenizer.tokens(of: text.whole)
    return tokens.indices.count { phrases.length(in: tokens, at: $0) > 0 }
  }
}
