import Foundation
import Glibc

/// A listening socket on a loopback port that the system chose; each connection gets a thread and one answer.
struct Listener: Sendable {
  let port: UInt16
  private let descriptor: Int32

  init?() {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
        bind(descriptor, general, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, general, &length) == 0
      }
    }
    guard listening else {
      Glibc.close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    port = UInt16(bigEndian: address.sin_port)
  }

  func serve(_ respond: @escaping @Sendable (PressRequest) -> [UInt8]) {
    Thread.detachNewThread { [descriptor] in
      while true {
        let connection = accept(descriptor, nil, nil)
        if connection < 0 {
          if errno == EINTR || errno == ECONNABORTED { continue }
          // The thread that accepts is the one that closes, so the number cannot be reused under it.
          Glibc.close(descriptor)
          return
        }
        Thread.detachNewThread { Self.answer(connection, respond) }
      }
    }
  }

  /// Wakes the accepting thread, which then closes the socket.
  func close() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private static func answer(_ connection: Int32, _ respond: (PressRequest) -> [UInt8]) {
    defer { Glibc.close(connection) }
    // A client that says nothing must not hold a thread for ever.
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    guard let head = readHead(connection), let request = PressRequest(head: head) else { return }
    let bytes = respond(request)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  private static func readHead(_ connection: Int32) -> String? {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 4096)
    let end: [UInt8] = [13, 10, 13, 10]
    while bytes.count < 65_536 {
      let count = recv(connection, &room, room.count, 0)
      guard count > 0 else { return nil }
      bytes += room[..<count]
      if bytes.suffix(4).elementsEqual(end) { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }
}
