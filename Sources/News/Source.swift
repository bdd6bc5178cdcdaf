/// One address polled for news of an outlet.
public struct Source: Hashable, Sendable {
  /// What stands at the address.
  public enum Kind: String, Sendable, CaseIterable { case feed, listing, sitemap }
  /// Whether 03/04 is a day and a month or a month and a day.
  public enum DateOrder: String, Sendable, CaseIterable { case dmy, mdy }

  /// The address polled.
  public var url: String
  /// How the answer is read.
  public var kind: Kind
  /// The time from one poll to the next.
  public var interval: Duration
  /// How its dates are read where the order of figures is open.
  public var dates: DateOrder
  /// Minutes east of UTC that hold where a date gives no zone.
  public var zoneMinutes: Int
  /// XPath of the links of a listing page; nil: links are found.
  public var links: String?

  /// Takes every field as given.
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
