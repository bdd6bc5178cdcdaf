import Foundation
import Glibc

/// A listening socket on 127.0.0.1; every connection gets a thread of its own.
final class Listener: Sendable {
  /// The port the system chose.
  let port: UInt16
  private let socket: Int32

  init() throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    self.socket = socket
    port = UInt16(bigEndian: address.sin_port)
  }

  /// Hands every connection to `serve`, which may block and owns the descriptor.
  func accept(_ serve: @escaping @Sendable (Int32) -> Void) {
    let socket = self.socket
    Thread.detachNewThread {
      while true {
        let client = Glibc.accept(socket, nil, nil)
        guard client >= 0 else { break }
        Thread.detachNewThread {
          Self.blockBrokenPipeSignal()
          serve(client)
        }
      }
      close(socket)
    }
  }

  /// OpenSSL writes in a way that raises SIGPIPE when the client is gone.
  private static func blockBrokenPipeSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Takes no more connections.
  func stop() { shutdown(socket, Int32(SHUT_RDWR)) }
}
