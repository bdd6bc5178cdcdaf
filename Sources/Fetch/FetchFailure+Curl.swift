import CCurl
import Glibc

extension FetchFailure {
  /// What curl knew when a transfer failed.
  struct Evidence {
    var code: CURLcode
    /// curl's own words.
    var detail: String
    /// The errno of the last system call that failed.
    var systemError: Int
    /// OpenSSL's verdict on the certificate: an X509_V_ERR number, 0 where it found nothing.
    var certificateError: Int
    var isConnected: Bool
    var hasAnswered: Bool
  }

  init(_ evidence: Evidence, url: String) {
    let detail = evidence.detail.isEmpty ? String(cString: curl_easy_strerror(evidence.code)) : evidence.detail
    self.init(Self.cause(of: evidence), url: url, detail: detail)
  }

  private static func cause(of evidence: Evidence) -> Cause {
    switch evidence.code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .dns
    case CURLE_COULDNT_CONNECT: connecting(evidence)
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: .reset
    case CURLE_SSL_CONNECT_ERROR: handshake(evidence)
    case CURLE_PEER_FAILED_VERIFICATION: certificate(evidence.certificateError)
    case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ENGINE_INITFAILED:
      .tls
    case CURLE_OPERATION_TIMEDOUT: late(evidence)
    case CURLE_FILESIZE_EXCEEDED: .tooLarge
    case CURLE_PARTIAL_FILE: .truncated
    case CURLE_BAD_CONTENT_ENCODING: .badEncoding
    // A GOAWAY or a broken stream: the server ended it.
    case CURLE_HTTP2, CURLE_HTTP2_STREAM: .reset
    default: .protocolError
    }
  }

  private static func connecting(_ evidence: Evidence) -> Cause {
    switch Int32(evidence.systemError) {
    case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EADDRNOTAVAIL: .unreachable
    case ETIMEDOUT: .connectTimeout
    default: .connectionRefused
    }
  }

  /// curl has one code for every handshake that fails; only its words tell a cut connection from an old TLS.
  private static func handshake(_ evidence: Evidence) -> Cause {
    let words = evidence.detail.lowercased()
    if words.contains("reset by peer") || words.contains("ssl_error_syscall") { return .reset }
    let old = ["protocol version", "unsupported protocol", "wrong version number", "no protocols available"]
    return old.contains { words.contains($0) } ? .tlsOld : .tls
  }

  /// X509_V_ERR numbers of OpenSSL (x509_vfy.h). A wrong name is found by curl itself, which leaves the
  /// number at 0 or at the 1 it began with.
  private static func certificate(_ number: Int) -> Cause {
    switch number {
    case 0, 1, 62, 64: .tlsWrongName
    case 9, 10: .tlsExpired
    case 18, 19: .tlsSelfSigned
    case 2, 20, 21: .tlsIncompleteChain
    default: .tls
    }
  }

  private static func late(_ evidence: Evidence) -> Cause {
    if evidence.detail.contains("Resolving") { return .dns }
    guard evidence.isConnected else { return .connectTimeout }
    return evidence.hasAnswered ? .tooSlow : .firstByteTimeout
  }
}
