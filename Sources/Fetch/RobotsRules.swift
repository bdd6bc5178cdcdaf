/// The rules of one robots.txt that hold for banluu (RFC 9309).
public struct RobotsRules: Sendable {
  private struct Rule: Sendable {
    let allows: Bool
    let pattern: RobotsPattern
  }

  private var rules: [Rule] = []

  /// A host without robots.txt: everything is allowed.
  public static let allowingAll = RobotsRules(parsing: [])

  /// What is past 500 KiB is not read, as the standard permits.
  static let mostBytes = 500 << 10

  /// Reads a robots.txt.
  public init(parsing bytes: [UInt8]) {
    var ours: [Rule] = []
    var everyones: [Rule] = []
    var isNamed = false
    var groupIsOurs = false
    var groupIsEveryones = false
    var inRules = true
    for (key, value) in Self.records(bytes) {
      switch key {
      case "user-agent":
        if inRules { (groupIsOurs, groupIsEveryones, inRules) = (false, false, false) }
        if value == [UInt8(ascii: "*")] { groupIsEveryones = true }
        if Self.isOurToken(value) { (groupIsOurs, isNamed) = (true, true) }
      case "allow", "disallow":
        inRules = true
        guard !value.isEmpty else { continue }
        let rule = Rule(allows: key == "allow", pattern: RobotsPattern(value))
        if groupIsOurs { ours.append(rule) }
        if groupIsEveryones { everyones.append(rule) }
      default:
        continue
      }
    }
    rules = isNamed ? ours : everyones
  }

  /// True where a path with its query may be fetched: the longest matching rule decides, allow wins a tie.
  public func allows(path: String) -> Bool {
    let path = RobotsPattern.normalized(path.utf8.isEmpty ? "/" : path)
    if path == Array("/robots.txt".utf8) { return true }
    var longest = -1
    var allows = true
    for rule in rules {
      let length = rule.pattern.length
      guard length > longest || (length == longest && rule.allows && !allows) else { continue }
      if rule.pattern.matches(path) { (longest, allows) = (length, rule.allows) }
    }
    return allows
  }

  /// The value names us if its leading product token is ours; a version after it does not matter.
  private static func isOurToken(_ value: ArraySlice<UInt8>) -> Bool {
    let token = value.prefix { $0 == 0x2D || $0 == 0x5F || (0x61...0x7A).contains($0.asciiLowercased) }
    return token.map(\.asciiLowercased) == Array("banluu".utf8)
  }

  /// `key: value` lines without comments and surrounding space, keys in lower case.
  private static func records(_ bytes: [UInt8]) -> [(key: String, value: ArraySlice<UInt8>)] {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: byteOrderMark) ? 3 : 0
    return bytes[start...].prefix(mostBytes).split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
      let line = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let key = trimmed(line[..<colon]).map(\.asciiLowercased)
      return (String(decoding: key, as: UTF8.self), trimmed(line[(colon + 1)...]))
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
    return rest
  }
}
