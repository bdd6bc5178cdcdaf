import Archive
import ArgumentParser
import Poll

/// `banluu rebuild`: makes what is derived anew.
struct RebuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make anew what can be computed.", subcommands: [Copies.self])

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
