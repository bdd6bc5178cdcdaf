/// One request on its way to the loop's thread.
struct TransferJob: Sendable {
  let id: UInt64
  let url: String
  let headerLines: [String]
  let continuation: CheckedContinuation<TransferEnd, Never>
}

/// What came of one request, redirects not followed.
enum TransferEnd: Sendable {
  case answered(Response)
  case refused(String)
  case failed(FetchFailure)

  static let cancelled = TransferEnd.refused("The fetch was cancelled; nothing needs to be done.")
}
