import Foundation
import Glibc

/// A progress bar on stderr, only where that is a terminal.
enum Progress {
  private static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// A bar that counts in units of so many.
  static func bar(_ what: String = "pages", unit: Int = 1) -> @Sendable (Int, Int) -> Void {
    guard isTerminal else { return { _, _ in } }
    return { done, total in
      let filled = total == 0 ? 30 : done * 30 / total
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      FileHandle.standardError.write(Data("\r\(bar) \(done / unit)/\(total / unit) \(what)".utf8))
    }
  }

  /// One line that the next one takes the place of.
  static func tell(_ line: String) {
    guard isTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(Terminal.safe(line).prefix(max(20, Terminal.width - 1)))".utf8))
  }

  static func clear() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
