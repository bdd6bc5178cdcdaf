/// What two texts share: the passages, and how much of the copy they make up.
public struct Alignment: Sendable {
  /// In the order of the copy.
  public var passages: [Passage]
  /// Syllables of the copy in passages.
  public var matched: Int
  /// The longest identical run.
  public var longest: Int
  /// `matched` as a part of the copy.
  public var share: Double
  /// `matched` as a part of the shorter text.
  public var coverage: Double

  /// Takes every field as given.
  public init(passages: [Passage], matched: Int, longest: Int, share: Double, coverage: Double) {
    self.passages = passages
    self.matched = matched
    self.longest = longest
    self.share = share
    self.coverage = coverage
  }
}
