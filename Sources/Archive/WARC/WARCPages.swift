import Foundation
import News
import Prove

/// The HTTP answers in a WARC file of any tool: warcio, browsertrix, Heritrix, or ours; damage is passed over and told.
public struct WARCPages: Sendable {
  private let path: String

  public init(path: String) { self.path = path }

  /// Calls `body` with each answer in the order of the file; gives what could not be read.
  public func read(_ body: (Exchange, Instant, String?) async throws -> Void) async throws -> [String] {
    let reader = try WARCReader(SegmentFile(path: path))
    var troubles: [String] = []
    while true {
      do {
        guard let head = try reader.next() else { return troubles }
        guard head.type == "response", let url = head.target, url.hasPrefix("http"),
          let at = head.date
        else { continue }
        let block = try reader.block()
        // Of the payload tools compute it before or after they undo a coding; of the block all agree.
        if let claimed = head["warc-block-digest"].flatMap({ ClaimedDigest($0) }), !claimed.holds(for: block) {
          troubles.append("\(path) at \(head.offset): \(url) does not have its WARC-Block-Digest and is left out")
          continue
        }
        guard let message = HTTPMessage(block) else { continue }
        if let unread = message.unread {
          troubles.append("\(path) at \(head.offset): \(url) is coded as \(unread), which is not read")
          continue
        }
        let exchange = Exchange(
          url: url, status: message.status, requestHeaders: [], responseHeaders: message.headers, body: message.body,
          peer: head["warc-ip-address"])
        _ = try reader.finish()
        try await body(exchange, at, message.header("content-type"))
      } catch let damage as WARCDamage {
        troubles.append("\(path) \(damage)")
        guard try reader.resync(after: damage) else { return troubles }
      }
    }
  }
}

extension WARCHead {
  /// When the record was made; WARC 1.1 allows fractions of a second.
  var date: Instant? {
    guard let text = self["warc-date"] else { return nil }
    let formatter = ISO8601DateFormatter()
    if text.contains(".") { formatter.formatOptions.insert(.withFractionalSeconds) }
    return formatter.date(from: text).map { Instant(milliseconds: Int64(($0.timeIntervalSince1970 * 1000).rounded())) }
  }
}
