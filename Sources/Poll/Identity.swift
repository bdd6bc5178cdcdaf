import Foundation
import News
import Parse

/// The keys an article is known by within its outlet (`docs/design.md`, identity).
public struct Identity: Sendable {
  private let hosts: [String]
  private let pattern: NSRegularExpression?

  public init(_ outlet: Outlet) {
    hosts = Self.hosts(of: outlet)
    pattern = outlet.articleID.flatMap { try? NSRegularExpression(pattern: $0) }
  }

  /// Every host pages of an outlet may be fetched from, with ports.
  public static func hosts(of outlet: Outlet) -> [String] {
    let addresses = [outlet.home].compactMap { $0 } + outlet.sources.map(\.url)
    return outlet.hosts.map { $0.lowercased() } + addresses.compactMap { WebAddress.host($0) }
  }

  /// The keys of an address: its CMS id where the outlet has a pattern, and its canonical form.
  public func keys(url: String) -> [String] {
    var keys: [String] = []
    if let pattern, let match = pattern.firstMatch(in: url, range: NSRange(url.startIndex..., in: url)),
      match.numberOfRanges > 1, let range = Range(match.range(at: 1), in: url)
    {
      keys.append("id:" + url[range])
    }
    return keys + ["url:" + WebAddress.canonical(url, hosts: hosts)]
  }

  /// The keys of an entry: those of its link, and its guid where that is no address and stands once in the feed.
  /// All of them are aliases, so an entry whose guid changes at every poll is still found by its address.
  public func keys(url: String, guid: String, isRepeated: Bool) -> [String] {
    let keys = keys(url: url)
    guard !guid.isEmpty, !isRepeated, !guid.contains("://"), !guid.hasPrefix("/") else { return keys }
    // A CMS id outranks the guid, the guid outranks the address.
    return keys.dropLast() + ["guid:" + guid] + keys.suffix(1)
  }

  /// Whether a page may be fetched from this address at all.
  public func owns(url: String) -> Bool {
    guard let host = WebAddress.host(url) else { return false }
    return hosts.contains(host)
  }
}
