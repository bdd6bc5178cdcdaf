import News
import Parse

/// The feeds of an OPML outline as outlets: those of one site are one outlet.
public enum OutlineOutlets {
  /// In the order of the outline; addresses that cannot be polled are told apart.
  public static func read(_ parts: [FeedPart]) -> (outlets: [Outlet], unusable: [String]) {
    var outlets: [Outlet] = []
    var places: [String: Int] = [:]
    var unusable: [String] = []
    for part in parts {
      guard WebAddress.isPollable(part.url),
        let host = WebAddress.host(part.home ?? part.url) ?? WebAddress.host(part.url)
      else {
        unusable.append(WebAddress.withoutCredentials(part.url))
        continue
      }
      let site = SiteAddress.bare(host)
      let source = Source(url: part.url)
      if let place = places[site] {
        if !outlets[place].sources.contains(where: { $0.url == source.url }) { outlets[place].sources.append(source) }
        continue
      }
      places[site] = outlets.count
      let name = part.title.isEmpty ? site : part.title
      let home = part.home.flatMap { WebAddress.isPollable($0) ? $0 : nil }
      outlets.append(
        Outlet(
          id: SiteAddress.id(of: host), name: name, kind: SiteAddress.kind(name: name, host: host), home: home,
          hosts: [host], sources: [source]))
    }
    return (outlets, unusable)
  }
}
