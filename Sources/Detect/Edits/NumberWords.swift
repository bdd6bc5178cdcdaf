/// Whole numbers below a thousand in words ("hai mươi mốt").
enum NumberWords {
  /// The number that starts at `at`, and how many tokens say it.
  static func read(_ tokens: [EditToken], _ at: Int) -> (value: Int, length: Int)? {
    guard let first = digit(tokens, at) else { return nil }
    var (sum, last, next) = (0, first, at + 1)
    if first == 10 { (sum, last) = (10, 0) }
    while next < tokens.count, tokens[next].isWord {
      let key = tokens[next].id
      if last > 0, let times = powers[key] {
        (sum, last) = (sum + last * times, 0)
      } else if last == 0, let more = ending(tokens, next), more < 10 || sum % 100 == 0 {
        (sum, last) = more == 10 ? (sum + 10, 0) : (sum, more)
      } else if last == 0, fillers.contains(key), ending(tokens, next + 1) != nil {
        // "một trăm linh năm": says only that the tens are missing.
      } else {
        break
      }
      next += 1
    }
    return (sum + last, next - at)
  }

  private static func digit(_ tokens: [EditToken], _ at: Int) -> Int? {
    guard at < tokens.count, tokens[at].isWord else { return nil }
    return UnitWords.counts[tokens[at].id]
  }

  private static func ending(_ tokens: [EditToken], _ at: Int) -> Int? {
    at < tokens.count ? lasts[tokens[at].id] ?? digit(tokens, at) : nil
  }

  private static let powers: KeyTable<Int> = KeyTable(["mươi": 10, "trăm": 100])
  private static let lasts: KeyTable<Int> = KeyTable(["mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5])
  private static let fillers = KeySet(["linh", "lẻ"])
}
