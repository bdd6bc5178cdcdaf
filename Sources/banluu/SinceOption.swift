import ArgumentParser
import Foundation
import News
import Parse
import Poll

/// Reads `--since`: a time, `today`, `24h` or `7d`.
enum SinceOption {
  static func instant(_ text: String, named option: String = "--since") throws -> Instant {
    let now = Round.now()
    if text == "today" {
      let start = Calendar.current.startOfDay(for: Date())
      return Instant(seconds: Int64(start.timeIntervalSince1970))
    }
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400]
    if let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()) {
      return now + .seconds(-count * unit)
    }
    guard let instant = DateReader.read(text, order: .dmy, zoneMinutes: 420)?.instant else {
      throw Failure.exit(64, "\(option) \(text) is no time; write 2026-11-24, today, 24h or 7d")
    }
    return instant
  }
}
