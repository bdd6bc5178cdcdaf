/// A size as people write it.
public enum ByteCount {
  /// Reads bytes from `2GB`, `500 MB`, `1GiB` or a bare number; nil for anything else.
  public static func parse(_ text: String) -> Int64? {
    let units: [String: Int64] = [
      "": 1, "B": 1, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "TB": 1_000_000_000_000,
      "KIB": 1 << 10, "MIB": 1 << 20, "GIB": 1 << 30, "TIB": 1 << 40,
    ]
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unitText = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()
    guard let count = Int64(digits), let unit = units[unitText] else { return nil }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: unit)
    return overflow ? nil : bytes
  }
}
