/// A tile of a log as C2SP tlog-tiles names it: up to 256 hashes of one level, in a file that any web server can serve.
public struct Tile: Hashable, Sendable {
  /// Hashes of a full tile.
  public static let full = 256

  /// Which hashes it holds; nil: the entries themselves.
  public var level: Int?
  /// Its number within the level.
  public var index: Int
  /// How many it holds, 1 to 256.
  public var width: Int

  /// Takes every part as given.
  public init(level: Int?, index: Int, width: Int = Tile.full) {
    self.level = level
    self.index = index
    self.width = width
  }

  /// Its path below the log: `tile/1/x001/234.p/17`.
  public var path: String { "tile/\(level.map(String.init) ?? "entries")/" + number + suffix }

  /// Where the partial tiles before this full one stand.
  public var partialFolder: String { "tile/\(level.map(String.init) ?? "entries")/" + number + ".p" }

  private var suffix: String { width == Self.full ? "" : ".p/\(width)" }

  /// Three digits a part, all but the last behind an x.
  private var number: String {
    var parts = [Self.digits(index % 1000)]
    var rest = index / 1000
    while rest > 0 {
      parts.insert("x" + Self.digits(rest % 1000), at: 0)
      rest /= 1000
    }
    return parts.joined(separator: "/")
  }

  private static func digits(_ number: Int) -> String {
    String(repeating: "0", count: 3 - String(number).count) + String(number)
  }

  /// The tiles of hashes and entries in which a log of `size` differs from one of `old` entries.
  public static func grown(from old: Int, to size: Int) -> [Tile] {
    var tiles: [Tile] = []
    var (before, count) = (old, size)
    var level = 0
    while count > 0 {
      if count > before {
        for index in before / full...(count - 1) / full {
          let width = min(full, count - index * full)
          if level == 0 { tiles.append(Tile(level: nil, index: index, width: width)) }
          tiles.append(Tile(level: level, index: index, width: width))
        }
      }
      (before, count) = (before / full, count / full)
      level += 1
    }
    return tiles
  }
}
