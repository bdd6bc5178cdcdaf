/// A listed segment is no longer there: it was merged away after this view of the database began.
public struct CopyIndexChanged: Error {
  var name: String

  /// How often a view may be too old: merges take longer than the way from the list to its files.
  private static let mostViews = 4

  /// Runs `body`, which begins a new view of the database each time, until one is not too old; a file that is missing
  /// in all of them is really gone.
  public static func retrying<T>(_ body: () throws -> T) throws -> T {
    for _ in 1..<mostViews {
      do { return try body() } catch is CopyIndexChanged {}
    }
    do { return try body() } catch let error as CopyIndexChanged { throw error.missing }
  }

  /// What is said where the file is really gone.
  var missing: ArchiveError {
    ArchiveError(.notAnArchive, "copies/\(name) is missing; make the copy index anew with `banluu rebuild copies`")
  }
}
