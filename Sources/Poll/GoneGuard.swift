import Archive
import News

/// Judges the looks of one round that found nothing: gone needs proof, and many within a day are lost addresses.
struct GoneGuard: Sendable {
  /// How long looks at a family of addresses are counted together.
  static let window: Duration = .seconds(86_400)

  /// Addresses of a family looked at, and those that were gone.
  private var looked: [AddressFamily: Int] = [:]
  private var missing: [AddressFamily: Int] = [:]
  private var found: [AddressFamily: Int] = [:]
  private var articles: Set<Int64> = []
  private(set) var gone: [(look: Look, url: String)] = []

  /// Notes a look that found its page, or did not.
  mutating func note(_ look: Look, url: String) {
    articles.insert(look.article)
    let family = AddressFamily(url)
    looked[family, default: 0] += 1
    switch look.outcome {
    case .live, .unchanged: found[family, default: 0] += 1
    case .gone: count(look, family, url)
    case .lost, .blocked, .failed: break
    }
  }

  /// Notes that a page that was taken for an article says that it is gone.
  mutating func correct(_ look: Look, url: String) {
    let family = AddressFamily(url)
    found[family, default: 1] -= 1
    count(look, family, url)
  }

  private mutating func count(_ look: Look, _ family: AddressFamily, _ url: String) {
    gone.append((look, url))
    missing[family, default: 0] += 1
  }

  /// Takes in the last looks of a day at articles that this round did not look at.
  mutating func remember(_ last: [(article: Int64, url: String, outcome: String)]) {
    for look in last where !articles.contains(look.article) {
      let family = AddressFamily(look.url)
      looked[family, default: 0] += 1
      if ["gone", "lost"].contains(look.outcome) { missing[family, default: 0] += 1 }
    }
  }

  /// Gone looks whose family showed no living page: a control is to be looked at before they are believed.
  var unproven: [(look: Look, url: String)] {
    gone.filter { found[AddressFamily($0.url), default: 0] == 0 }
  }

  /// Five and more, and at least half, of a family gone within a day: the addresses are lost, not the articles.
  func isLost(_ url: String) -> Bool {
    let family = AddressFamily(url)
    let missing = missing[family, default: 0]
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
