import GRDB
import News
import Prove

/// The canonical records of rows, made when they are logged and again when they are verified.
extension LogRecord {
  /// Rows for `init(version:)`.
  static let versions = """
    SELECT v.*, t.hash AS text_sha256, a.url, a.outlet, a.external,
      (SELECT group_concat(payload_sha256, ' ') FROM (SELECT payload_sha256 FROM further_page WHERE version = v.id
        ORDER BY page)) AS further_sha256
    FROM version v JOIN text t ON t.id = v.text
    JOIN article a ON a.id = v.article
    """

  /// Rows for `init(event:)`.
  static let events = """
    SELECT e.*, a.url, a.outlet, o.url AS other_url FROM event e JOIN article a ON a.id = e.article
    LEFT JOIN article o ON o.id = e.other
    """

  /// Tables whose rows name their entry of the log.
  static let owners = ["version", "event", "segment", "withheld"]

  /// What stands before the hash of words that are kept from view.
  static let withheldHash = "withheld:"

  init(version row: Row) {
    let hash: String = row["text_sha256"]
    self.init(
      LoggedVersion(
        url: row["url"], outlet: row["outlet"], external: row["external"], number: row["number"],
        previous: row["previous"], firstSeen: Instant(milliseconds: row["first_seen"]), origin: row["origin"],
        status: row["status"], payload: row["payload_sha256"],
        further: (row["further_sha256"] as String?)?.split(separator: " ").map(String.init) ?? [],
        text: hash.hasPrefix(Self.withheldHash) ? String(hash.dropFirst(Self.withheldHash.count)) : hash,
        published: Instant(row["published"]), modified: Instant(row["modified"]), author: row["author"],
        extractor: row["extractor"]))
  }

  init(_ version: LoggedVersion) {
    self.init()
    add("url", version.url)
    add("outlet", version.outlet)
    add("id", version.external)
    add("version", version.number)
    add("previous", version.previous)
    add("first_seen", version.firstSeen.rfc3339)
    add("origin", version.origin)
    add("status", version.status)
    add("payload_sha256", version.payload)
    if !version.further.isEmpty { add("further_sha256", version.further.joined(separator: " ")) }
    add("text_sha256", version.text)
    add("published", version.published?.rfc3339)
    add("modified", version.modified?.rfc3339)
    add("author", version.author)
    add("extractor", version.extractor)
  }

  /// Rows for `init(mark:)`.
  static let marks = "SELECT m.*, a.url FROM mark m JOIN article a ON a.id = m.article"

  /// A mark is never changed, so it does not name its entry: its record alone leads there.
  init(mark row: Row) {
    self.init()
    add("mark", row["id"] as Int)
    add("url", row["url"] as String)
    add("version", row["version"] as Int)
    add("kind", row["kind"] as String)
    add("reason", row["reason"] as String)
    add("source", row["source"] as String?)
    add("passage", row["passage"] as String?)
    add("by", row["made_by"] as String?)
    add("at", Instant(milliseconds: row["at"]).rfc3339)
    add("withdraws", row["withdraws"] as Int?)
  }

  init(event row: Row) {
    self.init()
    add("event", row["kind"] as String)
    add("url", row["url"] as String)
    add("outlet", row["outlet"] as String)
    add("at", Instant(milliseconds: row["at"]).rfc3339)
    add("confirmed_at", Instant(row["confirmed_at"])?.rfc3339)
    add("severity", row["severity"] as Int)
    add("classes", row["classes"] as String)
    add("disclosed", row["disclosed"] as String?)
    add("from_version", row["from_version"] as Int?)
    add("to_version", row["to_version"] as Int?)
    add("reverts", row["reverts"] as Int?)
    add("changes_sha256", Digest(of: Array((row["changes"] as String).utf8)).hex)
    add("other", row["other_url"] as String?)
    add("detail", row["detail"] as String)
  }
}

/// What the log says of a version.
struct LoggedVersion {
  var url: String
  var outlet: String
  var external: String?
  var number: Int
  var previous: Int?
  var firstSeen: Instant
  var origin: String
  var status: Int?
  var payload: String?
  /// The digests of the pages after the first.
  var further: [String]
  /// The hash of its words.
  var text: String
  var published: Instant?
  var modified: Instant?
  var author: String?
  var extractor: String?
}
