import News

/// Articles on their way into the archive, in groups of which three are worked on at once: while one is read, the one
/// before it is compared and an earlier one is written. In order, and durable when `finish` returns.
public final class ImportSession {
  static let groupSize = 256
  /// The first group is small, the next ones are twice as large each: comparing and writing begin at once.
  private static let firstSize = 32
  /// Groups that may wait to be compared.
  private static let mostWaiting = 2

  private let worker: ImportWorker
  private var group: [NewsArchive.Imported] = []
  private var size = firstSize
  private var waiting: [Task<Void, any Error>] = []

  /// Into an archive that the caller alone writes.
  public init(
    archive: NewsArchive, at now: Instant, deciding decide: @escaping @Sendable (Prior, Look) -> Decision
  ) throws {
    worker = try ImportWorker(archive: archive, at: now, deciding: decide)
  }

  /// Takes an article; true where a group is full and `submit` should be called.
  public func add(_ line: NewsArchive.Imported) -> Bool {
    group.append(line)
    return group.count >= size
  }

  /// Hands on what was taken; waits only where comparing lags far behind.
  public func submit() async throws {
    let taken = group
    group = []
    size = min(2 * size, Self.groupSize)
    let previous = waiting.last
    waiting.append(
      Task { [worker] in
        try await previous?.value
        try await worker.take(taken)
      })
    if waiting.count > Self.mostWaiting { try await waiting.removeFirst().value }
  }

  /// Hands on the rest and waits until all is durable and found by a search.
  public func finish() async throws -> ImportTally {
    try await submit()
    for task in waiting { try await task.value }
    return try await worker.finish()
  }
}
