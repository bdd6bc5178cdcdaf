import CCurl
import News

/// An http or https address, parsed by the same parser that connects, so that the two cannot disagree.
struct Destination: Sendable {
  let url: String
  let scheme: String
  /// Host and port: what one server is known by.
  let authority: String
  /// The host, with its port where that is not the scheme's own.
  let host: String
  /// Path and query: what robots.txt rules speak of.
  let target: String

  /// Why an address is not asked for.
  struct Refusal: Error {
    let reason: String
    /// Set where the fault is the server's and not that of the address asked for.
    var failure: FetchFailure?
  }

  init(_ text: String) throws(Refusal) { try self.init(text, relativeTo: nil) }

  /// Resolves a Location value; a secure address never leads to an open one.
  func following(_ location: String) throws(Refusal) -> Destination {
    let next = try Destination(location, relativeTo: url)
    if scheme == "https" && next.scheme != "https" {
      let failure = FetchFailure(.downgrade, url: url, detail: "to \(next.url)")
      throw Refusal(reason: failure.message, failure: failure)
    }
    return next
  }

  private init(_ text: String, relativeTo base: String?) throws(Refusal) {
    guard !text.hasControlBytes else { throw Refusal(reason: "The address holds control characters; write it anew.") }
    guard let handle = curl_url() else { throw Refusal(reason: "No memory for an address.") }
    defer { curl_url_cleanup(handle) }
    let flags = UInt32(CURLU_DISALLOW_USER | CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
    if let base { _ = curl_url_set(handle, CURLUPART_URL, base, flags) }
    let code = curl_url_set(handle, CURLUPART_URL, text, flags)
    guard code != CURLUE_USER_NOT_ALLOWED else {
      throw Refusal(reason: "The address holds a user name or password; remove it.")
    }
    guard code == CURLUE_OK else {
      throw Refusal(
        reason:
          "\(WebAddress.withoutCredentials(text)) is no web address (\(String(cString: curl_url_strerror(code)))).")
    }
    _ = curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
    scheme = Self.part(CURLUPART_SCHEME, of: handle).lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw Refusal(
        reason: "\(WebAddress.withoutCredentials(text)) is neither http nor https; use the site's web address.")
    }
    url = Self.part(CURLUPART_URL, of: handle)
    let port = Self.part(CURLUPART_PORT, of: handle, flags: UInt32(CURLU_DEFAULT_PORT))
    let name = Self.part(CURLUPART_HOST, of: handle).lowercased()
    authority = name + ":" + port
    host = port == (scheme == "https" ? "443" : "80") ? name : authority
    let query = Self.part(CURLUPART_QUERY, of: handle)
    target = Self.part(CURLUPART_PATH, of: handle) + (query.isEmpty ? "" : "?" + query)
  }

  private static func part(_ part: CURLUPart, of handle: OpaquePointer, flags: UInt32 = 0) -> String {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return "" }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
