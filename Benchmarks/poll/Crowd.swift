import Fetch
import Foundation
import News
import TestKit

/// The memory that many hosts can take which answer as much as is allowed, all at the same time.
struct Crowd {
  let hosts: Int

  func run() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    let size = 8 << 20
    let body = [UInt8](repeating: 0x61, count: size)
    let server = try HostileServer(remembers: false) { request in
      request.path == "/stated"
        ? [.send(head + "Content-Length: \(size)\r\n\r\n"), .send(body)] : [.send(head + "\r\n"), .send(body), .close]
    }
    defer { server.stop() }
    var policy = FetchPolicy(userAgent: "banluu-crowd/1", perHostDelay: .zero)
    policy.allowAddresses = [AddressBlock("127.0.0.0/8")].compactMap { $0 }
    let names = (0..<hosts).map { "bao\($0).test:\(server.port):127.0.0.1" }
    policy.pinned = { names }
    let fetcher = Fetcher(policy: policy)
    let before = Usage.peak
    let ends = await withTaskGroup(of: String.self) { group in
      for host in 0..<hosts {
        let path = host.isMultiple(of: 2) ? "/stated" : "/"
        let request = FetchRequest(url: "http://bao\(host).test:\(server.port)\(path)")
        group.addTask {
          switch await fetcher.fetch(request, obeyingRobots: false) {
          case .fresh(let response): response.body.count == size ? "whole" : "cut"
          default: "failed"
          }
        }
      }
      return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    }
    print("\(hosts) hosts answer 8 MiB each at the same time, \(hosts * 8) MiB in all")
    print(ends.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    print("peak memory \(Usage.peak) MiB (\(before) MiB before, the servers in the same process)")
  }
}
