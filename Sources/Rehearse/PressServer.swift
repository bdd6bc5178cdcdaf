import Foundation
import Synchronization

/// Serves the three outlets of the rehearsed press on three loopback ports.
public final class PressServer: Sendable {
  private let state: Mutex<(world: PressWorld, loads: Int)>
  private let listeners: [Listener]

  /// Starts at once; the first story was published five hours ago.
  public init() throws(PressServerError) {
    let now = Int(Date().timeIntervalSince1970)
    state = Mutex((PressWorld(beginsAtSecond: now - 5 * 3600), 0))
    var listeners: [Listener] = []
    for _ in PressOutlet.allCases {
      guard let listener = Listener() else {
        for listener in listeners { listener.close() }
        throw PressServerError()
      }
      listeners.append(listener)
    }
    self.listeners = listeners
    for (outlet, listener) in zip(PressOutlet.allCases, listeners) {
      let base = "http://127.0.0.1:\(listener.port)"
      listener.serve { [weak self] request in self?.respond(to: request, of: outlet, at: base) ?? [] }
    }
  }

  /// The round that is shown, counted from 1.
  public var round: Int { state.withLock { $0.world.round } }

  /// The addresses of the three outlets' front pages: newspaper, broadcaster, portal.
  public var homes: [String] { listeners.map { "http://127.0.0.1:\($0.port)/" } }

  /// Goes on to the next round.
  public func advance() { state.withLock { $0.world.advance() } }

  /// Takes no more connections.
  public func stop() {
    for listener in listeners { listener.close() }
  }

  /// A feeds file that names the three outlets, and waits for nothing.
  public var feedsYAML: String {
    let kinds = ["newspaper", "broadcaster", "portal"]
    let ids = ["bao-lam-khe", "dai-lam-khe", "cong-lam-khe"]
    let aliases = ["Báo Lâm Khê", "Đài PT-TH Lâm Khê", "Cổng TTĐT tỉnh Lâm Khê"]
    let outlets = PressOutlet.allCases.map { outlet in
      let host = "127.0.0.1:\(listeners[outlet.rawValue].port)"
      return """
          - id: \(ids[outlet.rawValue])
            name: \(outlet.name)
            kind: \(kinds[outlet.rawValue])
            home: http://\(host)/
            hosts: ["\(host)"]
            aliases: ["\(aliases[outlet.rawValue])"]
            feeds:
              - url: http://\(host)\(outlet.sourcePath)
                kind: \(outlet == .portal ? "listing\n        links: \"//h3/a/@href\"" : "feed")
        """
    }
    return """
      version: 1
      network:
        per-host-delay: 0s
        allow-addresses: [127.0.0.0/8]
      archive:
        min-free: 50MB
      policy:
        confirm-after: 0s
        gone-after: 0s
      outlets:
      \(outlets.joined(separator: "\n"))

      """
  }

  private func respond(to request: PressRequest, of outlet: PressOutlet, at base: String) -> [UInt8] {
    let (world, load) = state.withLock { state in
      state.loads += 1
      return (state.world, state.loads)
    }
    let answer = world.answer(request.target, of: outlet, at: base, load: load)
    return answer.bytes(unlessTag: request.knownTag, head: request.method == "HEAD")
  }
}
