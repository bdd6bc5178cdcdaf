import Foundation
import Glibc

/// What is written to the terminal: outside words made harmless, long lines folded, colour only where there is one.
enum Terminal {
  /// How a piece of text stands out. The marks are private-use characters until `rendered` turns them into colour.
  enum Style: UInt32 {
    case plain = 0xF_0000
    case bold, dim, red, green, yellow

    fileprivate var escape: String {
      switch self {
      case .plain: "\u{1B}[0m"
      case .bold: "\u{1B}[1m"
      case .dim: "\u{1B}[2m"
      case .red: "\u{1B}[31m"
      case .green: "\u{1B}[32m"
      case .yellow: "\u{1B}[33m"
      }
    }
    fileprivate var mark: String { Unicode.Scalar(rawValue).map(String.init) ?? "" }
  }

  static func styled(_ text: String, _ style: Style) -> String { style.mark + text + Style.plain.mark }

  /// Prints text for people.
  static func show(_ text: String) { print(rendered(text, width: width, colour: hasColour)) }

  /// Control bytes and bidirectional marks from outside never reach a terminal; new lines do.
  static func rendered(_ text: String, width: Int, colour: Bool) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { painted(folded(String($0), width: width), colour: colour) }.joined(separator: "\n")
  }

  /// One line of text for stderr, made harmless.
  static func safe(_ text: String) -> String { painted(text, colour: false) }

  private static func painted(_ text: String, colour: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let style = Style(rawValue: scalar.value) {
        if colour { result += style.escape }
        continue
      }
      let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
      let turnsText = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      result.unicodeScalars.append(isControl || turnsText ? "\u{FFFD}" : scalar)
    }
    return result
  }

  /// Folds a line at spaces; what follows is indented two further than the line. Addresses stay whole.
  private static func folded(_ line: String, width: Int) -> String {
    let marks = line.prefix { columns(String($0)) == 0 }
    let indent = line.dropFirst(marks.count).prefix { $0 == " " }.count
    guard columns(line) > width, width > indent + 20 else { return line }
    var lines: [String] = []
    var current = ""
    for word in line.dropFirst(marks.count + indent).split(separator: " ", omittingEmptySubsequences: false) {
      let margin = String(repeating: " ", count: lines.isEmpty ? indent : indent + 2)
      if current.isEmpty {
        current = margin + word
      } else if columns(current) + 1 + columns(word) <= width {
        current += " " + word
      } else {
        lines.append(current)
        current = String(repeating: " ", count: indent + 2) + word
      }
    }
    return marks + (lines + [current]).joined(separator: "\n")
  }

  private static func columns(_ text: some StringProtocol) -> Int {
    text.count { $0.unicodeScalars.allSatisfy { Style(rawValue: $0.value) == nil } }
  }

  private static var hasColour: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) ?? 80
  }

  /// An RFC 3339 time in the reader's own zone, to the minute.
  static func local(_ rfc3339: String) -> String {
    let formatter = ISO8601DateFormatter()
    if rfc3339.contains(".") { formatter.formatOptions.insert(.withFractionalSeconds) }
    guard let date = formatter.date(from: rfc3339) else { return rfc3339 }
    let parts = Calendar.current.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    func two(_ number: Int?) -> String { String(format: "%02d", number ?? 0) }
    return "\(two(parts.day))/\(two(parts.month))/\(parts.year ?? 0) \(two(parts.hour)):\(two(parts.minute))"
  }
}
