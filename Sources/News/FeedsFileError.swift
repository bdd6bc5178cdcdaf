/// Why a feeds file could not be used: it is missing, it cannot be read, or these things are wrong in it.
public struct FeedsFileError: Error, Sendable, CustomStringConvertible {
  /// What kept the file from being used.
  public enum Cause: Sendable { case missing, unreadable, invalid, unwritable }

  /// Which of them it was.
  public var cause: Cause
  /// nil where the text did not come from a file.
  public var path: String?
  /// In the order of the file; empty unless the cause is `invalid`.
  public var problems: [FeedsFileProblem]

  /// Takes every field as given.
  public init(cause: Cause, path: String? = nil, problems: [FeedsFileProblem] = []) {
    self.cause = cause
    self.path = path
    self.problems = problems
  }

  /// One line a problem, each with its place.
  public var description: String {
    let name = path ?? "feeds.yaml"
    switch cause {
    case .missing: return "\(name): no such file; name another with --feeds"
    case .unreadable: return "\(name): cannot be read; it must be a text file of at most 4 MB that you may read"
    case .unwritable: return "\(name): cannot be written; nothing was changed, check the rights on it and its folder"
    case .invalid: return problems.map { "\(name):\($0)" }.joined(separator: "\n")
    }
  }
}
