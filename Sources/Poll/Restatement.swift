import Archive
import News

/// What a page states beside its words and stated otherwise before: an earlier date of publication, another author.
struct Restatement: Sendable {
  private var published: (before: Instant, after: Instant)?
  private var author: (before: String, after: String)?

  /// Compares a version with what is stated now; what was never stated, or no longer is, was not taken back.
  init(of version: Prior.Version?, by seen: PageSeen) {
    self.init(published: version?.published, author: version?.author, by: seen)
  }

  init(published: Instant?, author: String?, by seen: PageSeen) {
    if let before = published, let after = seen.statedPublished, after < before { self.published = (before, after) }
    if let before = author, let after = seen.statedAuthor, Self.key(before) != Self.key(after) {
      self.author = (before, after)
    }
  }

  var isEmpty: Bool { published == nil && author == nil }

  /// A date of publication is a fact, a byline is none.
  var severity: Severity { published != nil ? .s4 : .s3 }

  var classes: [ChangeClass] {
    [published.map { _ in .date }, author.map { _ in .attribution }].compactMap(\.self)
  }

  var changes: [Change] {
    let dates = published.map {
      Change(kind: .date, before: $0.before.rfc3339, after: $0.after.rfc3339, context: "published")
    }
    let names = author.map { Change(kind: .attribution, before: $0.before, after: $0.after, context: "author") }
    return [dates, names].compactMap(\.self)
  }

  var detail: String {
    let date = published.map { "published moved back from \($0.before.rfc3339) to \($0.after.rfc3339)" }
    return [date, author.map { "byline changed from \($0.before) to \($0.after)" }].compactMap(\.self)
      .joined(separator: "; ")
  }

  /// Adds itself to an edit of the words, whose own classes stay: the byline counts, the date is told.
  func join(_ event: inout Decision.Event) {
    event.detail = detail
    guard author != nil else { return }
    event.severity = max(event.severity, .s3)
    if !event.classes.contains(.attribution) { event.classes = (event.classes + [.attribution]).sorted() }
    event.changes += changes.filter { $0.kind == .attribution }
  }

  private static func key(_ name: String) -> String {
    CanonicalText.of(name).lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
