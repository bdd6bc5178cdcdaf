import CCurl

/// The transfers inside the multi handle and the idle easy handles; used by the loop's thread only.
final class RunningTransfers {
  private struct Running {
    let transfer: Transfer
    let continuation: CheckedContinuation<FinishedTransfer, Never>
  }

  private let multi: UnsafeMutableRawPointer
  private let policy: FetchPolicy
  private var running: [UnsafeMutableRawPointer: Running] = [:]
  private var idle: [UnsafeMutableRawPointer] = []
  private var budget: BodyBudget
  private let giveBack: @Sendable (BodyBudget.Grant) -> Void
  /// Those that wait for memory, in the order they came.
  private var waiting: [TransferJob] = []

  /// `giveBack` is told when a body was let go, on any thread.
  init(multi: UnsafeMutableRawPointer, policy: FetchPolicy, giveBack: @escaping @Sendable (BodyBudget.Grant) -> Void) {
    self.multi = multi
    self.policy = policy
    self.giveBack = giveBack
    budget = BodyBudget(limit: policy.maxBytesInAll, longest: policy.maxBytes)
  }

  deinit {
    for easy in idle { curl_easy_cleanup(easy) }
  }

  /// Begins what has come and what has waited, the oldest first, as far as there is memory.
  func start(_ jobs: [TransferJob]) {
    waiting += jobs
    guard !waiting.isEmpty else { return }
    waiting.removeAll { job in
      guard let grant = budget.begin(policy.maxBytes(of: job.order), whole: job.order.takesAll) else {
        if !job.order.waits { job.continuation.resume(returning: FinishedTransfer(end: .crowded)) }
        return !job.order.waits
      }
      begin(job, grant)
      return true
    }
  }

  func takeBack(_ grants: [BodyBudget.Grant]) {
    for grant in grants { budget.takeBack(grant) }
  }

  private func begin(_ job: TransferJob, _ grant: BodyBudget.Grant) {
    guard let easy = idle.popLast() ?? makeHandle() else {
      budget.takeBack(grant)
      let failure = FetchFailure(.protocolError, url: job.order.url, detail: "no memory for a transfer")
      return job.continuation.resume(returning: FinishedTransfer(end: .failed(failure)))
    }
    let transfer = Transfer(job, on: easy, policy: policy, grant: grant) { [unowned self] in
      budget.grow(&$0, by: $1)
    }
    running[easy] = Running(transfer: transfer, continuation: job.continuation)
    curl_multi_add_handle(multi, easy)
  }

  private func makeHandle() -> UnsafeMutableRawPointer? {
    guard let easy = curl_easy_init() else { return nil }
    Transfer.prepare(easy, for: policy)
    return easy
  }

  func endFinished() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      let code = message.pointee.data.result
      guard let end = running[easy]?.transfer.end(code) else { continue }
      finish(easy, end)
    }
  }

  func end(_ id: UInt64, _ end: TransferEnd) {
    if let place = waiting.firstIndex(where: { $0.id == id }) {
      return waiting.remove(at: place).continuation.resume(returning: FinishedTransfer(end: end))
    }
    guard let easy = running.first(where: { $0.value.transfer.id == id })?.key else { return }
    finish(easy, end)
  }

  func endAll(_ end: TransferEnd) {
    for job in waiting { job.continuation.resume(returning: FinishedTransfer(end: end)) }
    waiting = []
    for easy in Array(running.keys) { finish(easy, end) }
  }

  private func finish(_ easy: UnsafeMutableRawPointer, _ end: TransferEnd) {
    guard let entry = running.removeValue(forKey: easy) else { return }
    curl_multi_remove_handle(multi, easy)
    let took = entry.transfer.took
    entry.transfer.release()
    idle.append(easy)
    entry.continuation.resume(returning: FinishedTransfer(end: counted(end, of: entry.transfer), took: took))
  }

  /// The end with what its body occupies, to be given back when it is let go; the rest of the grant is free at once.
  private func counted(_ end: TransferEnd, of transfer: Transfer) -> TransferEnd {
    var grant = transfer.grant
    guard case .answered(var response) = end, !response.body.isEmpty else {
      budget.takeBack(grant)
      return end
    }
    budget.shrink(&grant, to: transfer.occupied)
    response.room = BodyRoom { [giveBack, grant] in giveBack(grant) }
    return .answered(response)
  }
}
