import News

/// One event as `query edits` lists it.
public struct EventReport: Encodable, Sendable {
  /// The number of the event in the archive.
  public var eventId: Int64
  /// What happened: `edited`, `deleted` and their like.
  public var event: String
  /// The article's address.
  public var url: String
  /// The article's outlet.
  public var outlet: String
  /// The article's number in the archive.
  public var article: Int64
  /// When it was first seen.
  public var at: String
  /// How grave it is, `S0` to `S5`.
  public var severity: String
  /// What kinds of words were touched, gravest first.
  public var classes: [ChangeClass]
  /// Whether readers were told: `silent`, `dated` or `disclosed`.
  public var disclosed: String?
  /// Whether it stood long enough to be confirmed.
  public var confirmed: Bool
  /// True where it was taken back before that.
  public var withdrawn: Bool?
  /// The version whose words it restored.
  public var reverts: Int?
  /// The title before.
  public var titleBefore: String?
  /// The title after.
  public var titleAfter: String?
  /// The date of publication before.
  public var publishedBefore: String?
  /// Each changed place.
  public var changes: [Change]
  /// The address of the other article concerned.
  public var otherUrl: String?
  /// What else there is to say.
  public var detail: String?
}
