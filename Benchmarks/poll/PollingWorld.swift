import Archive
import Fetch
import Foundation
import News
import Poll

/// An archive with a source at each address, and the daemon's fetcher.
struct PollingWorld {
  private let requests: [FetchRequest]
  private let outlets: [Outlet]
  private let archive: NewsArchive
  private let fetcher: Fetcher

  init(urls: [String], etag: String, folder: String) async throws {
    requests = urls.map { FetchRequest(url: $0, etag: etag) }
    outlets = urls.enumerated().map { number, url in
      Outlet(
        id: "bao-\(number)", name: "Báo \(number)", kind: .newspaper,
        sources: [Source(url: url, interval: .seconds(900))])
    }
    archive = try NewsArchive(folder: folder + "/archive", holder: "bench", at: Round.now())
    try await archive.register(outlets)
    var policy = FetchPolicy(userAgent: "curl/7.88.1", perHostDelay: .zero)
    policy.allowAddresses = [AddressBlock("127.0.0.0/8")].compactMap { $0 }
    fetcher = Fetcher(policy: policy)
    for (outlet, url) in zip(outlets, urls) {
      guard let state = try await archive.source(url) else { continue }
      var record = PollRecord(source: state, outlet: outlet, outcome: "ok", at: Round.now(), next: Round.now())
      record.validators = .init(etag: etag, lastModified: nil)
      _ = try await archive.record(record)
    }
  }

  /// A conditional request that must be answered 304.
  func fetch(_ index: Int) async throws {
    guard case .notModified = await fetcher.fetch(requests[index], obeyingRobots: false) else {
      throw POSIXError(.EPROTO)
    }
  }

  /// What the last polls left, as a round reads it.
  func states() async throws -> [String: NewsArchive.SourceState] { try await archive.sources(of: outlets.map(\.id)) }

  /// A whole poll: request, row durable when it returns.
  func poll(_ index: Int, _ states: [String: NewsArchive.SourceState]) async throws {
    let outlet = outlets[index]
    let poll = SourcePoll(
      outlet: outlet, source: outlet.sources[0], archive: archive, fetcher: fetcher, clock: Round.now)
    guard let state = states[outlet.sources[0].url], try await poll.run(state).outcome == "not-modified" else {
      throw POSIXError(.EPROTO)
    }
  }
}
