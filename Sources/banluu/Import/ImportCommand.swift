import Archive
import ArgumentParser
import Foundation
import News
import Poll

/// `banluu import`: articles from elsewhere into the archive.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in articles and feeds from files.",
    subcommands: [JSONLines.self, ImportWARC.self, ImportOPML.self])

  struct JSONLines: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "jsonl", abstract: "One JSON object a line: id, outlet, url, title, text, published.")
    @OptionGroup var archive: ArchiveOptions
    @Argument(help: "The file, or - for standard input.") var file: String

    func run() async throws {
      try await Failure.reporting {
        let input = try Input.handle(file)
        let store = try NewsArchive(folder: archive.folder, holder: "import", at: Round.now())
        let summary = try await Importer(archive: store, clock: Round.now).run(input)
        try await store.seal(at: Round.now())
        let made = summary.made
        print("\(made.articles) articles, \(made.versions) versions, \(made.copies) copies")
        for problem in summary.problems.prefix(100) {
          Failure.say(Terminal.safe("\(file) line \(problem.line): \(problem.message)"))
        }
        if !summary.problems.isEmpty { throw ExitCode(65) }
      }
    }
  }
}
