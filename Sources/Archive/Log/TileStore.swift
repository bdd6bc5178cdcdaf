import GRDB
import News
import Prove

/// The hashes of the log: from its tiles, and where a tile is missing from the entries themselves.
struct TileStore {
  let folder: LogFolder
  let db: Database

  /// The hashes of a tile.
  func hashes(_ tile: Tile) throws -> [Digest] {
    if let level = tile.level, level > 0 {
      if let kept = folder.hashes(tile) { return kept }
      return try (0..<tile.width).map { child in
        MerkleTree.root(try hashes(Tile(level: level - 1, index: tile.index * Tile.full + child)))
      }
    }
    return try entries(tile).map { MerkleTree.leaf($0) }
  }

  /// The hashes of a tile that grew from one with `before` hashes; `roots`: those of tiles below it that are at hand.
  func hashes(_ tile: Tile, grownFrom before: Int, _ roots: [Tile: Digest]) throws -> [Digest] {
    guard let level = tile.level, level > 0, before < tile.width else { return try hashes(tile) }
    let before = max(0, before)
    let known = before > 0 ? try hashes(Tile(level: level, index: tile.index, width: before)) : []
    return try known
      + (before..<tile.width).map { number in
        let child = Tile(level: level - 1, index: tile.index * Tile.full + number)
        return try roots[child] ?? MerkleTree.root(hashes(child))
      }
  }

  /// The bytes of the entries a tile covers.
  func entries(_ tile: Tile) throws -> [[UInt8]] {
    let rows = try SteppedStatement(db, "SELECT kind, at, record FROM log_entry WHERE idx >= ? ORDER BY idx LIMIT ?")
    try rows.bind(Int64(tile.index * Tile.full), at: 1)
    try rows.bind(Int64(tile.width), at: 2)
    defer { rows.reset() }
    var entries: [[UInt8]] = []
    while try rows.step() {
      let kind = rows.withText(0) { String(decoding: $0, as: UTF8.self) }
      let record = rows.withText(2) { Digest(of: $0) }
      // One of a kind that this banluu does not know leaves a gap.
      guard let kind = LogEntry.Kind(rawValue: kind) else { break }
      entries.append(LogEntry(kind: kind, at: Instant(milliseconds: rows.number(1)), record: record).bytes)
    }
    guard entries.count == tile.width else {
      throw ArchiveError(.verification, "the log has gaps near entry \(tile.index * Tile.full); run `banluu verify`")
    }
    return entries
  }

  /// A tile of entries as its file holds it: each behind its length.
  static func bundle(_ entries: [[UInt8]]) -> [UInt8] {
    entries.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
  }

  /// How many bytes the first entries of a bundle take.
  static func length(of count: Int, in bundle: [UInt8]) -> Int {
    var at = 0
    for _ in 0..<count where at + 1 < bundle.count { at += 2 + Int(bundle[at]) << 8 + Int(bundle[at + 1]) }
    return at
  }

  /// The root of a perfect subtree within a log of `size` entries, read from tiles on the disk.
  func subtree(_ level: Int, _ index: Int, size: Int) throws -> Digest {
    let (tileLevel, within) = (level / 8, level % 8)
    let first = index << within
    let count = size >> (tileLevel * 8)
    let tile = Tile(
      level: tileLevel, index: first / Tile.full, width: min(Tile.full, count - first / Tile.full * Tile.full))
    let kept = folder.hashes(tile)
    let hashes = try kept ?? self.hashes(tile)
    let start = first % Tile.full
    return MerkleTree.root(Array(hashes[start..<(start + 1 << within)]))
  }

  /// The root at some size.
  func root(_ size: Int, in whole: Int) throws -> Digest {
    try MerkleProof.root(0, size) { try subtree($0, $1, size: whole) }
  }
}
