import ArgumentParser

/// `banluu query`: every question, over a read-only connection.
struct QueryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Ask the archive.",
    subcommands: [
      QueryEdits.self, QueryCopies.self, QueryStale.self, QuerySpread.self, QuerySearch.self, QueryItem.self,
      QueryHistory.self, QueryDiff.self, QueryAt.self, QueryFeeds.self, QueryStats.self, QueryStatus.self,
    ])
}
