/// A stretch that two texts share, in syllable indexes of each.
public struct Passage: Hashable, Sendable {
  /// Its place in the copy.
  public var copy: Range<Int>
  /// Its place in the source.
  public var source: Range<Int>

  /// Takes every field as given.
  public init(copy: Range<Int>, source: Range<Int>) {
    self.copy = copy
    self.source = source
  }
}
