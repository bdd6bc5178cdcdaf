import News
import Prove

extension ArticleText {
  /// SHA-256 of the canonical words, fields kept apart; `v1` names this form so that a later one cannot look like an edit.
  public var hash: String { Self.hash(title: title, summary: summary, body: body) }

  /// The same of words as they are kept.
  static func hash(title: String, summary: String, body: String) -> String {
    var digest = Digest.Stream()
    for field in ["v1", title, summary] { digest.update(field + "\0") }
    digest.update(body)
    return digest.digest().hex
  }
}
