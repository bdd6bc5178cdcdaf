import Glibc

/// The CPU time of this thread that one document may take.
struct ParseBudget {
  /// What is done between two questions fits into the half second that is left.
  private static let limit = 1_500_000_000
  private let start = Self.now()

  var isSpent: Bool { Self.now() - start > Self.limit }
  static let failure = ParseFailure(.budget, "reading it takes more than 1.5 s of CPU time")

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
