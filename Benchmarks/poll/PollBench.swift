import Foundation

/// Conditional polls of many hosts beside curl's, and what thousands of hostile answers leave behind:
/// `poll-bench beside-curl URLS ETAG WIDTH ROUNDS` (URLS: a file of one address a line), `poll-bench soak CYCLES` or `poll-bench crowd HOSTS`.
@main
enum PollBench {
  static func main() async throws {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("beside-curl", 6):
      let urls = try String(contentsOfFile: arguments[2], encoding: .utf8).split(separator: "\n").map(String.init)
      let width = Int(arguments[4]) ?? 64
      try await BesideCurl(urls: urls, etag: arguments[3], width: width).run(rounds: Int(arguments[5]) ?? 20)
    case ("soak", 3):
      try await Soak(cycles: Int(arguments[2]) ?? 10_000).run()
    case ("crowd", 3):
      try await Crowd(hosts: Int(arguments[2]) ?? 200).run()
    default:
      FileHandle.standardError.write(
        Data("usage: poll-bench beside-curl URLS ETAG WIDTH ROUNDS | soak CYCLES | crowd HOSTS\n".utf8))
      exit(64)
    }
  }
}
