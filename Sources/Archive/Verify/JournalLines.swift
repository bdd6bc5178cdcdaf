import Prove

/// The last line that WARC holds of each row, as a hash; what the database must say of that row.
struct JournalLines: Sendable {
  /// Hashes of lines by table and row; nil where the row was deleted.
  private(set) var rows: [String: [Int64: UInt64?]] = [:]
  /// Hashes of the lines of aliases, by hash of outlet and key.
  private(set) var aliases: [UInt64: UInt64] = [:]

  /// Takes up a block of lines.
  mutating func add(_ block: UnsafeRawBufferPointer) {
    for line in block.split(separator: 0x0A) { add(line: UnsafeRawBufferPointer(rebasing: line)) }
  }

  /// Takes up what came later.
  mutating func add(_ later: JournalLines) {
    for (table, lines) in later.rows { rows[table, default: [:]].merge(lines) { $1 } }
    aliases.merge(later.aliases) { $1 }
  }

  private mutating func add(line: UnsafeRawBufferPointer) {
    guard let (table, rest) = Self.table(line) else { return }
    if table == "alias" {
      let pair = Self.aliasKey(line)
      aliases[pair.key] = pair.line
    } else if rest.starts(with: "deleted\":".utf8) {
      if let row = Self.number(rest.dropFirst(9)) { rows[table, default: [:]][row] = .some(nil) }
    } else if let row = Self.firstNumber(rest) {
      rows[table, default: [:]][row] = .some(Self.hash(Self.lasting(line)))
    }
  }

  /// `{"table":"NAME","` and what follows it.
  private static func table(_ line: UnsafeRawBufferPointer) -> (String, Slice<UnsafeRawBufferPointer>)? {
    let opening = "{\"table\":\"".utf8
    guard line.starts(with: opening) else { return nil }
    let rest = line[opening.count...]
    guard let quote = rest.firstIndex(of: 0x22), quote + 3 <= line.count else { return nil }
    return (String(decoding: rest[..<quote], as: UTF8.self), line[(quote + 3)...])
  }

  /// The first column of a row is its number: `row":{"id":12,`.
  private static func firstNumber(_ rest: Slice<UnsafeRawBufferPointer>) -> Int64? {
    guard rest.starts(with: "row\":{\"".utf8) else { return nil }
    let column = rest.dropFirst(7)
    guard let end = column.firstIndex(of: 0x22) else { return nil }
    return number(column[(end + 2)...])
  }

  private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int64? {
    Int64(String(decoding: bytes.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }, as: UTF8.self))
  }

  /// The line without the part of an article that looks alone change.
  static func lasting(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let mark = Array("},\"state\":{".utf8)
    guard line.starts(with: "{\"table\":\"article\"".utf8), line.count > mark.count else { return line }
    var at = line.count - mark.count
    while at > 0 {
      if line[at] == mark[0], line[at..<(at + mark.count)].elementsEqual(mark) {
        return UnsafeRawBufferPointer(rebasing: line[..<at])
      }
      at -= 1
    }
    return line
  }

  /// The hashes of an alias' outlet and key, and of its whole line.
  static func aliasKey(_ line: UnsafeRawBufferPointer) -> (key: UInt64, line: UInt64) {
    let mark = Array(",\"article\":".utf8)
    let end = (0..<max(0, line.count - mark.count)).last {
      line[$0] == mark[0] && line[$0..<($0 + mark.count)].elementsEqual(mark)
    }
    return (hash(UnsafeRawBufferPointer(rebasing: line[..<(end ?? line.count)])), hash(line))
  }

  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    Digest(of: bytes).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
