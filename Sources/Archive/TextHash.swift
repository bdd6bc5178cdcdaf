import News
import Prove

extension ArticleText {
  /// SHA-256 of the canonical words, fields kept apart; `v1` names this form so that a later one cannot look like an edit.
  public var hash: String { Self.hash(title: title, summary: summary, body: body) }

  /// The same of words as they are kept.
  static func hash(title: String, summary: String, body: String) -> String {
    var form: [UInt8] = []
    form.reserveCapacity(title.utf8.count + summary.utf8.count + body.utf8.count + 8)
    form.append(contentsOf: "v1\u{0}".utf8)
    form.append(contentsOf: title.utf8)
    form.append(0)
    form.append(contentsOf: summary.utf8)
    form.append(0)
    form.append(contentsOf: body.utf8)
    return Digest(of: form).hex
  }
}
