/// How grave a change is, S0 (the same words) to S5 (a reversal or a loss).
public enum Severity: Int, Comparable, Sendable, CaseIterable {
  case s0, s1, s2, s3, s4, s5

  /// The severity written `S0` to `S5`, in either case; nil for anything else.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name.uppercased() }) else { return nil }
    self = match
  }
  /// `S0` to `S5`, as written in JSON and in options.
  public var name: String { "S\(rawValue)" }
  /// The graver is the greater.
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}
