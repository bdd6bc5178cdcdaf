/// What an import made.
public struct ImportTally: Sendable {
  /// Articles that were not there before.
  public private(set) var articles = 0
  /// Versions, the first of each article among them.
  public private(set) var versions = 0
  /// Pairs that share passages.
  public private(set) var copies = 0

  public init() {}

  mutating func count(new: Int, copies: Int) {
    articles += new
    versions += new
    self.copies += copies
  }

  mutating func count(_ receipt: Receipt) {
    if receipt.firstVersion { articles += 1 }
    if receipt.newVersion { versions += 1 }
    copies += receipt.copies
  }
}
