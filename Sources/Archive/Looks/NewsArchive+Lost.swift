import GRDB
import News

extension NewsArchive {
  /// For how long articles whose addresses were lost are held, and known again by their words.
  public static let lostIsHeld: Duration = .seconds(30 * 86_400)

  /// Records that addresses of an outlet were lost together: one event, on the oldest of the articles that were not
  /// found elsewhere at once. nil where there are none, or where the outlet's loss is told of already.
  public func recordLoss(of articles: [Int64], outlet: String, at now: Instant) throws -> Receipt? {
    try transaction { db in
      let lost = try articles.sorted().filter { article in
        try Bool.fetchOne(
          db, sql: "SELECT state = 'missing' AND gone_how = 'lost' FROM article WHERE id = ?", arguments: [article])
          == true
      }
      let known = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM event e JOIN article a ON a.id = e.article
            WHERE e.kind = 'lost' AND a.outlet = ? AND e.at > ?)
          """, arguments: [outlet, (now + Self.lostIsHeld * -1).milliseconds])
      guard let first = lost.first, known != true else { return nil }
      var event = Decision.Event(kind: "lost", severity: .s3)
      event.detail =
        "\(lost.count) addresses answer all at once that they are gone: taken as lost addresses, not as deletions; "
        + "the articles are looked for by their words for 30 days"
      _ = try insertEvent(event, article: first, at: now, in: db)
      return Receipt(article: first, newVersion: false, firstVersion: false, events: ["lost"], copies: 0, stale: 0)
    }
  }
}
