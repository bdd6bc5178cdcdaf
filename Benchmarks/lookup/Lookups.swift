import Foundation
import News
import Query

/// How long a check takes, asked one after another in one process, and as a command of its own.
@main
enum Lookups {
  private static let asked = 400
  private static let commands = 60

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else {
      print("usage: lookups ARCHIVE TEXTS.jsonl BANLUU")
      exit(64)
    }
    let texts = try readTexts(arguments[2])
    let checker = TextChecker(try ArchiveQuery(folder: arguments[1]))
    for (name, length) in [("30 syllables", 30), ("300 syllables", 300), ("30 pages", 15_000)] {
      let cut = cut(texts, to: length)
      var found = 0
      let times = try cut.map { paragraphs in
        try milliseconds {
          let report = try checker.report(on: ArticleText(title: "", summary: "", paragraphs: paragraphs))
          if !report.matches.isEmpty { found += 1 }
        }
      }
      print(line(name, times, "found \(found) of \(cut.count)"))
    }
    let file = NSTemporaryDirectory() + "banluu-lookup.txt"
    let times = try cut(texts, to: 300).prefix(commands).map { paragraphs in
      try Data(paragraphs.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
      return try milliseconds { try run(arguments[3], ["check", file, "--json", "--archive", arguments[1]]) }
    }
    print(line("300 syllables, as a command", times, "start of the process included"))
  }

  private static func line(_ name: String, _ times: [Double], _ note: String) -> String {
    let sorted = times.sorted()
    func at(_ part: Double) -> String {
      String(format: "%6.1f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))])
    }
    let padded = name.padding(toLength: 28, withPad: " ", startingAt: 0)
    return "\(padded) p50 \(at(0.5)) ms  p99 \(at(0.99)) ms  \(note)"
  }

  private static func readTexts(_ path: String) throws -> [[String]] {
    struct Row: Decodable { var text: String }
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let step = max(1, lines.count / asked)
    return try stride(from: 0, to: lines.count, by: step).map { at in
      let row = try JSONDecoder().decode(Row.self, from: Data(lines[at].utf8))
      return row.text.split(whereSeparator: \.isNewline).map { CanonicalText.of(String($0)) }
    }
  }

  /// Texts of a length: pieces of one article, or many articles on end.
  private static func cut(_ texts: [[String]], to length: Int) -> [[String]] {
    if length <= 300 {
      return texts.map { paragraphs in
        let words = paragraphs.joined(separator: " ").split(separator: " ")
        return [words.dropFirst(min(40, max(0, words.count - length))).prefix(length).joined(separator: " ")]
      }
    }
    return stride(from: 0, to: texts.count - 30, by: 30).map { Array(texts[$0..<($0 + 30)].joined()) }
  }

  private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let time = try clock.measure(body)
    return Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
  }

  /// By posix_spawn: Foundation's `Process` tells of the end of a process only every tenth of a second.
  private static func run(_ program: String, _ arguments: [String]) throws {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    var status: Int32 = 0
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0, waitpid(child, &status, 0) == child else {
      throw CocoaError(.executableLoad)
    }
  }
}
