/// What a site puts in the way of a visitor instead of answering; it says nothing about the page asked for.
public enum Barrier: String, Sendable {
  /// A page that tests whether the visitor is a browser or a person.
  case challenge
  /// A page whose script sets a cookie and asks again.
  case cookiePage = "cookie-page"
}

extension Response {
  /// Larger pages are real ones; those put in the way are small.
  private static let mostBarrierBytes = 48 << 10

  /// The barrier that this answer is; nil where it is an answer.
  public var barrier: Barrier? {
    if value("cf-mitigated") != nil { return .challenge }
    guard !body.isEmpty, body.count <= Self.mostBarrierBytes,
      value("content-type")?.lowercased().contains("xml") != true
    else { return nil }
    let text = FoldedBytes(body)
    guard text.contains("<script") || text.contains("captcha") else { return nil }
    if Self.challengeMarks.contains(where: text.contains) { return .challenge }
    if status >= 400 { return text.contains("captcha") ? .challenge : nil }
    let setsCookie = text.contains("document.cookie")
    return setsCookie && Self.reloadMarks.contains(where: text.contains) && Self.isNearlyWordless(text)
      ? .cookiePage : nil
  }

  /// Names that only the challenge pages of protection services carry.
  private static let challengeMarks = [
    "cf-chl", "cf_chl_opt", "challenge-platform/h/", "<title>just a moment...</title>", "sucuri_cloudproxy_js",
    "_incapsula_resource", "ddos-guard/js-challenge", "slowaes.decrypt(", "awswafintegration",
  ]
  private static let reloadMarks = ["location.reload(", "location.href", "location.replace(", "window.location"]

  /// Whether a reader would see fewer than 400 bytes of words.
  private static func isNearlyWordless(_ page: FoldedBytes) -> Bool {
    var seen = 0
    var place = 0
    while place < page.bytes.count {
      let tag = page.end(of: "<", from: place) ?? page.bytes.count + 1
      seen += page.bytes[place..<(tag - 1)].count { $0 > 0x20 }
      let closing = ["script", "style", "noscript"].first { page.has($0, at: tag) }.map { "</" + $0 }
      let end = closing.flatMap { page.end(of: $0, from: tag) } ?? tag
      place = page.end(of: ">", from: end) ?? page.bytes.count
    }
    return seen < 400
  }
}
