/// A stretch that two texts share, in syllable indexes of each.
public struct Passage: Hashable, Sendable {
  public var copy: Range<Int>
  public var source: Range<Int>

  public init(copy: Range<Int>, source: Range<Int>) {
    self.copy = copy
    self.source = source
  }
}
