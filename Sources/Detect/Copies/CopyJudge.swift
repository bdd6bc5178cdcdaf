/// Says whether shared passages are a copy, and of what class.
public enum CopyJudge {
  /// A run that is not chance; shorter ones need much of a text, by rare words.
  private static let sureRun = 20
  // Measured on three sets of injected copies: edited copies cover half or more, templates share common words.
  private static let leastCoverage = 0.5
  private static let leastRareShare = 0.6

  /// Nil where the texts only share a way of speaking.
  public static func judge(_ a: Alignment, evidence: CandidateEvidence) -> CopyClass? {
    let isRare = Double(evidence.rareHits) >= leastRareShare * Double(max(1, evidence.hits))
    guard a.longest >= sureRun || (a.matched >= 30 && a.coverage >= leastCoverage && isRare) else { return nil }
    if a.coverage >= 0.8 { return .reprint }
    // Charges, titles of laws and templates run long too, but many documents hold them.
    if evidence.hitsBelow6 == 0 { return .formula }
    return a.matched >= 60 ? .lift : .passage
  }
}
