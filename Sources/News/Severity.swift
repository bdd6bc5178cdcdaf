/// How grave a change is, S0 (the same words) to S5 (a reversal or a loss).
public enum Severity: Int, Comparable, Sendable, CaseIterable {
  case s0, s1, s2, s3, s4, s5

  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name.uppercased() }) else { return nil }
    self = match
  }
  /// `S0` to `S5`, as written in JSON and in options.
  public var name: String { "S\(rawValue)" }
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}
