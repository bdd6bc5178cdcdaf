import CCurl

/// Why a server gave no usable answer.
public struct FetchFailure: Error, Sendable {
  /// The kinds of failure, told apart because each asks for another mend.
  public enum Cause: String, Sendable, CaseIterable {
    case dns, refusedConnection, reset, tls, timeout, tooSlow, tooLarge, redirectLoop, truncated, protocolError
  }

  /// Which kind it was.
  public var cause: Cause
  /// For people: what happened and what to do.
  public var message: String

  /// Takes every field as given.
  public init(cause: Cause, message: String) {
    self.cause = cause
    self.message = message
  }

  init(code: CURLcode, detail: String, url: String) {
    cause = Self.cause(of: code, detail: detail)
    let text = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
    message = "\(url): \(text). \(cause.advice)"
  }

  private static func cause(of code: CURLcode, detail: String) -> Cause {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .dns
    case CURLE_COULDNT_CONNECT: .refusedConnection
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: .reset
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ENGINE_INITFAILED:
      .tls
    // curl has one code for both; only its text tells a stalled transfer from a late one.
    case CURLE_OPERATION_TIMEDOUT: detail.contains("too slow") ? .tooSlow : .timeout
    case CURLE_FILESIZE_EXCEEDED: .tooLarge
    case CURLE_PARTIAL_FILE: .truncated
    default: .protocolError
    }
  }
}

extension FetchFailure.Cause {
  var advice: String {
    switch self {
    case .dns: "Check the host's name and this machine's DNS."
    case .refusedConnection: "The host is down or closed; check the port, else it is tried again later."
    case .reset: "The server cut the connection; it is tried again later."
    case .tls: "Check the site's certificate and this machine's clock and CA certificates."
    case .timeout: "The server did not answer in time; it is tried again later."
    case .tooSlow: "The server sends too slowly; it is tried again later."
    case .tooLarge: "Nothing of it is kept; check that the address is a feed or page."
    case .redirectLoop: "Open the address in a browser and configure the one it ends at."
    case .truncated: "The answer is incomplete and was not used; it is tried again later."
    case .protocolError: "Check that the address is served over HTTP."
    }
  }
}
