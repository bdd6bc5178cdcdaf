import COpenSSL
import Foundation

/// A certificate authority made for one test, and the certificates it gives out.
public final class TestAuthority: Sendable {
  private let place: TemporaryArchive
  private let root: Certified
  private let intermediate: Certified

  /// A PEM file of the authority's own certificate, for clients to believe.
  public var path: String { place.folder + "/authority.pem" }

  public init() throws {
    place = try TemporaryArchive()
    root = try Certified(name: "Cơ quan thử", isAuthority: true, days: -1...30, by: nil)
    intermediate = try Certified(name: "Cơ quan thử trung gian", isAuthority: true, days: -1...30, by: root)
    try root.write(to: path)
  }

  /// What is wrong with a certificate.
  public enum Fault: Sendable {
    case none, expired, wrongName, selfSigned, unknownAuthority, incompleteChain, oldTLS
  }

  /// What a server shows for 127.0.0.1; `protocols` are what it agrees to by ALPN.
  public func identity(_ fault: Fault = .none, protocols: [String] = []) throws -> TLSIdentity {
    let names = fault == .wrongName ? "DNS:khac.example" : "IP:127.0.0.1,DNS:localhost,DNS:bao.example"
    let days = fault == .expired ? -30 ... -1 : -1...30
    var chain: [Certified] = []
    var signer: Certified? = root
    switch fault {
    case .selfSigned: signer = nil
    case .incompleteChain: signer = intermediate
    case .unknownAuthority:
      let other = try Certified(name: "Cơ quan lạ", isAuthority: true, days: -1...30, by: nil)
      chain = [other]
      signer = other
    case .none, .expired, .wrongName, .oldTLS: break
    }
    let leaf = try Certified(name: "máy chủ thử", names: names, days: days, by: signer)
    return try TLSIdentity(leaf, chain: chain, isOld: fault == .oldTLS, protocols: protocols)
  }
}
