/// The signed head of a log.
public struct LogHeadReport: Encodable, Sendable {
  /// The log's name.
  public var origin: String
  /// Entries under the head.
  public var size: Int
  /// Their root, base64.
  public var root: String
  /// The public key, as `name+id+base64`.
  public var vkey: String
  /// Entries in the database; more than `size` until the next head is signed.
  public var entries: Int
  /// The signed note.
  public var checkpoint: String
}
