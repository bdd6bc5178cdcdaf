/// One address polled for news of an outlet.
public struct Source: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case feed, listing, sitemap }
  public enum DateOrder: String, Sendable, CaseIterable { case dmy, mdy }

  public var url: String
  public var kind: Kind
  public var interval: Duration
  public var dates: DateOrder
  /// Minutes east of UTC that hold where a date gives no zone.
  public var zoneMinutes: Int
  /// XPath of the links of a listing page; nil: links are found.
  public var links: String?

  public init(
    url: String, kind: Kind = .feed, interval: Duration = .seconds(900), dates: DateOrder = .dmy,
    zoneMinutes: Int = 420, links: String? = nil
  ) {
    self.url = url
    self.kind = kind
    self.interval = interval
    self.dates = dates
    self.zoneMinutes = zoneMinutes
    self.links = links
  }
}
