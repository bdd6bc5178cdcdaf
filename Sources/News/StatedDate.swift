/// A date as an outlet wrote it: the raw text, the instant it means if it can be read, and how exact it is.
public struct StatedDate: Hashable, Sendable {
  public enum Precision: String, Sendable { case second, minute, hour, day, month, year }

  public var raw: String
  public var instant: Instant?
  public var precision: Precision
  /// It lies more than a day ahead of the moment it was read, so it is no date of publication.
  public var isAhead = false

  public init(raw: String, instant: Instant?, precision: Precision) {
    self.raw = raw
    self.instant = instant
    self.precision = precision
  }
}
