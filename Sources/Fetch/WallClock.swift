import Glibc
import News

extension Instant {
  /// The machine's idea of the time, for comparing with dates of servers.
  static var wallClock: Instant {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Instant(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
  }
}
