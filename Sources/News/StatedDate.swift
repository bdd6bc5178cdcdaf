/// A date as an outlet wrote it: the raw text, the instant it means if it can be read, and how exact it is.
public struct StatedDate: Hashable, Sendable {
  /// The smallest unit an outlet wrote.
  public enum Precision: String, Sendable { case second, minute, hour, day, month, year }

  /// The words of the outlet.
  public var raw: String
  /// The moment meant; nil where it cannot be read.
  public var instant: Instant?
  /// How exact the words are.
  public var precision: Precision
  /// It lies more than a day ahead of the moment it was read, so it is no date of publication.
  public var isAhead = false

  /// Takes every field as given.
  public init(raw: String, instant: Instant?, precision: Precision) {
    self.raw = raw
    self.instant = instant
    self.precision = precision
  }
}
