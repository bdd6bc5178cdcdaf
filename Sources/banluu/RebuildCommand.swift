import Archive
import ArgumentParser
import Poll

/// `banluu rebuild`: the database from the WARC segments, or what is derived from the database.
struct RebuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make anew what can be made anew.",
    subcommands: [Database.self, Copies.self], defaultSubcommand: Database.self)

  struct Database: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "database", abstract: "Make the database anew from the WARC segments and the log.",
      discussion: "Looks and the timetable begin anew. The old database is kept beside the new one.")
    @OptionGroup var archive: ArchiveOptions
    @Flag(help: "Print the summary as JSON.") var json = false

    func run() async throws {
      try await Failure.reporting {
        let summary = try Rebuilder(folder: archive.folder, progress: Progress.bar("segments")).run(at: Round.now())
        Progress.clear()
        for line in summary.damage.prefix(20) { Failure.say(Terminal.safe(line)) }
        let store = try NewsArchive(folder: archive.folder, holder: "rebuild", at: Round.now())
        _ = try await store.rebuildCopyIndex()
        if json { return print(try ListOptions.encoded(summary)) }
        print(
          "\(summary.articles) articles, \(summary.versions) versions, \(summary.events) events, "
            + "\(summary.entries) log entries from \(summary.segments) segments")
        if let kept = summary.kept { Failure.say("the old database is kept as \(kept)") }
      }
    }
  }

  struct Copies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copies", abstract: "Make the copy index anew from the texts.")
    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
      try await Failure.reporting {
        let store = try NewsArchive(folder: archive.folder, holder: "rebuild", at: Round.now())
        print("\(try await store.rebuildCopyIndex()) versions indexed")
      }
    }
  }
}
