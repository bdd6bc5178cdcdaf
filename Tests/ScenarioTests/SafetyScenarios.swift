import Foundation
import TestKit
import Testing

/// No packet to inner networks, whatever the environment says, and no password anywhere.
@Suite struct SafetyScenarios {
  @Test func crawl_whenProxyVariablesAreSet_asksNeitherTheProxyNorAnInnerAddress() async throws {
    let proxy = try HostileServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")] }
    defer { proxy.stop() }
    let place = try TemporaryArchive()
    // The spellings that feeds.yaml takes for hosts.
    let plain = (ClosedAddress.loopback + ClosedAddress.inner).filter { $0.allSatisfy { $0.isASCII && $0 != "%" } }
    #expect(plain.count >= 60)
    let outlets = Set(plain).sorted().enumerated().map { number, host in
      "  - id: bao-\(number)\n    feeds:\n      - url: http://\(host):\(proxy.port)/rss\n"
    }
    let head = "version: 1\nnetwork:\n  per-host-delay: 0s\narchive:\n  min-free: 1MB\noutlets:\n"
    let feeds = try place.write(head + outlets.joined(), "feeds.yaml")
    let variables = ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
    let environment = Dictionary(uniqueKeysWithValues: variables.map { ($0, proxy.origin) })
    let running = try Binary.start(
      ["crawl", "--feeds", feeds, "--archive", place.path, "--json"],
      environment: environment.merging(["no_proxy": "", "NO_PROXY": ""]) { $1 })
    let outcome = try await running.outcome
    #expect(outcome.code == 69)
    #expect(outcome.output.contains(#""failed":\#(outlets.count),"not_modified":0,"ok":0"#))
    #expect(proxy.connections == 0)
  }

  @Test func password_inAnAddressOfFeedsYAML_isNeverRepeated() async throws {
    let place = try TemporaryArchive()
    let feeds = try place.write(FeedsText.watching("http://an:matkhau7@127.0.0.1:9/rss"), "feeds.yaml")
    for command in ["crawl", "daemon"] {
      let outcome = try await Binary.run(command, "--feeds", feeds, "--archive", place.path)
      #expect(outcome.code == 78)
      #expect(!(outcome.errors + outcome.output).contains("matkhau7"))
    }
    #expect(try Self.occurrences(of: "matkhau7", in: place.path) == 0)
  }

  @Test func password_inALinkOrARedirect_isNeitherPrintedNorStored() async throws {
    let site = Site(articles: 3)
    let crawl = try ScenarioCrawl { request, origin in
      let secret = origin.replacing("http://", with: "http://an:matkhau7@")
      switch request.path {
      case Site.feedPath: return .text(site.feed(origin: secret), type: "application/rss+xml")
      case site.path(2): return .moved(to: secret + "/khac")
      default: return site.answer(request, origin: origin)
      }
    }
    defer { crawl.server.stop() }
    for command in ["crawl", "daemon"] {
      let running = try Binary.start([command, "--feeds", crawl.feeds, "--archive", crawl.place.path])
      if command == "daemon" { running.terminate() }
      let outcome = try await running.outcome
      #expect(!(outcome.errors + outcome.output).contains("matkhau7"))
    }
    #expect(!crawl.server.requests.flatMap(\.lines).contains { $0.contains("Authorization") })
    #expect(try crawl.contents.articles == 3)
    #expect(try Self.occurrences(of: "matkhau7", in: crawl.place.path) == 0)
    for question in ["feeds", "stats", "edits"] {
      #expect(try await !crawl.query(question, "--json").output.contains("matkhau7"))
    }
  }

  /// In files as they stand, and in what gzip members unpack to.
  private static func occurrences(of secret: String, in folder: String) throws -> Int {
    guard let files = FileManager.default.enumerator(atPath: folder) else { return 0 }
    return try files.compactMap { $0 as? String }.reduce(0) { sum, name in
      let path = folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        return sum
      }
      let data = name.hasSuffix(".gz") ? try unpacked(path) : try Data(contentsOf: URL(fileURLWithPath: path))
      return sum + (data.range(of: Data(secret.utf8)) == nil ? 0 : 1)
    }
  }

  private static func unpacked(_ path: String) throws -> Data {
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = ["-dc", path]
    let pipe = Pipe()
    gzip.standardOutput = pipe
    try gzip.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    gzip.waitUntilExit()
    return data
  }
}
