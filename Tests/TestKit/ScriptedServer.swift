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
  private let listener: Listener
  private let log = Mutex(Log())

  /// Scheme, host and port, without a slash at the end.
  public var origin: String { "http://127.0.0.1:\(port)" }
  /// Every request so far, in order of arrival.
  public var requests: [ScriptedRequest] { log.withLock { $0.requests } }
  /// The most requests that were being answered at once.
  public var mostOpen: Int { log.withLock { $0.mostOpen } }

  /// Listens at once; `answer` may block its connection, never another's.
  public init(_ answer: @escaping @Sendable (ScriptedRequest) -> ScriptedAnswer) throws {
    listener = try Listener()
    port = listener.port
    listener.accept { [self] client in
      guard let wire = Wire(client, nil), let request = ScriptedRequest.read(from: wire) else { return }
      serve(wire, request, answer)
    }
  }

  /// Takes no more connections.
  public func stop() { listener.stop() }

  private func serve(_ wire: Wire, _ request: ScriptedRequest, _ answer: (ScriptedRequest) -> ScriptedAnswer) {
    log.withLock {
      $0.requests.append(request)
      $0.open += 1
      $0.mostOpen = max($0.mostOpen, $0.open)
    }
    let answer = answer(request)
    log.withLock { $0.open -= 1 }
    guard wire.send(answer.head) else { return }
    for chunk in answer.chunks where !wire.send(chunk) { return }
    let zeros = [UInt8](repeating: 0, count: 64 << 10)
    while answer.ending == .endless, wire.send(zeros) {}
    wire.finish()
  }
}
