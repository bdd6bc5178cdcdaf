import CCurl
import Foundation

/// Owns the curl multi handle and the one thread that drives it; other threads only fill the inbox.
final class TransferLoop: @unchecked Sendable {
  private struct Inbox {
    var nextID: UInt64 = 0
    var jobs: [TransferJob] = []
    var cancelled: Set<UInt64> = []
    var isStopped = false
    /// The memory of bodies that were let go.
    var givenBack: [BodyBudget.Grant] = []
  }

  private static let isCurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let multi: UnsafeMutableRawPointer?
  private let policy: FetchPolicy
  private let watch = SocketWatch()
  /// A lock the thread sanitizer knows; that of the standard library's Mutex it does not see.
  private let lock = NSLock()
  private var inbox = Inbox()

  init(policy: FetchPolicy) {
    self.policy = policy
    multi = Self.isCurlReady ? curl_multi_init() : nil
    guard let multi else {
      stop()
      return
    }
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 64)
    watch.serve(multi)
    let thread = Thread { self.run() }
    thread.name = "banluu.fetch"
    thread.start()
  }

  deinit {
    if let multi { curl_multi_cleanup(multi) }
  }

  /// Sends one request and waits for its end; cancelling the task ends the transfer.
  func send(_ order: TransferOrder) async -> FinishedTransfer {
    let id = withInbox { inbox in
      inbox.nextID += 1
      return inbox.nextID
    }
    let end = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        submit(TransferJob(id: id, order: order, continuation: continuation))
      }
    } onCancel: {
      withInbox { _ = $0.cancelled.insert(id) }
      wake()
    }
    // A cancellation may come after the end; its mark must not stay.
    withInbox { _ = $0.cancelled.remove(id) }
    return end
  }

  private func withInbox<Result>(_ body: (inout Inbox) -> Result) -> Result {
    lock.withLock { body(&inbox) }
  }

  /// Ends all transfers and the thread.
  func stop() {
    withInbox { $0.isStopped = true }
    wake()
  }

  private func wake() { watch.ring() }

  private func submit(_ job: TransferJob) {
    let (isTaken, wasEmpty) = withInbox { inbox in
      guard !inbox.isStopped, !inbox.cancelled.contains(job.id) else { return (false, false) }
      inbox.jobs.append(job)
      return (true, inbox.jobs.count == 1)
    }
    if wasEmpty { wake() }
    if !isTaken { job.continuation.resume(returning: FinishedTransfer(end: .cancelled)) }
  }

  /// Rings, as somebody may be waiting for that memory.
  private func takeBack(_ grant: BodyBudget.Grant) {
    let isFirst = withInbox { inbox in
      inbox.givenBack.append(grant)
      return inbox.givenBack.count == 1
    }
    if isFirst { wake() }
  }

  private func run() {
    guard let multi else { return }
    Self.blockBrokenPipeSignal()
    let running = RunningTransfers(multi: multi, policy: policy) { self.takeBack($0) }
    while true {
      let (jobs, cancelled, isStopped, givenBack) = withInbox { inbox in
        defer {
          inbox.jobs.removeAll()
          inbox.givenBack.removeAll()
        }
        return (inbox.jobs, inbox.cancelled, inbox.isStopped, inbox.givenBack)
      }
      running.takeBack(givenBack)
      running.start(jobs)
      if isStopped { return running.endAll(.cancelled) }
      for id in cancelled { running.end(id, .cancelled) }
      var active: Int32 = 0
      if watch.takeDeadline() { curl_multi_socket_action(multi, CURL_SOCKET_BAD, 0, &active) }
      running.endFinished()
      for ready in watch.wait() { curl_multi_socket_action(multi, ready.socket, ready.flags, &active) }
      running.endFinished()
    }
  }

  /// OpenSSL writes to sockets in a way that raises SIGPIPE when the peer is gone, which would end the process.
  private static func blockBrokenPipeSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
