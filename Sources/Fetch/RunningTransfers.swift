import CCurl

/// The transfers inside the multi handle and the idle easy handles; used by the loop's thread only.
final class RunningTransfers {
  private struct Running {
    let transfer: Transfer
    let continuation: CheckedContinuation<TransferEnd, Never>
  }

  private let multi: UnsafeMutableRawPointer
  private let policy: FetchPolicy
  private var running: [UnsafeMutableRawPointer: Running] = [:]
  private var idle: [UnsafeMutableRawPointer] = []
  private var budget: BodyBudget
  private var regulated = BodyBudget.Reading.all
  /// The transfer that reads on while the others wait.
  private var oldest: UInt64?
  /// Begun once bodies take less room.
  private var waiting: [TransferJob] = []
  private let giveBack: @Sendable (Int) -> Void

  /// `giveBack` is told of a body's bytes when it is let go, on any thread.
  init(multi: UnsafeMutableRawPointer, policy: FetchPolicy, giveBack: @escaping @Sendable (Int) -> Void) {
    self.multi = multi
    self.policy = policy
    self.giveBack = giveBack
    budget = BodyBudget(limit: policy.maxBytesInAll)
  }

  deinit {
    for easy in idle { curl_easy_cleanup(easy) }
  }

  /// Takes back the room of bodies that were let go.
  func takeBack(_ bytes: Int) {
    guard bytes > 0 else { return }
    budget.takeBack(bytes)
    regulate()
  }

  /// Lets those transfers read that may, after each step that can have changed it.
  func regulate() {
    let reading = budget.reading
    guard reading != .all || regulated != .all else { return }
    regulated = reading
    // A transfer without a byte of its body may still be connecting, where curl cannot make it wait.
    let arriving = running.values.map(\.transfer).filter { $0.granted > 0 || $0.isPaused }
    oldest = reading == .oldest ? arriving.min { $0.id < $1.id }?.id : nil
    for transfer in arriving { transfer.pause(reading != .all && transfer.id != oldest) }
    guard reading == .all else { return }
    let jobs = waiting
    waiting = []
    for job in jobs { start(job) }
  }

  func start(_ job: TransferJob) {
    guard budget.reading == .all else { return waiting.append(job) }
    guard let easy = idle.popLast() ?? makeHandle() else {
      let failure = FetchFailure(.protocolError, url: job.order.url, detail: "no memory for a transfer")
      return job.continuation.resume(returning: .failed(failure))
    }
    let transfer = Transfer(job, on: easy, policy: policy) { [unowned self] in
      budget.grow(by: $0, wishing: $1)
    } mayRead: { [unowned self] in
      budget.reading == .all || $0 == oldest
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
      return waiting.remove(at: place).continuation.resume(returning: end)
    }
    guard let easy = running.first(where: { $0.value.transfer.id == id })?.key else { return }
    finish(easy, end)
  }

  func endAll(_ end: TransferEnd) {
    for job in waiting { job.continuation.resume(returning: end) }
    waiting = []
    for easy in Array(running.keys) { finish(easy, end) }
  }

  private func finish(_ easy: UnsafeMutableRawPointer, _ end: TransferEnd) {
    guard let entry = running.removeValue(forKey: easy) else { return }
    curl_multi_remove_handle(multi, easy)
    entry.transfer.release()
    idle.append(easy)
    entry.continuation.resume(returning: handingOut(end, entry.transfer.granted))
  }

  private func handingOut(_ end: TransferEnd, _ bytes: Int) -> TransferEnd {
    guard bytes > 0 else { return end }
    guard case .answered(var response) = end else {
      budget.end(bytes, isHandedOut: false)
      return end
    }
    budget.end(bytes, isHandedOut: true)
    response.room = BodyRoom { [giveBack] in giveBack(bytes) }
    return .answered(response)
  }
}
