import Yams

extension FeedsFileReader {
  /// The whole file; what is wrong stands in `problems` and keeps its default.
  mutating func feedsFile(_ root: Node?) -> FeedsFile {
    var feeds = FeedsFile()
    let known = ["version", "network", "archive", "log", "policy", "notify", "outlets"]
    let keys = mapping(root, "feeds.yaml", keys: known)
    readVersion(keys["version"], root: root)
    readNetwork(keys["network"], into: &feeds)
    let archive = mapping(keys["archive"], "archive", keys: ["min-free"])
    feeds.minFree =
      value(archive["min-free"], "min-free", expected: "a size such as 2GB or 500MB", ByteCount.parse) ?? feeds.minFree
    let log = mapping(keys["log"], "log", keys: ["origin"])
    feeds.logOrigin = value(log["origin"], "origin", expected: "a name without spaces and '+'") { text in
      text.contains { $0.isWhitespace || $0 == "+" } ? nil : text
    }
    readPolicy(keys["policy"], into: &feeds)
    feeds.notify = list(keys["notify"], "notify").compactMap { notifyTarget($0) }
    feeds.outlets = outlets(keys["outlets"], root: root)
    return feeds
  }

  private mutating func readVersion(_ node: Node?, root: Node?) {
    guard let node else { return refuse(root, "the first key must be 'version: 1'") }
    guard node.scalar?.string == "1" else {
      return refuse(node, "version must be 1; this banluu knows no other")
    }
  }

  private mutating func readNetwork(_ node: Node?, into feeds: inout FeedsFile) {
    let keys = mapping(node, "network", keys: ["user-agent", "per-host-delay", "allow-addresses"])
    let agent = value(keys["user-agent"], "user-agent", expected: "one line of text") { text in
      text.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? nil : text
    }
    feeds.userAgent = agent ?? feeds.userAgent
    feeds.perHostDelay = duration(keys["per-host-delay"], "per-host-delay") ?? feeds.perHostDelay
    feeds.allowAddresses = list(keys["allow-addresses"], "allow-addresses").compactMap { item in
      value(item, "allow-addresses", expected: "a CIDR block such as 10.0.0.0/8", AddressBlock.init)
    }
  }

  private mutating func readPolicy(_ node: Node?, into feeds: inout FeedsFile) {
    let keys = mapping(node, "policy", keys: ["confirm-after", "gone-after", "looks"])
    feeds.confirmAfter = duration(keys["confirm-after"], "confirm-after") ?? feeds.confirmAfter
    feeds.goneAfter = duration(keys["gone-after"], "gone-after") ?? feeds.goneAfter
    if let looks = keys["looks"] {
      feeds.looks = list(looks, "looks").compactMap { duration($0, "looks") }.sorted()
    }
  }

  private mutating func notifyTarget(_ node: Node) -> NotifyTarget? {
    let known = ["webhook", "secret-file", "events", "min-severity", "match"]
    let keys = mapping(node, "an item of notify", keys: known)
    if keys["webhook"] == nil { refuse(node, "an item of notify needs a webhook") }
    let secretFile = text(keys["secret-file"], "secret-file")
    let events = list(keys["events"], "events").compactMap { choice($0, "events", of: NotifyTarget.Event.self) }
    let severity = value(keys["min-severity"], "min-severity", expected: "a severity from S1 to S5") { text in
      Severity(name: text).flatMap { $0 == .s0 ? nil : $0 }
    }
    let match = texts(keys["match"], "match")
    guard let webhook = address(keys["webhook"], "webhook") else { return nil }
    return NotifyTarget(
      webhook: webhook, secretFile: secretFile, events: keys["events"] == nil ? NotifyTarget.Event.allCases : events,
      minSeverity: severity ?? .s3, match: match)
  }
}
