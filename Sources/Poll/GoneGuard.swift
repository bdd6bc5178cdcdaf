import Archive

/// Judges the looks of one round that found nothing: gone needs proof, and many at once are lost addresses.
struct GoneGuard: Sendable {
  /// How many looks of each family were made, and how many found the page.
  private var looked: [AddressFamily: Int] = [:]
  private var found: [AddressFamily: Int] = [:]
  private(set) var gone: [(look: Look, url: String)] = []

  /// Notes a look that found its page, or did not.
  mutating func note(_ look: Look, url: String) {
    let family = AddressFamily(url)
    looked[family, default: 0] += 1
    switch look.outcome {
    case .live, .unchanged: found[family, default: 0] += 1
    case .gone: gone.append((look, url))
    case .lost, .blocked, .failed: break
    }
  }

  /// Gone looks whose family showed no living page: a control is to be looked at before they are believed.
  var unproven: [(look: Look, url: String)] {
    gone.filter { found[AddressFamily($0.url), default: 0] == 0 }
  }

  /// Five and more, and at least half, of a family gone together: the addresses are lost, not the articles.
  func isLost(_ url: String) -> Bool {
    let family = AddressFamily(url)
    let missing = gone.count { AddressFamily($0.url) == family }
    return missing >= 5 && missing * 2 >= looked[family, default: 0]
  }

  /// The gone looks as they are to be decided; `refuted` are families whose control did not answer either.
  func judged(refuted: Set<AddressFamily>) -> [Look] {
    gone.map { look, url in
      var judged = look
      guard case .gone(let how) = look.outcome else { return look }
      if refuted.contains(AddressFamily(url)) { judged.outcome = .failed("\(how), but nothing else answers either") }
      if isLost(url) { judged.outcome = .lost(how: how) }
      return judged
    }
  }
}
