/// One fingerprint of a text: a 48-bit hash of six syllables, and the syllable it starts at.
public struct Posting: Hashable, Sendable {
  /// The hash of the six syllables.
  public var hash: UInt64
  /// The index of the first of them.
  public var position: Int

  /// Takes every field as given.
  public init(hash: UInt64, position: Int) {
    self.hash = hash
    self.position = position
  }
}
