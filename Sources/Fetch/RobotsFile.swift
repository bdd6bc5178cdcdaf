import News

/// The robots.txt of one site (`scheme://host:port`) as it was read; an empty body allows everything.
public struct RobotsFile: Hashable, Sendable {
  public var site: String
  public var fetched: Instant
  public var body: [UInt8]

  public init(site: String, fetched: Instant, body: [UInt8]) {
    self.site = site
    self.fetched = fetched
    self.body = body
  }
}
