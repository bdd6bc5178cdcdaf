import Yams

extension FeedsFileReader {
  private static let outletKeys = [
    "id", "name", "former-names", "kind", "home", "hosts", "aliases", "article-id", "feeds", "pages",
  ]

  mutating func outlets(_ node: Node?, root: Node?) -> [Outlet] {
    if node == nil { refuse(root, "no outlets: add the key 'outlets' with at least one") }
    var linesByID: [String: Int] = [:]
    var outlets: [Outlet] = []
    for item in list(node, "outlets") {
      guard let outlet = outlet(item, linesByID: &linesByID) else { continue }
      outlets.append(outlet)
    }
    return outlets
  }

  private mutating func outlet(_ node: Node, linesByID: inout [String: Int]) -> Outlet? {
    let keys = mapping(node, "an outlet", keys: Self.outletKeys)
    if keys["id"] == nil { refuse(node, "an outlet needs an id") }
    let id = value(keys["id"], "id", expected: "an id of letters, digits, '-', '_' and '.'", Self.outletID)
    if let id {
      if let line = linesByID[id] { refuse(keys["id"], "the id '\(id)' already stands in line \(line)") }
      linesByID[id] = keys["id"]?.mark?.line ?? 1
    }
    let pages = mapping(keys["pages"], "pages", keys: ["article", "remove"])
    let outlet = Outlet(
      id: id ?? "", name: text(keys["name"], "name") ?? id ?? "",
      formerNames: texts(keys["former-names"], "former-names"),
      kind: choice(keys["kind"], "kind", of: Outlet.Kind.self) ?? .other,
      home: address(keys["home"], "home"), hosts: hosts(keys["hosts"]),
      aliases: texts(keys["aliases"], "aliases"), articleID: articleID(keys["article-id"]),
      sources: sources(keys["feeds"]), articlePath: text(pages["article"], "article"),
      removePaths: texts(pages["remove"], "remove"))
    return id == nil ? nil : outlet
  }

  private static func outletID(_ text: String) -> String? {
    text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) } ? text : nil
  }

  private mutating func hosts(_ node: Node?) -> [String] {
    list(node, "hosts").compactMap { item in
      value(item, "hosts", expected: "a host such as example.vn or example.vn:8080") { text in
        WebAddress.isHost(text) ? text.lowercased() : nil
      }
    }
  }

  private mutating func articleID(_ node: Node?) -> String? {
    value(node, "article-id", expected: "a regular expression with one group in parentheses") { text in
      // With nothing as an alternative it matches the empty text, and the output shows how many groups it has.
      guard let match = try? Regex("(?:\(text))|").wholeMatch(in: "") else { return nil }
      return match.output.count > 1 ? text : nil
    }
  }

  private mutating func sources(_ node: Node?) -> [Source] {
    var lines: [String: Int] = [:]
    return list(node, "feeds").compactMap { item in
      guard let source = source(item) else { return nil }
      if let line = lines[source.url] {
        refuse(item, "the address '\(source.url)' already stands in line \(line)")
      }
      lines[source.url] = item.mark?.line ?? 1
      return source
    }
  }

  private mutating func source(_ node: Node) -> Source? {
    let keys = mapping(node, "an item of feeds", keys: ["url", "kind", "interval", "dates", "zone", "links"])
    if keys["url"] == nil { refuse(node, "an item of feeds needs a url") }
    let url = address(keys["url"], "url")
    let kind = choice(keys["kind"], "kind", of: Source.Kind.self)
    let interval = duration(keys["interval"], "interval")
    let dates = choice(keys["dates"], "dates", of: Source.DateOrder.self)
    let zone = value(keys["zone"], "zone", expected: "an offset such as \"+07:00\"", ZoneOffset.parse)
    let links = text(keys["links"], "links")
    guard let url else { return nil }
    return Source(
      url: url, kind: kind ?? .feed, interval: interval ?? .seconds(900), dates: dates ?? .dmy,
      zoneMinutes: zone ?? 420, links: links)
  }
}
