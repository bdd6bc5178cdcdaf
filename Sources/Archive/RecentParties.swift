import GRDB

/// The articles that were read or brought in last; the rest come from the database.
struct RecentParties {
  private let limit: Int
  private var parties: [UInt32: [CopyParty]] = [:]
  private var order: [UInt32] = []
  private var oldest = 0

  init(limit: Int) { self.limit = limit }

  mutating func removeAll() { self = RecentParties(limit: limit) }

  mutating func note(_ versions: [CopyParty], family: UInt32) {
    guard limit > 0 else { return }
    if parties.updateValue(versions, forKey: family) != nil { return }
    order.append(family)
    guard order.count - oldest > limit else { return }
    parties[order[oldest]] = nil
    oldest += 1
    if oldest == limit {
      order.removeFirst(oldest)
      oldest = 0
    }
  }

  /// Every version of an article, named by its first.
  func versions(of family: UInt32, in db: Database) throws -> [CopyParty] {
    if let known = parties[family] { return known }
    return try CopyParty.versions(db, family: Int64(family))
  }
}
