import GRDB

/// The articles that were brought in or read last; the rest come from the database.
struct RecentParties {
  /// Texts with their syllables that are kept beyond the last `limit` articles.
  private static let most = 64 << 20

  private let limit: Int
  private var parties: [UInt32: [CopyParty]] = [:]
  private var order: [(family: UInt32, bytes: Int)] = []
  private var oldest = 0
  private var bytes = 0

  /// `limit`: articles that are kept however long they are, as the database may not show them yet; zero: none is kept.
  init(limit: Int) { self.limit = limit }

  mutating func removeAll() { self = RecentParties(limit: limit) }

  mutating func note(_ versions: [CopyParty], family: UInt32) {
    guard limit > 0 else { return }
    if parties.updateValue(versions, forKey: family) != nil { return }
    let size = versions.reduce(0) { $0 + $1.bytes }
    order.append((family, size))
    bytes += size
    while order.count - oldest > limit, bytes > Self.most {
      parties[order[oldest].family] = nil
      bytes -= order[oldest].bytes
      oldest += 1
    }
    if oldest > 4096 {
      order.removeFirst(oldest)
      oldest = 0
    }
  }

  /// Every version of an article, named by its first.
  mutating func versions(of family: UInt32, in db: Database) throws -> [CopyParty] {
    if let known = parties[family] { return known }
    let read = try CopyParty.versions(db, family: Int64(family))
    note(read, family: family)
    return read
  }
}
