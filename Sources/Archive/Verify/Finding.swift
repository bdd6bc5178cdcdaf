/// Something in an archive that is not as it was written.
public struct Finding: Encodable, Sendable, Hashable {
  /// What is wrong: a version, an event, a tile, a place in a segment.
  public var object: String
  /// What is wrong with it.
  public var problem: String
  /// What to do.
  public var repair: String

  init(_ object: String, _ problem: String, repair: String) {
    (self.object, self.problem, self.repair) = (object, problem, repair)
  }
}
