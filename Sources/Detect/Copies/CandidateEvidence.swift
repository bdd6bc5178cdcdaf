/// How rare the fingerprints are that made two texts a candidate pair.
public struct CandidateEvidence: Sendable {
  /// Fingerprints shared.
  public var hits: Int
  /// Of these, held by at most two earlier documents.
  public var rareHits: Int
  /// Of these, held by at most five earlier documents.
  public var hitsBelow6: Int

  /// Takes every field as given.
  public init(hits: Int, rareHits: Int, hitsBelow6: Int) {
    self.hits = hits
    self.rareHits = rareHits
    self.hitsBelow6 = hitsBelow6
  }
}
