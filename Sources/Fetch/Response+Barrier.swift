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
    let text = String(decoding: body, as: UTF8.self).lowercased()
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
  private static func isNearlyWordless(_ html: String) -> Bool {
    var seen = 0
    var rest = html[...]
    while !rest.isEmpty {
      guard let tag = rest.firstIndex(of: "<") else { break }
      seen += rest[..<tag].utf8.count { $0 > 0x20 }
      let opened = rest[tag...]
      let closing = ["script", "style", "noscript"].first { opened.dropFirst().hasPrefix($0) }.map { "</" + $0 }
      let end = closing.flatMap { opened.firstRange(of: $0)?.upperBound } ?? tag
      rest = opened[end...].firstIndex(of: ">").map { opened[opened.index(after: $0)...] } ?? ""
    }
    return seen + rest.utf8.count { $0 > 0x20 } < 400
  }
}
