import Archive
import Fetch
import Foundation
import News
import Poll

/// The same conditional requests by `curl --parallel`, by the fetcher alone, and by whole polls with their durable
/// rows, in turn, with the same number of connections.
struct BesideCurl {
  let urls: [String]
  let etag: String
  let width: Int

  private struct Figures {
    var curl: [Usage] = []
    var start: [Usage] = []
    var fetcher: [Usage] = []
    var whole: [Usage] = []
  }

  func run(rounds: Int) async throws {
    let folder = NSTemporaryDirectory() + "poll-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let config = folder + "/curl.conf"
    let lines = urls.map { "url = \"\($0)\"\noutput = \"/dev/null\"\n" }.joined()
    try Data(lines.utf8).write(to: URL(fileURLWithPath: config))
    let curl = [
      "--silent", "--fail", "--parallel", "--parallel-immediate", "--parallel-max", "\(width)", "--header",
      "If-None-Match: \(etag)", "--config", config,
    ]
    let world = try await PollingWorld(urls: urls, etag: etag, folder: folder)
    var figures = Figures()
    // The first of each warms caches and is not counted.
    for round in 0...rounds {
      let start = try Usage.program("/usr/bin/curl", ["--silent", "file:///dev/null"])
      let peer = try Usage.program("/usr/bin/curl", curl)
      let alone = try await Usage.own { try await inParallel { try await world.fetch($0) } }
      let whole = try await Usage.own {
        let states = try await world.states()
        try await inParallel { try await world.poll($0, states) }
      }
      guard round > 0 else { continue }
      figures.start.append(start)
      figures.curl.append(peer)
      figures.fetcher.append(alone)
      figures.whole.append(whole)
    }
    tell(figures, rounds: rounds)
  }

  private func inParallel(_ work: @escaping @Sendable (Int) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<width {
        group.addTask { [count = urls.count, width] in
          for index in stride(from: lane, to: count, by: width) { try await work(index) }
        }
      }
      try await group.waitForAll()
    }
  }

  private func tell(_ figures: Figures, rounds: Int) {
    func median(_ list: [Usage], _ path: KeyPath<Usage, Double>) -> Double {
      list.map { $0[keyPath: path] }.sorted()[list.count / 2]
    }
    let count = Double(urls.count)
    let starting = median(figures.start, \.wall)
    print("\(urls.count) hosts, \(width) connections, \(rounds) rounds, every answer 304; medians")
    func line(_ name: String, _ list: [Usage], less: Double = 0) -> Double {
      let rate = count / (median(list, \.wall) - less)
      let cost = median(list, \.processor) / count * 1_000_000
      print(
        "\(name.padding(toLength: 34, withPad: " ", startingAt: 0)) \(Int(rate)) requests/s, \(Int(cost)) us CPU each")
      return rate
    }
    let curl = line("curl --parallel", figures.curl)
    let curlBare = line("curl --parallel, less its start", figures.curl, less: starting)
    let fetcher = line("fetcher alone", figures.fetcher)
    let whole = line("whole polls, durable rows", figures.whole)
    func ratio(_ a: Double, _ b: Double) -> String { "\((a / b * 100).rounded() / 100)" }
    print("fetcher / curl \(ratio(fetcher, curl)) (less curl's start \(ratio(fetcher, curlBare)); at least 0.9)")
    print("whole / curl \(ratio(whole, curl)) (less curl's start \(ratio(whole, curlBare)); at least 0.6)")
    print("peak memory \(Usage.peak) MiB")
  }
}
