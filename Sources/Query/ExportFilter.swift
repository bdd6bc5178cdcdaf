import News

/// Which articles are exported. What is withheld never is.
public struct ExportFilter: Sendable {
  /// Articles by number; empty: all.
  public var articles: [Int64] = []
  /// Outlets by id; empty: all.
  public var outlets: [String] = []
  /// Versions first seen from then on.
  public var since: Instant?
  /// Everything.
  public init() {}

  var condition: String {
    var parts = ["v.article NOT IN (SELECT article FROM withheld)"]
    if !articles.isEmpty { parts.append("v.article IN (\(articles.map(String.init).joined(separator: ",")))") }
    if !outlets.isEmpty { parts.append("a.outlet IN (SELECT value FROM json_each(:outlets))") }
    if since != nil { parts.append("v.first_seen >= :since") }
    return parts.joined(separator: " AND ")
  }
}
