import Archive
import ArgumentParser

/// `banluu backup`: a copy of the archive, also while a daemon writes it.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the archive, also while it is being written.",
    discussion:
      "The same folder again brings only what is new. To restore, copy the folder back. It holds the log's key.")

  @OptionGroup var archive: ArchiveOptions
  @Argument(help: "The folder for the copy.") var directory: String
  @Flag(help: "Print the summary as JSON.") var json = false

  func run() async throws {
    try await Failure.reporting {
      let summary = try Backup(folder: archive.folder, target: directory).run()
      if json { return print(try ListOptions.encoded(summary)) }
      print(
        "\(summary.copied) files copied (\(summary.bytes / 1_000_000) MB), \(summary.linked) linked, "
          + "\(summary.kept) were there")
    }
  }
}
