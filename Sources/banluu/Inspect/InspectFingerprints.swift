import ArgumentParser
import Detect
import News

/// `banluu inspect fingerprints`: what a text is recognised by, for programs that must find the same copies.
struct InspectFingerprints: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprints", abstract: "The fingerprints by which copies of a text are found.",
    discussion: "One a line: the 48-bit hash of six syllables in hexadecimal, the first of them, and its words.")
  @Flag(help: "One JSON object.") var json = false
  @Argument(help: "A plain text.") var file: String

  private struct Printed: Encodable {
    var syllables: Int
    var fingerprints: [Fingerprint]
    struct Fingerprint: Encodable {
      var hash: String
      var syllable: Int
      var words: String
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let lines = String(decoding: try InspectCommand.read(file), as: UTF8.self).split(whereSeparator: \.isNewline)
      let text = CanonicalText.of(ArticleText(title: "", summary: "", paragraphs: lines.map(String.init))).body
      let syllables = SyllableText(text)
      let scalars = Array(text.unicodeScalars)
      let found = Winnowing.postings(syllables).map { posting in
        let last = min(posting.position + Winnowing.gram, syllables.codes.count) - 1
        let words = scalars[syllables.start(posting.position)..<syllables.end(last)]
        let hash = String(posting.hash, radix: 16)
        return Printed.Fingerprint(
          hash: String(repeating: "0", count: 12 - hash.count) + hash, syllable: posting.position,
          words: String(String.UnicodeScalarView(words)).replacing("\n", with: " "))
      }
      if json {
        return print(try ListOptions.encoded(Printed(syllables: syllables.codes.count, fingerprints: found)))
      }
      Terminal.show(found.map { "\($0.hash)  \($0.syllable)  \($0.words)" }.joined(separator: "\n"))
    }
  }
}
