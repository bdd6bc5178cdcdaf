import Detect
import Foundation
import News

/// Prints the milliseconds that the comparison of two files takes: of their words alone, and with all that an edit says.
@main enum DiffBench {
  static func main() throws {
    let texts = try CommandLine.arguments.dropFirst().map { try String(contentsOfFile: $0, encoding: .utf8) }
    guard texts.count == 2 else { throw CocoaError(.fileReadUnknown) }
    let words = texts.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    let articles = texts.map {
      ArticleText(title: "", summary: "", paragraphs: $0.split(separator: "\n").map(String.init))
    }
    var (places, changes) = (0, 0)
    let alone = best { places = SequenceDiff.hunks(ofWords: words[0], words[1]).count }
    let whole = best { changes = Differ.compare(articles[0], articles[1]).changes.count }
    print("\(alone) \(places) \(whole) \(changes)")
  }

  private static func best(_ work: () -> Void) -> Double {
    (0..<15).map { _ in
      let start = clock()
      work()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
    }.min() ?? 0
  }
}
