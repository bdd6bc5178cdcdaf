/// What a simulation counted.
struct Figures {
  var requests = 0
  var polls = 0
  var looks = 0
  var onTime = 0
  var skipped = 0
  /// Looks that waited for the next hour of their host's budget.
  var putOff = 0
  var restarts = 0
  var busiestHour = 0
  /// The shortest time from the end of one request to the start of the next at the same host, in milliseconds.
  var closest = Int64.max

  mutating func add(_ other: Figures) {
    requests += other.requests
    polls += other.polls
    looks += other.looks
    onTime += other.onTime
    skipped += other.skipped
    putOff += other.putOff
    restarts += other.restarts
    busiestHour = max(busiestHour, other.busiestHour)
    closest = min(closest, other.closest)
  }
}
