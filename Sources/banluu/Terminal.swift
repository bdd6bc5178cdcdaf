import Foundation

/// Words made fit for a terminal.
enum Terminal {
  /// Control bytes and bidirectional marks from outside never reach the terminal; new lines do.
  static func safe(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let control = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
      let bidirectional = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      scalars.append(control || bidirectional ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  /// An RFC 3339 time in the reader's own zone, to the minute.
  static func local(_ rfc3339: String) -> String {
    guard let date = ISO8601DateFormatter.banluu(rfc3339) else { return rfc3339 }
    let parts = Calendar.current.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    func two(_ n: Int?) -> String { String(format: "%02d", n ?? 0) }
    return "\(two(parts.day))/\(two(parts.month))/\(parts.year ?? 0) \(two(parts.hour)):\(two(parts.minute))"
  }
}

extension ISO8601DateFormatter {
  fileprivate static func banluu(_ text: String) -> Date? {
    let formatter = ISO8601DateFormatter()
    if text.contains(".") { formatter.formatOptions.insert(.withFractionalSeconds) }
    return formatter.date(from: text)
  }
}
