import Archive
import ArgumentParser
import Poll

/// `banluu import warc`: pages that another tool archived.
struct ImportWARC: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warc",
    abstract: "WARC files of warcio, browsertrix, Heritrix: their pages become looks of their time.")
  @OptionGroup var archive: ArchiveOptions
  @Option(help: "The outlet of all pages; without it, that of their host.") var outlet: String?
  @Argument(help: "The files, .warc or .warc.gz.") var files: [String]

  func run() async throws {
    try await Failure.reporting {
      // Before there is an archive, so that a mistyped name makes none.
      for file in files { try Input.exists(file) }
      let store = try NewsArchive(folder: archive.folder, holder: "import", at: Round.now())
      let summary = try await WARCImporter(archive: store, outlet: outlet).run(files)
      try await store.seal(at: Round.now())
      print(
        "\(summary.pages) pages, \(summary.articles) articles, \(summary.versions) versions, \(summary.events) events; "
          + "\(summary.passed) other answers")
      for problem in summary.problems.prefix(100) { Failure.say(Terminal.safe(problem)) }
      if !summary.problems.isEmpty { throw ExitCode(65) }
    }
  }
}
