import ArgumentParser
import Foundation

/// Where the archive and feeds.yaml are.
struct ArchiveOptions: ParsableArguments {
  @Option(help: "The archive's folder.") var archive: String?

  /// `--archive`, else the environment, else ./archive, else /var/lib/banluu, else ./archive anew.
  var folder: String {
    let environment = ProcessInfo.processInfo.environment
    if let named = archive ?? environment["BANLUU_ARCHIVE"] ?? environment["STATE_DIRECTORY"] { return named }
    let places = ["./archive", "/var/lib/banluu"]
    return places.first { FileManager.default.fileExists(atPath: $0) } ?? places[0]
  }
}

/// Where feeds.yaml is.
struct FeedsOptions: ParsableArguments {
  @Option(help: "The outlets to watch (default: $BANLUU_FEEDS, ./feeds.yaml, /etc/banluu/feeds.yaml).") var feeds:
    String?

  var path: String {
    if let named = feeds ?? ProcessInfo.processInfo.environment["BANLUU_FEEDS"] { return named }
    let places = ["./feeds.yaml", "/etc/banluu/feeds.yaml"]
    return places.first { FileManager.default.fileExists(atPath: $0) } ?? places[0]
  }
}
