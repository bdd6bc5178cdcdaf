import News

extension Instant {
  /// The instant of a nullable column.
  public init?(_ milliseconds: Int64?) {
    guard let milliseconds else { return nil }
    self.init(milliseconds: milliseconds)
  }
}
