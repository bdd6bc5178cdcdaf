import News

/// One event as `query edits` lists it.
public struct EventReport: Encodable, Sendable {
  public var eventId: Int64
  public var event: String
  public var url: String
  public var outlet: String
  public var article: Int64
  public var at: String
  public var severity: String
  public var classes: [ChangeClass]
  public var disclosed: String?
  public var confirmed: Bool
  public var withdrawn: Bool?
  public var reverts: Int?
  public var titleBefore: String?
  public var titleAfter: String?
  public var publishedBefore: String?
  public var changes: [Change]
  public var otherUrl: String?
  public var detail: String?
}
