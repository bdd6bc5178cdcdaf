/// Why a server gave no usable answer.
public struct FetchFailure: Error, Sendable {
  /// The kinds of failure, told apart because each asks for another mend; the raw values are what the archive keeps.
  public enum Cause: String, Sendable, CaseIterable {
    case dns
    case connectionRefused = "connection-refused"
    case unreachable
    case reset
    case tlsExpired = "tls-expired"
    case tlsWrongName = "tls-wrong-name"
    case tlsSelfSigned = "tls-self-signed"
    case tlsIncompleteChain = "tls-incomplete-chain"
    case tlsOld = "tls-old"
    case tls
    case connectTimeout = "connect-timeout"
    case firstByteTimeout = "first-byte-timeout"
    case tooSlow = "too-slow"
    case tooLarge = "too-large"
    case truncated
    case badEncoding = "bad-encoding"
    case redirectLoop = "redirect-loop"
    case downgrade
    case leftSite = "left-site"
    case protocolError = "protocol-error"
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

  /// Says a cause of an address in the cause's own words.
  init(_ cause: Cause, url: String, detail: String = "") {
    let detail = detail.isEmpty ? "" : " (\(detail))"
    self.init(cause: cause, message: "\(url): \(cause.explanation)\(detail); \(cause.advice)")
  }
}

extension FetchFailure.Cause {
  /// What happened, for people.
  public var explanation: String {
    switch self {
    case .dns: "its host name cannot be resolved"
    case .connectionRefused: "the host is there but refuses the connection"
    case .unreachable: "there is no way to the host from here"
    case .reset: "the server cut the connection before it had answered"
    case .tlsExpired: "its certificate has expired or is not valid yet"
    case .tlsWrongName: "its certificate is for another host name"
    case .tlsSelfSigned: "its certificate is self-signed, or of an authority this machine does not know"
    case .tlsIncompleteChain: "it does not send the intermediate certificate that its own needs"
    case .tlsOld: "it offers only TLS older than 1.2, or no TLS at all, at this port"
    case .tls: "no secure connection can be made"
    case .connectTimeout: "the connection was not made in time"
    case .firstByteTimeout: "it took the request and then did not answer in time"
    case .tooSlow: "the answer came too slowly to be waited for"
    case .tooLarge: "the answer is too large"
    case .truncated: "the answer ended before its stated length"
    case .badEncoding: "the answer is packed in a way that cannot be unpacked"
    case .redirectLoop: "it redirects in a loop or too often"
    case .downgrade: "it redirects from https to http, which is never followed"
    case .leftSite: "it redirects to a host that is not among its outlet's"
    case .protocolError: "what came is not HTTP"
    }
  }

  /// What to do about it, for people.
  public var advice: String {
    switch self {
    case .dns: "check the host's name, and this machine's DNS if other hosts fail too"
    case .connectionRefused: "check the port; else it is tried again later"
    case .unreachable: "check this machine's network; the site may still be there for others"
    case .reset, .truncated: "it was not used and is tried again later"
    case .tlsExpired: "tell the site, and check this machine's clock"
    case .tlsWrongName: "give the address with the host name the site itself uses"
    case .tlsSelfSigned: "tell the site, and check this machine's package ca-certificates"
    case .tlsIncompleteChain: "tell the site: browsers may hide this fault, other readers cannot"
    case .tlsOld, .tls: "tell the site, or give its http:// address if it has one"
    case .connectTimeout, .firstByteTimeout, .tooSlow: "it is tried again later"
    case .tooLarge: "nothing of it is kept; check that the address is a feed or page"
    case .badEncoding: "it is tried again later; tell the site if that lasts"
    case .redirectLoop: "open the address in a browser and configure the one it ends at"
    case .downgrade: "give the http:// address itself if that is meant"
    case .leftSite: "add that host under hosts if it is the outlet's"
    case .protocolError: "check that the address is served over HTTP"
    }
  }
}
