import Fetch
import Foundation
import News
import TestKit

/// Thousands of fetches from servers made to hurt: what they leave open, and what memory they leave behind.
struct Soak {
  let cycles: Int

  func run() async throws {
    let authority = try TestAuthority()
    let server = try HostileServer(script: Self.script)
    let secure = try HostileServer(authority.identity(), script: Self.script)
    defer {
      server.stop()
      secure.stop()
    }
    var policy = FetchPolicy(userAgent: "banluu-soak/1", perHostDelay: .zero)
    policy.allowAddresses = [AddressBlock("127.0.0.0/8")].compactMap { $0 }
    policy.authorities = authority.path
    policy.timeout = .seconds(5)
    policy.maxBytes = 1 << 20
    let fetcher = Fetcher(policy: policy)
    var readings: [(cycle: Int, resident: Double, descriptors: Int)] = []
    let start = ContinuousClock.now
    for cycle in 1...cycles {
      let origin = cycle.isMultiple(of: 2) ? server.origin : secure.origin
      let path = Self.paths[cycle / 2 % Self.paths.count]
      _ = await fetcher.fetch(FetchRequest(url: origin + path, etag: "\"a\""), obeyingRobots: false)
      if cycle.isMultiple(of: max(1, cycles / 20)) { readings.append((cycle, Usage.resident, Usage.descriptors)) }
    }
    withExtendedLifetime(authority) {}
    tell(readings, seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  private static let paths = ["/tin", "/304", "/bomb", "/cut", "/reset", "/loop", "/chunks", "/junk", "/1xx"]

  private static let script: @Sendable (ScriptedRequest) -> [HostileServer.Step] = { request in
    let ok = "HTTP/1.1 200 OK\r\n"
    switch request.path {
    case "/304": return [.send("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n")]
    case "/bomb":
      return [.send(ok + "Content-Encoding: zstd\r\nContent-Length: \(bomb.count)\r\n\r\n"), .send(bomb)]
    case "/cut": return [.send(ok + "Content-Length: 100\r\n\r\nabc"), .close]
    case "/reset": return [.send(ok + "Content-Length: 100\r\n\r\nabc"), .reset]
    case "/chunks": return [.send(ok + "Transfer-Encoding: chunked\r\n\r\n"), .endless(chunk)]
    case "/junk": return [.send("SSH-2.0-x\r\n"), .close]
    case "/1xx": return [.endless(Array("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".utf8))]
    case let path where path.hasPrefix("/loop"):
      return [.send("HTTP/1.1 302 Found\r\nLocation: \(path)x\r\nContent-Length: 0\r\n\r\n")]
    default: return [.send(ok + "Content-Length: 60000\r\n\r\n"), .send([UInt8](repeating: 0x61, count: 60_000))]
    }
  }

  private static let bomb = Bombs.zstandard(blocks: 100)
  private static let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 0x61, count: 0x10000) + Array("\r\n".utf8)

  private func tell(_ readings: [(cycle: Int, resident: Double, descriptors: Int)], seconds: Double) {
    print("\(cycles) fetches from hostile servers in \(Int(seconds)) s, half of them over TLS")
    for reading in readings.filter({ $0.cycle.isMultiple(of: max(1, cycles / 4)) }) {
      let resident = (reading.resident * 10).rounded() / 10
      print("after \(reading.cycle): \(resident) MiB resident, \(reading.descriptors) descriptors")
    }
    // The first half fills caches; a line through the second half shows what grows.
    let second = readings.suffix(readings.count / 2)
    let xs = second.map { Double($0.cycle) }
    let ys = second.map(\.resident)
    let (x, y) = (xs.reduce(0, +) / Double(xs.count), ys.reduce(0, +) / Double(ys.count))
    let slope = zip(xs, ys).reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) } / xs.reduce(0) { $0 + ($1 - x) * ($1 - x) }
    let kilobytes = (slope * 1000 * 1024 * 10).rounded() / 10
    print("memory slope of the second half \(kilobytes) KiB per 1,000 fetches; peak \(Usage.peak) MiB")
    let span = Set(second.map(\.descriptors))
    print("descriptors of the second half \(span.min() ?? 0) to \(span.max() ?? 0)")
  }
}
