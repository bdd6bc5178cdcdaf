import GRDB
import Prove

extension TileStore {
  /// Writes the tiles that come with the entries behind a head, durable when it returns; gives the new head.
  func grow(_ head: LogHead, to size: Int) throws -> LogHead {
    var grown = head
    let tiles = Tile.grown(from: head.frontier.size, to: size)
    // A tile of entries comes before that of their hashes.
    var leaves: [Digest] = []
    // The roots of full tiles that are made here: the level above is made of them.
    var roots: [Tile: Digest] = [:]
    for tile in tiles {
      guard let level = tile.level else {
        let entries = try entries(tile)
        let known = max(0, grown.frontier.size - tile.index * Tile.full)
        leaves = entries.map { MerkleTree.leaf($0) }
        for leaf in leaves.dropFirst(known) { grown.frontier.append(leaf) }
        try folder.write(tile.path, Self.bundle(entries), synced: false)
        continue
      }
      let before = head.frontier.size >> (level * 8) - tile.index * Tile.full
      let hashes = level == 0 ? leaves : try hashes(tile, grownFrom: before, roots)
      if tile.width == Tile.full { roots[tile] = MerkleTree.root(hashes) }
      try folder.write(tile.path, hashes.flatMap(\.bytes), synced: false)
    }
    try folder.sync(tiles.map(\.path))
    return grown
  }
}
