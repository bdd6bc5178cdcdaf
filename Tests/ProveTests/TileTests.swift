import News
import Testing

@testable import Prove

@Suite struct TileTests {
  @Test func path_whenTheNumberIsLong_hasThreeDigitsAPart() {
    #expect(Tile(level: 0, index: 1_234_067).path == "tile/0/x001/x234/067")
    #expect(Tile(level: 1, index: 5, width: 17).path == "tile/1/005.p/17")
    #expect(Tile(level: nil, index: 0).path == "tile/entries/000")
  }

  @Test func grown_whenTheLogHas70000Entries_countsAsTheSpecificationDoes() {
    let tiles = Tile.grown(from: 0, to: 70_000)
    #expect(tiles.count { $0.level == 0 && $0.width == 256 } == 273)
    #expect(tiles.filter { $0.level == 0 && $0.width < 256 }.map(\.width) == [112])
    #expect(tiles.filter { $0.level == 1 }.map(\.width) == [256, 17])
    #expect(tiles.filter { $0.level == 2 }.map(\.width) == [1])
    #expect(tiles.count { $0.level == nil } == 274)
  }

  @Test func grown_whenAFewEntriesCome_namesOnlyTheLastTiles() {
    #expect(
      Tile.grown(from: 510, to: 513) == [
        Tile(level: nil, index: 1), Tile(level: 0, index: 1), Tile(level: nil, index: 2, width: 1),
        Tile(level: 0, index: 2, width: 1), Tile(level: 1, index: 0, width: 2),
      ])
    #expect(Tile.grown(from: 513, to: 513).isEmpty)
  }

  @Test func record_whenAValueHasALineFeed_staysOneLine() {
    var record = LogRecord()
    record.add("title", "một\nhai \\n")
    record.add("none", nil as String?)
    #expect(record.text == "title một\\nhai \\\\n\n")
  }

  @Test func entry_whenWritten_hasFourLines() {
    let entry = LogEntry(kind: .deleted, at: Instant(seconds: 1_790_000_000), record: Digest(of: []))
    #expect(
      String(decoding: entry.bytes, as: UTF8.self)
        == "banluu/v1\ndeleted\n2026-09-21T14:13:20Z\n\(Digest(of: []).hex)\n")
  }
}
