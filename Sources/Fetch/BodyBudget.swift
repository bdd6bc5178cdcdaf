/// The memory that the bodies of a fetcher may take together, and what that means for who may read on.
///
/// A body counts from its first byte until whoever asked for it lets it go. Beyond the limit nothing new is begun and
/// only the oldest transfer reads on, so that it ends and gives its room back; beyond half as much again a body is
/// given up, which happens only where many small answers unpack to large ones at the same moment.
package struct BodyBudget {
  /// Who may read.
  package enum Reading: Equatable { case all, oldest, none }

  private let limit: Int
  private var arriving = 0
  private var handedOut = 0
  package private(set) var reading = Reading.all

  package init(limit: Int) { self.limit = limit }

  /// The bytes of all bodies now.
  package var taken: Int { arriving + handedOut }

  /// The most that `taken` ever is.
  package var most: Int { limit + limit / 2 }

  /// A body that arrives grows: by what it wishes while all may read, else by the least; nil where there is no room.
  package mutating func grow(by least: Int, wishing wish: Int = 0) -> Int? {
    let bytes = reading == .all ? max(least, wish) : least
    guard taken + bytes <= most else { return nil }
    arriving += bytes
    judge()
    return bytes
  }

  /// A body has ended: it is given to whoever asked for it, or to nobody.
  package mutating func end(_ bytes: Int, isHandedOut: Bool) {
    arriving -= bytes
    if isHandedOut { handedOut += bytes }
    judge()
  }

  /// Whoever asked for a body has let it go.
  package mutating func takeBack(_ bytes: Int) {
    handedOut -= bytes
    judge()
  }

  /// Once closed it opens again only with a quarter free, so that transfers are not stopped and started for each byte.
  private mutating func judge() {
    if taken < (reading == .all ? limit : limit / 4 * 3) {
      reading = .all
    } else {
      // What is handed out comes back without any more reading; to add to it would not help.
      reading = handedOut < limit / 4 ? .oldest : .none
    }
  }
}
