/// One version as `export jsonl` writes it; `import jsonl` reads it back.
public struct ExportedVersion: Codable, Sendable {
  /// The id it was imported under, else its address.
  public var id: String
  /// Its outlet.
  public var outlet: String
  /// Its address.
  public var url: String
  /// Counted from 1.
  public var version: Int
  /// Its title.
  public var title: String
  /// Its summary.
  public var summary: String
  /// Its body.
  public var text: String
  /// Whom it names as author.
  public var author: String?
  /// When it says it was published, else when it was first seen.
  public var published: String
  /// When it was first seen.
  public var firstSeen: String
  /// The hash of its canonical text.
  public var textSha256: String
  /// The hash of the bytes it was read from.
  public var payloadSha256: String?
  /// Its entry in the log.
  public var entry: Int?
}
