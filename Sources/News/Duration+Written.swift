extension Duration {
  /// Reads a whole number and a unit, as in `90s`, `10m`, `1h`, `2d`; nil for anything else.
  public init?(written text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let units: [Substring: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let count = Int64(digits), let unit = units[text.dropFirst(digits.count)] else { return nil }
    let (seconds, overflow) = count.multipliedReportingOverflow(by: unit)
    // A hundred years bounds every sum of an instant and a written duration.
    guard !overflow, seconds <= 100 * 366 * 86_400 else { return nil }
    self = .seconds(seconds)
  }
}
