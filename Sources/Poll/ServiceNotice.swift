import Foundation
import Glibc

/// Tells systemd how the service is (sd_notify(3)): one datagram to `$NOTIFY_SOCKET`, nothing where there is none.
struct ServiceNotice: Sendable {
  private let path: String?

  init(environment: [String: String] = ProcessInfo.processInfo.environment) { path = environment["NOTIFY_SOCKET"] }

  func ready() { send("READY=1") }
  func stopping() { send("STOPPING=1") }
  /// Sent only by a poller that makes progress, so that a stuck one is restarted.
  func alive() { send("WATCHDOG=1") }

  private func send(_ message: String) {
    guard let path, let first = path.utf8.first else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(path.utf8)
    // An abstract socket is written with @ and starts with a zero byte.
    if first == UInt8(ascii: "@") { bytes[0] = 0 }
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard bytes.count < room else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size - room + bytes.count)
    let text = Array(message.utf8)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
        _ = sendto(descriptor, text, text.count, Int32(MSG_NOSIGNAL), target, length)
      }
    }
  }
}
