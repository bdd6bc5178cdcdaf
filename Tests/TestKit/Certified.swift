import COpenSSL
import Foundation

/// A certificate with its key, in OpenSSL's memory; not changed once made.
final class Certified: @unchecked Sendable {
  let certificate: OpaquePointer
  let key: OpaquePointer
  private let isSigned: Bool

  /// Makes a key and a certificate for it, valid on these days from now; signed by itself where `issuer` is nil.
  init(
    name: String, names: String = "", isAuthority: Bool = false, days: ClosedRange<Int>, by issuer: Certified?
  ) throws {
    guard let key = Self.makeKey(), let certificate = X509_new() else { throw POSIXError(.ENOMEM) }
    self.key = key
    self.certificate = certificate
    X509_set_version(certificate, 2)
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), Int.random(in: 1...1 << 40))
    X509_gmtime_adj(X509_getm_notBefore(certificate), days.lowerBound * 86_400)
    X509_gmtime_adj(X509_getm_notAfter(certificate), days.upperBound * 86_400)
    X509_set_pubkey(certificate, key)
    let subject = X509_get_subject_name(certificate)
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, -1, -1, 0)
    X509_set_issuer_name(certificate, issuer.map { X509_get_subject_name($0.certificate) } ?? subject)
    Self.add(NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "CA:FALSE", to: certificate)
    if !names.isEmpty { Self.add(NID_subject_alt_name, names, to: certificate) }
    isSigned = X509_sign(certificate, issuer?.key ?? key, nil) > 0
    guard isSigned else { throw POSIXError(.EINVAL) }
  }

  deinit {
    X509_free(certificate)
    EVP_PKEY_free(key)
  }

  /// Writes the certificate as PEM.
  func write(to path: String) throws {
    guard let file = BIO_new_file(path, "w") else { throw POSIXError(.EIO) }
    defer { BIO_free(file) }
    guard PEM_write_bio_X509(file, certificate) == 1 else { throw POSIXError(.EIO) }
  }

  private static func makeKey() -> OpaquePointer? {
    guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_keygen(context, &key) == 1 else { return nil }
    return key
  }

  private static func add(_ kind: Int32, _ value: String, to certificate: OpaquePointer) {
    guard let part = X509V3_EXT_conf_nid(nil, nil, kind, value) else { return }
    X509_add_ext(certificate, part, -1)
    X509_EXTENSION_free(part)
  }
}
