import News

/// A WARC record for an exported file: its bytes, and what an index says of it.
public struct ExportedRecord: Sendable {
  /// `response` or `revisit`; nil for a record that no index names.
  public var type: String?
  /// The address asked for.
  public var url: String
  /// When it was fetched.
  public var at: Instant
  /// The status of the answer.
  public var status: Int
  /// The type of the payload, without parameters.
  public var mime: String
  /// SHA-256 of the payload, hex.
  public var payload: String
  /// The title of the version, for lists of pages.
  public var title: String
  /// One gzip member.
  public var bytes: [UInt8]
}
