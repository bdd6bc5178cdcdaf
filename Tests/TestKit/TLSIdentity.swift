import COpenSSL
import Foundation

/// What a TLS server shows: its certificate, chain and protocols, as an OpenSSL context.
public final class TLSIdentity: @unchecked Sendable {
  let context: OpaquePointer
  private let isHTTP2: Bool

  init(_ leaf: Certified, chain: [Certified], isOld: Bool, protocols: [String]) throws {
    guard let context = SSL_CTX_new(TLS_server_method()) else { throw POSIXError(.ENOMEM) }
    self.context = context
    isHTTP2 = protocols.contains("h2")
    guard SSL_CTX_use_certificate(context, leaf.certificate) == 1, SSL_CTX_use_PrivateKey(context, leaf.key) == 1
    else { throw POSIXError(.EINVAL) }
    for link in chain {
      // The context takes the certificate over.
      X509_up_ref(link.certificate)
      SSL_CTX_ctrl(context, SSL_CTRL_EXTRA_CHAIN_CERT, 0, UnsafeMutableRawPointer(link.certificate))
    }
    if isOld {
      SSL_CTX_set_security_level(context, 0)
      SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(TLS1_1_VERSION), nil)
    }
    if isHTTP2 { SSL_CTX_set_alpn_select_cb(context, Self.chooseHTTP2, nil) }
  }

  deinit { SSL_CTX_free(context) }

  /// Agrees to HTTP/2, whatever else is offered; the name must live as long as the handshake.
  private static let chooseHTTP2: SSL_CTX_alpn_select_cb_func = { _, out, outLength, offered, length, _ in
    guard let out, let outLength, let offered else { return SSL_TLSEXT_ERR_NOACK }
    var at = 0
    while at < Int(length) {
      let size = Int(offered[at])
      if size == 2, at + 2 < Int(length), offered[at + 1] == UInt8(ascii: "h"), offered[at + 2] == UInt8(ascii: "2") {
        out.pointee = offered + at + 1
        outLength.pointee = 2
        return SSL_TLSEXT_ERR_OK
      }
      at += size + 1
    }
    return SSL_TLSEXT_ERR_NOACK
  }
}
