/// Everything the rehearsed press shows in one round; a value, so a round can be looked at without a server.
public struct PressWorld: Sendable {
  /// Rounds in which something changes; later ones are like the last.
  public static let rounds = 5

  /// Counted from 1.
  public private(set) var round = 1
  /// Seconds since 1970 at which the first story was published.
  let begins: Int

  public init(beginsAtSecond begins: Int) { self.begins = begins }

  /// Goes on to the next round.
  public mutating func advance() { round = min(round + 1, Self.rounds) }

  /// What an outlet has up, newest first.
  func stories(of outlet: PressOutlet) -> [Story] {
    outlet.stories.compactMap { $0.standing(in: round) }.filter(\.isUp).sorted { $0.minutes > $1.minutes }
  }

  func date(of story: Story) -> PressDate { PressDate(seconds: begins + story.minutes * 60) }

  /// What stands at a path; `load` counts requests and makes the furniture of a page differ at every load.
  func answer(_ target: String, of outlet: PressOutlet, at base: String, load: Int) -> PressAnswer {
    switch target {
    case "/robots.txt":
      return PressAnswer(type: "text/plain", body: "User-agent: *\nDisallow: /quan-tri/\n")
    case outlet.sourcePath:
      return source(of: outlet, at: base, load: load)
    default:
      let up = stories(of: outlet)
      let page = PressPage(outlet: outlet, base: base, load: load, related: up)
      guard let story = up.first(where: { outlet.path(of: $0) == target }) else {
        return PressAnswer(status: 404, body: page.missing)
      }
      return PressAnswer(body: page.article(story, published: date(of: story)))
    }
  }

  private func source(of outlet: PressOutlet, at base: String, load: Int) -> PressAnswer {
    let up = stories(of: outlet)
    let feed = PressFeed(outlet: outlet, base: base, items: up.map { ($0, date(of: $0)) })
    switch outlet {
    case .newspaper: return PressAnswer(type: "application/rss+xml", body: feed.rss).tagged
    case .broadcaster: return PressAnswer(type: "application/atom+xml", body: feed.atom).tagged
    case .portal:
      let page = PressPage(outlet: outlet, base: base, load: load, related: up)
      return PressAnswer(body: page.listing(feed.items))
    }
  }
}
