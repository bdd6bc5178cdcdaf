/// A time of day in the row of tokens: 8h30, 8:30, 8g30, 08 giờ 30 and 8 giờ 30 phút are one.
enum Clock {
  /// The time at `at`, and how many pieces it took.
  static func token(_ pieces: [EditToken], _ at: Int) -> (EditToken, Int)? {
    guard let (hour, shown, isWhole) = written(pieces[at].key), (0...24).contains(hour) else { return nil }
    var minute = shown
    var used = 1
    if !isWhole {
      guard at + 1 < pieces.count, DateWords.clocks.contains(pieces[at + 1].id) else { return nil }
      used = 2
    }
    if minute == nil, let found = minutes(pieces, at + used) { (minute, used) = (found, used + 1) }
    if minute != nil, at + used < pieces.count, pieces[at + used].id == DateWords.minute { used += 1 }
    var token = pieces[at]
    for piece in pieces[(at + 1)..<(at + used)] { Figure.take(piece, into: &token) }
    token.kind = .date
    let rest = minute ?? 0
    token.key = "\(hour)h" + (rest == 0 ? "" : rest < 10 ? "0\(rest)" : "\(rest)")
    return (token, used)
  }

  /// The hour and minute of one figure; a bare number is whole only with the word that follows it.
  private static func written(_ key: String) -> (hour: Int, minute: Int?, isWhole: Bool)? {
    guard key.utf8.count <= 5 else { return nil }
    let parts = key.split(omittingEmptySubsequences: false) { $0 == "h" || $0 == "g" || $0 == ":" }
    guard parts.count <= 2, let first = parts.first, first.utf8.count <= 2, let hour = Int(first) else { return nil }
    guard parts.count == 2 else { return (hour, nil, false) }
    if parts[1].isEmpty { return key.hasSuffix("h") ? (hour, nil, true) : nil }
    guard parts[1].utf8.count == 2, let minute = Int(parts[1]), minute < 60 else { return nil }
    return (hour, minute, true)
  }

  /// A number below sixty that counts nothing else.
  private static func minutes(_ pieces: [EditToken], _ at: Int) -> Int? {
    guard at < pieces.count, pieces[at].kind == .number, pieces[at].key.utf8.count <= 2 else { return nil }
    guard let minute = Int(pieces[at].key), (0..<60).contains(minute) else { return nil }
    guard at + 1 < pieces.count else { return minute }
    let next = pieces[at + 1].id
    let isCounted =
      UnitWords.units[pieces[at + 1].key] != nil || UnitWords.scales[next] != nil || DateWords.clocks.contains(next)
    return isCounted || DateWords.spans[next] != nil && next != DateWords.minute ? nil : minute
  }
}
