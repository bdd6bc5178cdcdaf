import ArgumentParser
import Glibc

/// The command: watch outlets, archive what they publish, and ask what became of it.
@main
struct Banluu: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "banluu",
    abstract: "Archive what news outlets publish, and see what was changed, deleted and copied.",
    discussion: """
      banluu crawl                      one round over the outlets of feeds.yaml
      banluu query edits                what was changed afterwards
      banluu query copies --uncredited  who copied whom without saying so
      """,
    version: "1.0.0",
    subcommands: [
      CrawlCommand.self, WatchCommand.self, DaemonCommand.self, QueryCommand.self, InspectCommand.self,
      ImportCommand.self, CheckCommand.self, MarkCommand.self, MarksCommand.self, UnmarkCommand.self,
      UnmergeCommand.self, VerifyCommand.self, ExportCommand.self, LogCommand.self, RebuildCommand.self,
      BackupCommand.self, WithholdCommand.self,
      FeedsCommand.self,
      DemoCommand.self,
    ])

  static func main() async {
    // A write past the limit on file sizes must fail as one on a full disk does, not end the process.
    signal(SIGXFSZ, SIG_IGN)
    // Whatever is made is for the owner and its group only.
    umask(0o027)
    await main(nil)
  }
}
