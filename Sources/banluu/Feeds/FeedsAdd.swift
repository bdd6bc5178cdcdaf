import ArgumentParser
import Foundation
import News

/// `banluu feeds add`: what is found at a site, written into feeds.yaml.
struct FeedsAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Find a site's sources and add them to feeds.yaml, whose comments stay.")
  @OptionGroup var feeds: FeedsOptions
  @Option(help: "The outlet's id in feeds.yaml (default: from its host).") var id: String?
  @Option(help: "The outlet's name (default: what its front page says).") var name: String?
  @Option(help: "newspaper, broadcaster, portal or other.") var kind: Outlet.Kind?
  @Argument(help: "The address of a site or of a page of it.") var url: String

  func run() async throws {
    try await Failure.reporting {
      if let id, !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }) || id.isEmpty {
        throw Failure.exit(64, "--id takes letters, digits, '-', '_' and '.'")
      }
      let report = try await FeedsDiscover.search(url, settings: feeds.fileIfAny())
      var outlet = report.planned
      outlet.id = id ?? outlet.id
      outlet.name = name ?? outlet.name
      outlet.kind = kind ?? outlet.kind
      try feeds.add([outlet], notes: report.remarks)
      FeedsDiscover.tellNotes(report)
    }
  }
}

extension Outlet.Kind: ExpressibleByArgument {}

extension FeedsOptions {
  /// Adds outlets to the feeds file at once, or to one that is made, and says what was added.
  func add(_ outlets: [Outlet], notes: [String: String] = [:]) throws {
    var text = ""
    if FileManager.default.fileExists(atPath: path) {
      _ = try FeedsFile.load(path: path)
      text = try String(contentsOfFile: path, encoding: .utf8)
    }
    let before = text
    var said: [String] = []
    for outlet in outlets {
      switch try FeedsFileAddition(outlet, notes: notes).apply(to: text) {
      case .added(let new, let id, let sources):
        text = new
        said.append("\(path): \(sources) \(sources == 1 ? "source" : "sources") added to \(id)")
      case .nothingNew(let id): said.append("\(path): \(id) has these sources already")
      case .needsHand:
        print(FeedsFileBlock.lines(of: outlet, notes: notes).map { "  " + $0 }.joined(separator: "\n"))
        throw Failure.exit(
          65,
          "\(path) is not laid out in lines that can be added to, and was not changed; put the block above in by hand")
      }
    }
    if text != before { try FeedsFile.save(text, path: path) }
    for line in said { print(Terminal.safe(line)) }
  }
}
