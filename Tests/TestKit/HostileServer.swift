import Foundation
import Glibc
import Synchronization

/// A server on 127.0.0.1 that answers byte by byte as a script says, with or without TLS; connections are kept alive.
public final class HostileServer: Sendable {
  /// One thing done to the client.
  public enum Step: Sendable {
    case send([UInt8])
    /// One byte at a time, so many milliseconds apart.
    case trickle([UInt8], every: Int32)
    /// The same bytes until the client leaves.
    case endless([UInt8])
    /// Nothing until the client leaves.
    case silence
    /// The connection is reset.
    case reset
    /// The connection is closed in order.
    case close

    /// A text.
    public static func send(_ text: String) -> Step { .send(Array(text.utf8)) }
  }

  private struct Log {
    var requests: [ScriptedRequest] = []
    var connections = 0
  }

  /// The port the system chose.
  public let port: UInt16
  private let listener: Listener
  private let log = Mutex(Log())
  private let identity: TLSIdentity?

  /// Scheme, host and port, without a slash at the end.
  public var origin: String { "\(identity == nil ? "http" : "https")://127.0.0.1:\(port)" }
  /// Every request so far, in order of arrival.
  public var requests: [ScriptedRequest] { log.withLock { $0.requests } }
  /// Connections accepted so far, also those whose handshake failed.
  public var connections: Int { log.withLock { $0.connections } }

  /// Answers HTTP/1.1 requests by a script each; one that serves for hours remembers none of them.
  public convenience init(
    _ identity: TLSIdentity? = nil, remembers: Bool = true,
    script: @escaping @Sendable (ScriptedRequest) -> [Step]
  ) throws {
    try self.init(identity) { server, wire in
      while let request = ScriptedRequest.read(from: wire) {
        if remembers { server.log.withLock { $0.requests.append(request) } }
        guard Self.perform(script(request), on: wire) else { return }
      }
    }
  }

  /// Plays a script to every connection, once the client has said something.
  public convenience init(_ identity: TLSIdentity? = nil, raw script: [Step]) throws {
    try self.init(identity) { _, wire in
      guard !wire.receive().isEmpty else { return }
      _ = Self.perform(script, on: wire)
    }
  }

  private init(_ identity: TLSIdentity?, serve: @escaping @Sendable (HostileServer, Wire) -> Void) throws {
    self.identity = identity
    listener = try Listener()
    port = listener.port
    listener.accept { [self] client in
      log.withLock { $0.connections += 1 }
      if let wire = Wire(client, identity) { serve(self, wire) }
    }
  }

  /// Takes no more connections.
  public func stop() { listener.stop() }

  /// False where the connection is over.
  private static func perform(_ steps: [Step], on wire: Wire) -> Bool {
    for step in steps {
      switch step {
      case .send(let bytes): guard wire.send(bytes) else { return false }
      case .trickle(let bytes, let pause):
        for byte in bytes { guard wire.send([byte]), !wire.isReadable(within: pause) else { return false } }
      case .endless(let bytes):
        while wire.send(bytes) {}
        return false
      case .silence:
        while !wire.receive().isEmpty {}
        return false
      case .reset:
        wire.resetAtEnd()
        return false
      case .close: return false
      }
    }
    return true
  }
}

extension ScriptedRequest {
  /// Reads a request without a body; nil once the client has left.
  static func read(from wire: Wire) -> ScriptedRequest? {
    var text: [UInt8] = []
    while !text.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let more = wire.receive()
      guard !more.isEmpty else { return nil }
      text += more
    }
    return ScriptedRequest(head: String(decoding: text, as: UTF8.self))
  }
}
