import COpenSSL
import Foundation
import Glibc

/// A connection as its server sees it, with or without TLS; used by one thread.
final class Wire {
  private let socket: Int32
  private let tls: OpaquePointer?

  /// Takes over an accepted socket; nil where the handshake fails.
  init?(_ socket: Int32, _ identity: TLSIdentity?) {
    self.socket = socket
    // A process that a test starts must not inherit the connection and so keep it open.
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    tls = identity.flatMap { SSL_new($0.context) }
    guard let tls else { return }
    SSL_set_fd(tls, socket)
    if SSL_accept(tls) != 1 { return nil }
  }

  deinit {
    if let tls { SSL_free(tls) }
    close(socket)
  }

  /// False once the client has left.
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { rest in
        tls.map { Int(SSL_write($0, rest.baseAddress, Int32(clamping: rest.count))) }
          ?? Glibc.send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Waits for bytes; empty once the client has left.
  func receive(_ most: Int = 4096) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: most)
    let count = tls.map { Int(SSL_read($0, &buffer, Int32(most))) } ?? recv(socket, &buffer, most, 0)
    return Array(buffer.prefix(max(0, count)))
  }

  /// Whether the client left, or said more, within so many milliseconds.
  func isReadable(within milliseconds: Int32) -> Bool {
    var one = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&one, 1, milliseconds) > 0
  }

  /// Says that nothing more comes; what was sent still arrives.
  func finish() { shutdown(socket, Int32(SHUT_WR)) }

  /// Makes the end of the connection a reset: what was sent and not yet read is lost.
  func resetAtEnd() {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }
}
