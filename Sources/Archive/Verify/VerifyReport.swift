/// What a verification looked at and what it found.
public struct VerifyReport: Encodable, Sendable {
  /// Whether nothing was found.
  public var clean: Bool { findings.isEmpty }
  /// Entries of the log, all hashed again.
  public var entries = 0
  /// Versions whose words, record and place were compared.
  public var versions = 0
  /// Events compared with their records.
  public var events = 0
  /// Files of tiles compared.
  public var tiles = 0
  /// Segments read whole.
  public var segments = 0
  /// WARC records whose digests were computed again.
  public var records = 0
  /// Rows compared with what WARC holds of them.
  public var rows = 0
  /// Bytes of WARC records, not compressed.
  public var bytes = 0
  /// Articles whose bytes were taken out by `withhold --erase`.
  public var erased = 0
  /// What was not looked at, and why.
  public var skipped: [String] = []
  /// Everything that is wrong.
  public var findings: [Finding] = []
  public var seconds = 0.0

  private enum CodingKeys: String, CodingKey {
    case clean, entries, versions, events, tiles, segments, records, rows, bytes, erased, skipped, findings, seconds
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(clean, forKey: .clean)
    let counts: [(CodingKeys, Int)] = [
      (.entries, entries), (.versions, versions), (.events, events), (.tiles, tiles), (.segments, segments),
      (.records, records), (.rows, rows), (.bytes, bytes), (.erased, erased),
    ]
    for (key, count) in counts { try container.encode(count, forKey: key) }
    try container.encode(skipped, forKey: .skipped)
    try container.encode(findings, forKey: .findings)
    try container.encode(seconds, forKey: .seconds)
  }
}
