import News

/// One entry of the log: a kind, a time and a digest, so that it says nothing of the article it stands for.
public struct LogEntry: Hashable, Sendable {
  /// What an entry stands for.
  public enum Kind: String, Sendable, CaseIterable {
    case version, edited, deleted, restored, moved, lost, mark, withheld, segment, fork
  }

  public var kind: Kind
  public var at: Instant
  /// SHA-256 of the canonical record.
  public var record: Digest

  /// Takes every part as given.
  public init(kind: Kind, at: Instant, record: Digest) {
    self.kind = kind
    self.at = at
    self.record = record
  }

  /// Its bytes, the leaf's data.
  public var bytes: [UInt8] { Array("banluu/v1\n\(kind.rawValue)\n\(at.rfc3339)\n\(record.hex)\n".utf8) }
}
