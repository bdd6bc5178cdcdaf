import Foundation
import Glibc

/// What systemd listens at: a datagram socket, its messages in order.
public final class NotifySocket: Sendable {
  /// The value of `$NOTIFY_SOCKET`.
  public let path: String
  /// The messages, as they come.
  public let messages: AsyncStream<String>
  private let socket: Int32

  public init(in folder: String) throws {
    let path = folder + "/notify"
    let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    self.socket = socket
    self.path = path
    let (messages, next) = AsyncStream.makeStream(of: String.self)
    self.messages = messages
    Thread.detachNewThread {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 {
        next.yield(String(decoding: buffer.prefix(count), as: UTF8.self))
      }
      next.finish()
      close(socket)
    }
  }

  deinit { shutdown(socket, Int32(SHUT_RDWR)) }
}
