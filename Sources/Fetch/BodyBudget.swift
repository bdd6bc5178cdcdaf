/// The memory that the bodies of a fetcher take together, and who may begin and grow within it.
///
/// A body counts from the start of its transfer until whoever asked for it lets it go. Transfers begin with a small
/// share while less than half of the limit is taken; what they need beyond it comes from the other half. A body for
/// which nothing is left is given up and asked for again with its whole length granted beforehand, from a reserve
/// that holds two such bodies: so no transfer ever stands still, and every one comes to its end.
package struct BodyBudget {
  /// Bytes of one kind of grant that are given back together.
  package struct Grant: Equatable, Sendable {
    package fileprivate(set) var bytes: Int
    /// Whether it comes from the reserve and so never grows.
    package let isWhole: Bool
  }

  /// What a transfer begins with: more than most pages of news take.
  static let share = 64 << 10

  private let limit: Int
  private let reserve: Int
  private var taken = 0
  private var reserved = 0

  /// `limit` and `longest`, the longest single body, in bytes.
  package init(limit: Int, longest: Int) {
    self.limit = limit
    reserve = 2 * longest
  }

  /// The grant a transfer of at most `bytes` begins with; nil where it must wait.
  package mutating func begin(_ bytes: Int, whole isWhole: Bool) -> Grant? {
    if isWhole {
      guard reserved + bytes <= reserve else { return nil }
      reserved += bytes
      return Grant(bytes: bytes, isWhole: true)
    }
    guard taken < limit / 2 else { return nil }
    let share = min(Self.share, bytes)
    taken += share
    return Grant(bytes: share, isWhole: false)
  }

  /// Adds to a grant; false where nothing is left.
  package mutating func grow(_ grant: inout Grant, by bytes: Int) -> Bool {
    guard !grant.isWhole, taken + bytes <= limit else { return false }
    taken += bytes
    grant.bytes += bytes
    return true
  }

  /// Gives back what a body has not needed.
  package mutating func shrink(_ grant: inout Grant, to bytes: Int) {
    let rest = Grant(bytes: max(0, grant.bytes - bytes), isWhole: grant.isWhole)
    grant.bytes -= rest.bytes
    takeBack(rest)
  }

  /// Takes back a grant whose body was let go.
  package mutating func takeBack(_ grant: Grant) {
    if grant.isWhole { reserved -= grant.bytes } else { taken -= grant.bytes }
  }
}
