import Foundation
import Glibc
import Synchronization

/// A real HTTP server on 127.0.0.1: one thread a connection, one answer a connection, made by a closure.
final class LocalServer: Sendable {
  struct Request: Sendable {
    let path: String
    let lines: [String]
  }

  struct Log: Sendable {
    var requests: [Request] = []
    var open = 0
    var mostOpen = 0
  }

  let port: UInt16
  private let listener: Int32
  private let log = Mutex(Log())

  var origin: String { "http://127.0.0.1:\(port)" }
  var requests: [Request] { log.withLock { $0.requests } }
  var mostOpen: Int { log.withLock { $0.mostOpen } }

  /// `answer` gives the bytes to send; an endless answer goes on with zero bytes until the client leaves.
  init(endless: Bool = false, _ answer: @escaping @Sendable (Request) -> [UInt8]) throws {
    signal(SIGPIPE, SIG_IGN)
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = self.listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    port = UInt16(bigEndian: address.sin_port)
    Thread { [self] in accept(endless: endless, answer) }.start()
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func accept(endless: Bool, _ answer: @escaping @Sendable (Request) -> [UInt8]) {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      guard client >= 0 else { break }
      Thread { [self] in serve(client, endless: endless, answer) }.start()
    }
    close(listener)
  }

  private func serve(_ client: Int32, endless: Bool, _ answer: (Request) -> [UInt8]) {
    defer { close(client) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: text, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      text += buffer[..<count]
    }
    let lines = String(decoding: text, as: UTF8.self).components(separatedBy: "\r\n").filter { !$0.isEmpty }
    let words = (lines.first ?? "").split(separator: " ")
    let request = Request(path: words.count > 1 ? String(words[1]) : "", lines: Array(lines.dropFirst()))
    log.withLock {
      $0.requests.append(request)
      $0.open += 1
      $0.mostOpen = max($0.mostOpen, $0.open)
    }
    let bytes = answer(request)
    log.withLock { $0.open -= 1 }
    guard Self.sendAll(client, bytes) else { return }
    let zeros = [UInt8](repeating: 0, count: 64 << 10)
    while endless, Self.sendAll(client, zeros) {}
    shutdown(client, Int32(SHUT_WR))
  }

  private static func sendAll(_ client: Int32, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { send(client, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// An answer with its length stated, for one connection.
  static func answer(_ status: String, _ headers: [String] = [], body: [UInt8] = []) -> [UInt8] {
    let lines = ["HTTP/1.1 \(status)", "Connection: close", "Content-Length: \(body.count)"] + headers
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }
}
