/// What came of a fetch.
public enum FetchOutcome: Sendable {
  /// The server answered with any final status but 304.
  case fresh(Response)
  /// The server answered 304: the copy held is current.
  case notModified(Response)
  /// The site's robots.txt forbids this address.
  case forbidden(String)
  /// We did not ask, and why: address, scheme, robots.txt out of reach, cancellation.
  case refused(String)
  /// We did not ask: the host is left alone for so much longer, because it said so or gives no answer.
  case resting(String, Duration)
  case failed(FetchFailure)
}
