/// Says whether shared passages are a copy, and of what class.
public enum CopyJudge {
  /// A run that is not chance; shorter ones need much of a text, by rare words.
  private static let sureRun = 20
  // Measured on three sets of injected copies: edited copies cover half or more, templates share common words.
  private static let leastCoverage = 0.5
  private static let leastRareShare = 0.6

  /// Grams within which one is always chosen; a sure run spans two such windows.
  public static let window = Int32(Winnowing.window)

  /// Whether most of what two texts share stands in hardly another.
  public static func isRare(hits: Int, rare: Int) -> Bool {
    Double(rare) >= leastRareShare * Double(max(1, hits))
  }

  /// Nil where the texts only share a way of speaking.
  public static func judge(_ a: Alignment, evidence: CandidateEvidence) -> CopyClass? {
    let isRare = isRare(hits: evidence.hits, rare: evidence.rareHits)
    guard a.longest >= sureRun || (a.matched >= 30 && a.coverage >= leastCoverage && isRare) else { return nil }
    if a.coverage >= 0.8 { return .reprint }
    // Charges, titles of laws and templates run long too, but many documents hold them.
    if evidence.hitsBelow6 == 0 { return .formula }
    return a.matched >= 60 ? .lift : .passage
  }

  /// A text that a person asks about may be a few lines: a run that is hardly chance is enough, or rare words that
  /// make up most of it.
  public static func judge(visitor a: Alignment, evidence: CandidateEvidence) -> CopyClass? {
    let isRare = isRare(hits: evidence.hits, rare: evidence.rareHits)
    if let kind = judge(a, evidence: evidence) { return kind }
    guard a.matched >= leastVisitorMatch, a.share >= leastCoverage, isRare || a.longest >= leastVisitorMatch else {
      return nil
    }
    return .passage
  }
  private static let leastVisitorMatch = 16
}
