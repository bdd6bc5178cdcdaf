/// One request on its way to the loop's thread.
struct TransferJob: Sendable {
  let id: UInt64
  let order: TransferOrder
  let continuation: CheckedContinuation<FinishedTransfer, Never>
}

/// How a request ended and how long it took; to wait for memory is not counted.
struct FinishedTransfer: Sendable {
  var end: TransferEnd
  var took: Duration = .zero
}

/// What one request asks for.
struct TransferOrder: Sendable {
  var url: String
  /// Every header line that is sent: curl adds none of its own, so they stand in the archive as they went out.
  var headers: [String]
  var timeout: Duration
  /// Bytes after which the body is cut instead of refused.
  var cutsAfter: Int?
  /// Whether it begins with memory for the longest body allowed, after it was given up for want of it.
  var takesAll = false
  /// Whether it waits for memory; else it ends as `crowded`.
  var waits = true
}

/// What came of one request, redirects not followed.
enum TransferEnd: Sendable {
  case answered(Response)
  case refused(String)
  case resting(Duration)
  case failed(FetchFailure)
  /// Other bodies take all the memory allowed; to be asked for again with `takesAll`.
  case crowded

  static let cancelled = TransferEnd.refused("The fetch was cancelled; nothing needs to be done.")
}
