/// A number or date in the row of tokens: its unit, its kind, and the key equal writings of it share.
enum Figure {
  /// The figure at `at` with the scale and unit that follow it, and how many pieces it took.
  static func token(_ pieces: [EditToken], _ at: Int) -> (EditToken, Int) {
    if let time = CalendarDate.token(pieces, at) ?? Clock.token(pieces, at) { return time }
    var token = pieces[at]
    var used = 1
    var zeros = 0
    while at + used < pieces.count, let scale = UnitWords.scales[pieces[at + used].id] {
      zeros += scale
      take(pieces[at + used], into: &token)
      used += 1
    }
    var sum = zeros > 0 ? scaled(token.key, zeros) : token.key
    // "1 tỷ 200 triệu": smaller and smaller scales make one number.
    while zeros > 0, sum.utf8.count < 18, let whole = Int(sum), at + used + 1 < pieces.count,
      let more = Int(pieces[at + used].key),
      let scale = UnitWords.scales[pieces[at + used + 1].id], scale < zeros, more < 1000
    {
      take(pieces[at + used], into: &token)
      take(pieces[at + used + 1], into: &token)
      sum = scaled(String(more), scale)
      sum = Int(sum).map { String(whole + $0) } ?? sum
      (zeros, used) = (scale, used + 2)
    }
    var unit = ""
    let mayFollow = at + used < pieces.count && UnitWords.starts.contains(pieces[at + used].id)
    let longest = mayFollow ? min(3, pieces.count - at - used) : 0
    for length in stride(from: longest, to: 0, by: -1) {
      let next = pieces[(at + used)..<(at + used + length)]
      let glued = next.first?.kind == .mark
      let key = next.map(\.key).joined(separator: glued ? "" : " ")
      guard let found = UnitWords.units[key] else { continue }
      for piece in next { take(piece, into: &token) }
      used += length
      unit = found
      break
    }
    let next = at + used < pieces.count ? pieces[at + used] : nil
    let bare = used == 1
    if bare, isDate(pieces, at, next: next?.id) {
      token.kind = .date
    } else if unit.isEmpty, let next, let span = DateWords.spans[next.id], counts(pieces, at + used) {
      take(next, into: &token)
      used += 1
      unit = span
    }
    token.key = sum + (unit.isEmpty ? "" : " " + unit)
    return (token, used)
  }

  /// Whether the figure is the rest of a length of time ("2 năm 6 tháng").
  private static func goesOn(_ pieces: [EditToken], _ at: Int) -> Bool {
    guard at > 1, pieces[at - 2].kind == .number, counts(pieces, at - 1) else { return false }
    return at == 2 || !DateWords.beforeDay.contains(pieces[at - 3].id)
  }

  /// Whether "năm", "tháng" and the like at `at` counts, and is not of a date that goes on ("12 tháng 3").
  private static func counts(_ pieces: [EditToken], _ at: Int) -> Bool {
    guard at + 1 < pieces.count, pieces[at + 1].kind == .number else { return true }
    guard at + 2 < pieces.count, DateWords.spans[pieces[at + 2].id] != nil else { return false }
    return counts(pieces, at + 2)
  }

  static func take(_ piece: EditToken, into token: inout EditToken) {
    token.text += piece.lead + piece.text
    token.exact += piece.lead + piece.exact
  }

  private static func isDate(_ pieces: [EditToken], _ at: Int, next: EditKey?) -> Bool {
    let key = pieces[at].key
    let previous = at > 0 ? pieces[at - 1].id : .none
    let earlier = at > 1 ? pieces[at - 2].id : .none
    if let next, DateWords.clocks.contains(next) { return true }
    let parts = key.utf8.contains(0x7E) ? key.split(separator: "~").map { Int($0) ?? -1 } : []
    if parts.count >= 2, pieces[at].text.contains(where: { $0 == "/" || $0 == "-" }) {
      let slash = pieces[at].text.contains("/")
      let dayAndMonth = (1...31).contains(parts[0]) && (1...12).contains(parts[1])
      let monthAndYear = (1...12).contains(parts[0]) && (1900...2100).contains(parts[1])
      return (dayAndMonth || monthAndYear) && (slash || parts.count == 3 || DateWords.beforeDay.contains(previous))
    }
    if previous == weekday, let day = Int(key) { return (2...7).contains(day) && earlier != ordinal }
    if DateWords.beforeDate.contains(previous) {
      let isTooMuch = Int(key).map { $0 > DateWords.most[previous] ?? .max } ?? false
      return !isTooMuch && !DateWords.measures.contains(earlier) && !goesOn(pieces, at)
    }
    let text = pieces[at].text
    return text.contains("h") || text.contains(":") || DateWords.clocks.contains(previous)
  }

  private static let weekday = EditKey(Spelling.key("thứ"))
  private static let ordinal = EditKey(Spelling.key("lần"))

  /// The key of figures as written: thousands without dots, a decimal comma, dates without leading zeros.
  static func digits(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
    let lower = text.lowercased()
    let groups = lower.split(separator: ".", omittingEmptySubsequences: false)
    let isThousands = groups.count > 1 && groups.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    if isThousands, !lower.contains("/"), !lower.contains("-") { return lower.replacing(".", with: "") }
    guard groups.count > 2 || lower.contains(where: { $0 == "/" || $0 == "-" }) else { return lower }
    let parts = lower.split { $0 == "/" || $0 == "-" || $0 == "." }
    return parts.map { part in
      let short = part.drop { $0 == "0" }
      return short.isEmpty ? "0" : String(short)
    }.joined(separator: "~")
  }

  /// A decimal number times a power of ten, as digits.
  private static func scaled(_ key: String, _ zeros: Int) -> String {
    let parts = key.split(separator: ",", maxSplits: 1)
    guard let whole = parts.first else { return key }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    guard fraction.count <= zeros, key.allSatisfy({ $0.isNumber || $0 == "," }) else { return key + "e\(zeros)" }
    return whole + fraction + String(repeating: "0", count: zeros - fraction.count)
  }
}
