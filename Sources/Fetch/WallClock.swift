import Foundation
import News

extension Instant {
  /// The machine's idea of the time, for comparing with dates of servers.
  static var wallClock: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) }
}
