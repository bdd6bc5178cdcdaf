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

  init(multi: UnsafeMutableRawPointer, policy: FetchPolicy) {
    self.multi = multi
    self.policy = policy
  }

  deinit {
    for easy in idle { curl_easy_cleanup(easy) }
  }

  func start(_ job: TransferJob) {
    guard let easy = idle.popLast() ?? makeHandle() else {
      let failure = FetchFailure(.protocolError, url: job.order.url, detail: "no memory for a transfer")
      return job.continuation.resume(returning: .failed(failure))
    }
    let transfer = Transfer(job, on: easy, policy: policy)
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
    guard let easy = running.first(where: { $0.value.transfer.id == id })?.key else { return }
    finish(easy, end)
  }

  func endAll(_ end: TransferEnd) {
    for easy in Array(running.keys) { finish(easy, end) }
  }

  private func finish(_ easy: UnsafeMutableRawPointer, _ end: TransferEnd) {
    guard let entry = running.removeValue(forKey: easy) else { return }
    curl_multi_remove_handle(multi, easy)
    entry.transfer.release()
    idle.append(easy)
    entry.continuation.resume(returning: end)
  }
}
