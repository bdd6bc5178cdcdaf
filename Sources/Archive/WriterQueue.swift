import Dispatch

/// Where an archive's writer runs: it waits for the disk, and no thread of those that tasks share should.
final class WriterQueue: SerialExecutor {
  private let queue = DispatchQueue(label: "banluu.archive")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
