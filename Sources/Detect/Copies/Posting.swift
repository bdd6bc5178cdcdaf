/// One fingerprint of a text: a 48-bit hash of six syllables, and the syllable it starts at.
public struct Posting: Hashable, Sendable {
  public var hash: UInt64
  public var position: Int

  public init(hash: UInt64, position: Int) {
    self.hash = hash
    self.position = position
  }
}
