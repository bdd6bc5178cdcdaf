import News
import Prove

extension ArticleText {
  /// SHA-256 of the canonical words, fields kept apart; `v1` names this form so that a later one cannot look like an edit.
  public var hash: String { Digest(of: Array("v1\u{0}\(title)\u{0}\(summary)\u{0}\(body)".utf8)).hex }
}
