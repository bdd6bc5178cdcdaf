import Foundation
import Glibc
import Synchronization

/// A real HTTP server on 127.0.0.1: one thread a connection, one answer a connection, made by a closure.
public final class ScriptedServer: Sendable {
  private struct Log {
    var requests: [ScriptedRequest] = []
    var open = 0
    var mostOpen = 0
  }

  /// The port the system chose.
  public let port: UInt16
  private let listener: Int32
  private let log = Mutex(Log())

  /// Scheme, host and port, without a slash at the end.
  public var origin: String { "http://127.0.0.1:\(port)" }
  /// Every request so far, in order of arrival.
  public var requests: [ScriptedRequest] { log.withLock { $0.requests } }
  /// The most requests that were being answered at once.
  public var mostOpen: Int { log.withLock { $0.mostOpen } }

  /// Listens at once; `answer` may block its connection, never another's.
  public init(_ answer: @escaping @Sendable (ScriptedRequest) -> ScriptedAnswer) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
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
    Thread.detachNewThread { [self] in accept(answer) }
  }

  /// Takes no more connections.
  public func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func accept(_ answer: @escaping @Sendable (ScriptedRequest) -> ScriptedAnswer) {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      guard client >= 0 else { break }
      // A process that a test starts must not inherit the connection and so keep it open.
      _ = fcntl(client, F_SETFD, FD_CLOEXEC)
      Thread.detachNewThread { [self] in serve(client, answer) }
    }
    close(listener)
  }

  private func serve(_ client: Int32, _ answer: (ScriptedRequest) -> ScriptedAnswer) {
    defer { close(client) }
    guard let request = Self.readRequest(client) else { return }
    log.withLock {
      $0.requests.append(request)
      $0.open += 1
      $0.mostOpen = max($0.mostOpen, $0.open)
    }
    let answer = answer(request)
    log.withLock { $0.open -= 1 }
    guard Self.send(client, answer.head) else { return }
    for chunk in answer.chunks where !Self.send(client, chunk) { return }
    let zeros = [UInt8](repeating: 0, count: 64 << 10)
    while answer.ending == .endless, Self.send(client, zeros) {}
    shutdown(client, Int32(SHUT_WR))
  }

  private static func readRequest(_ client: Int32) -> ScriptedRequest? {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !text.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      text += buffer[..<count]
    }
    return ScriptedRequest(head: String(decoding: text, as: UTF8.self))
  }

  private static func send(_ client: Int32, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
