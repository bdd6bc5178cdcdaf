/// What kind of words a change touched; declared gravest first for lists of classes.
public enum ChangeClass: String, Codable, Sendable, CaseIterable, Comparable {
  case negation, status, number, date, name, quote, title, attribution, removed, added, wording

  /// The graver stands first.
  public static func < (a: ChangeClass, b: ChangeClass) -> Bool { a.order < b.order }
  private var order: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
