import News

extension Response {
  /// How long the answer says that it stays fresh (RFC 9111 §4.2.1): `max-age`, else `Expires`.
  public func freshFor(at now: Instant) -> Duration? {
    let directives = headers.filter { $0.name.lowercased() == "cache-control" }.flatMap {
      $0.value.split(separator: ",")
    }
    for directive in directives {
      let parts = directive.split(separator: "=").map { $0.filter { $0 != " " && $0 != "\"" }.lowercased() }
      if parts.count == 2, parts[0] == "max-age", let seconds = Int64(parts[1]), seconds >= 0 {
        return .seconds(min(seconds, 86_400))
      }
    }
    guard let expires = headers.first(where: { $0.name.lowercased() == "expires" })?.value,
      let instant = HTTPDate.parse(expires, now: now), instant > now
    else { return nil }
    return instant - now
  }
}
