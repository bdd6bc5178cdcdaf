import ArgumentParser
import Export
import Foundation
import News
import Poll
import Query

/// `banluu export`: what the archive holds, in formats that others read.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what the archive holds in formats that others read.",
    subcommands: [WARC.self, WACZ.self, CDXJ.self, JSONLines.self, CSV.self, Dataset.self, Evidence.self])

  /// Which articles, and where to.
  struct Scope: ParsableArguments {
    @OptionGroup var archive: ArchiveOptions
    @Argument(help: "Articles by URL or number; all where none is named.") var articles: [String] = []
    @Option(help: "Only this outlet; may be given more than once.") var outlet: [String] = []
    @Option(help: "Only versions first seen since a time, today, 24h or 7d.") var since: String?

    func query() throws -> (ArchiveQuery, ExportFilter) {
      let query = try ArchiveQuery(folder: archive.folder)
      var filter = ExportFilter()
      filter.articles = try articles.map { try query.named($0) }
      filter.outlets = outlet
      filter.since = try since.map { try SinceOption.instant($0) }
      return (query, filter)
    }
  }

  /// Runs `body` with a new file, or standard output for `-`.
  static func writing<T>(_ path: String, _ body: (FileHandle) throws -> T) throws -> T {
    try ExportError.telling(path == "-" ? "standard output" : path) {
      if path == "-" { return try body(.standardOutput) }
      // Written in place: a device or a pipe stays what it is.
      try Data().write(to: URL(fileURLWithPath: path))
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return try body(file)
    }
  }

  struct WARC: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "warc", abstract: "The raw exchanges as WARC 1.1, one gzip member a record.")
    @OptionGroup var scope: Scope
    @Flag(help: "Also a revisit record for each look that found the same.") var looks = false
    @Option(name: .shortAndLong, help: "The file, or - for standard output.") var output = "-"

    func run() async throws {
      try await Failure.reporting {
        let (query, filter) = try scope.query()
        let count = try ExportCommand.writing(output) { file in
          try WARCFile.write(query, filter, looks: looks, at: Round.now(), to: file, named: output).count
        }
        Failure.say("\(count) records")
      }
    }
  }

  struct WACZ: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "wacz", abstract: "A WACZ file: WARC, index, pages and proofs in one, for ReplayWeb.page.")
    @OptionGroup var scope: Scope
    @Flag(help: "Also a revisit record for each look that found the same.") var looks = false
    @Option(name: .shortAndLong, help: "The file.") var output: String

    func run() async throws {
      try await Failure.reporting {
        let (query, filter) = try scope.query()
        let count = try ExportError.telling(output) {
          try WACZFile.write(query, filter, looks: looks, at: Round.now(), to: output)
        }
        Failure.say("\(count) pages in \(output)")
      }
    }
  }

  struct CDXJ: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cdxj", abstract: "The index of what `export warc` writes with the same options.")
    @OptionGroup var scope: Scope
    @Flag(help: "Also a line for each look that found the same.") var looks = false
    @Option(help: "The name of the WARC file in the index.") var file = "export.warc.gz"

    func run() async throws {
      try await Failure.reporting {
        let (query, filter) = try scope.query()
        let nowhere = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/null"))
        let lines = try WARCFile.write(query, filter, looks: looks, at: Round.now(), to: nowhere, named: file)
        for line in lines { print(line) }
      }
    }
  }

  struct JSONLines: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "jsonl", abstract: "Every version as a JSON object a line; `import jsonl` reads it.")
    @OptionGroup var scope: Scope
    @Option(name: .shortAndLong, help: "The file, or - for standard output.") var output = "-"

    func run() async throws {
      try await Failure.reporting {
        let (query, filter) = try scope.query()
        let count = try ExportCommand.writing(output) { try VersionLines.write(query, filter, to: $0) }
        Failure.say("\(count) versions")
      }
    }
  }

  struct CSV: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "csv", abstract: "Every version as a row of a table that spreadsheets open.")
    @OptionGroup var scope: Scope
    @Option(name: .shortAndLong, help: "The file, or - for standard output.") var output = "-"

    func run() async throws {
      try await Failure.reporting {
        let (query, filter) = try scope.query()
        var rows: [ExportedVersion] = []
        try query.versions(filter) { rows.append($0) }
        try ExportCommand.writing(output) { try $0.write(contentsOf: Data(try CSVTable.text(rows).utf8)) }
        Failure.say("\(rows.count) versions")
      }
    }
  }

  struct Dataset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dataset", abstract: "JSON lines, gzip, in folders by outlet and day, for Spark and its like.")
    @OptionGroup var scope: Scope
    @Option(name: .shortAndLong, help: "The folder.") var output: String

    func run() async throws {
      try await Failure.reporting {
        let (query, filter) = try scope.query()
        let count = try ExportError.telling(output) { try VersionLines.writeDataset(query, filter, to: output) }
        Failure.say("\(count) versions in \(output)")
      }
    }
  }

  struct Evidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "evidence",
      abstract: "A folder or ZIP for one article: a page to print, the bytes, the proofs, and how to check them.")
    @OptionGroup var archive: ArchiveOptions
    @Argument(help: "The article's URL or number.") var url: String
    @Option(name: .shortAndLong, help: "The folder, or a file that ends in .zip.") var output: String

    func run() async throws {
      try await Failure.reporting {
        let query = try ArchiveQuery(folder: archive.folder)
        let bundle = try EvidenceBundle(query, article: try query.named(url), at: Round.now())
        try ExportError.telling(output) { try bundle.write(to: output) }
        Failure.say("\(bundle.files.count) files in \(output)")
      }
    }
  }
}
