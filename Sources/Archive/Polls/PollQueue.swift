import News

/// Polls waiting to be made durable together: many sources answer while one commit syncs the disk.
struct PollQueue {
  /// One poll and the task that waits for it.
  struct Waiting {
    let record: PollRecord
    let done: CheckedContinuation<[Int64], any Error>
  }

  /// Polls in one commit at most, so that none waits long for its own.
  private static let most = 64

  private var waiting: [Waiting] = []
  private var isDraining = false

  /// Adds a poll; true where nobody commits yet, and the caller has to see to it.
  mutating func add(_ poll: Waiting) -> Bool {
    waiting.append(poll)
    defer { isDraining = true }
    return !isDraining
  }

  /// The next polls to commit; nil where none is left, and the commits end.
  mutating func take() -> [Waiting]? {
    guard !waiting.isEmpty else {
      isDraining = false
      return nil
    }
    let batch = Array(waiting.prefix(Self.most))
    waiting.removeFirst(batch.count)
    return batch
  }
}
