/// An article of the rehearsed press, and what its outlet does to it from round to round.
struct Story: Sendable {
  /// What an outlet does to a story when a round begins.
  enum Turn: Sendable {
    case replaces(round: Int, String, with: String)
    case titles(round: Int, String)
    case adds(round: Int, String)
    case takesDown(round: Int)
    case restores(round: Int)

    var round: Int {
      switch self {
      case .replaces(let round, _, _), .titles(let round, _), .adds(let round, _), .takesDown(let round),
        .restores(let round):
        round
      }
    }
  }

  var slug: String
  /// The round, counted from 1, in which it is published.
  var appears: Int
  /// Minutes after the press begins.
  var minutes: Int
  var title: String
  var summary: String
  var paragraphs: [String]
  var isUp = true
  var turns: [Turn] = []

  /// The story as it stands in a round; nil before it is published.
  func standing(in round: Int) -> Story? {
    guard appears <= round else { return nil }
    return turns.filter { $0.round <= round }.reduce(self) { $0.after($1) }
  }

  private func after(_ turn: Turn) -> Story {
    var story = self
    switch turn {
    case .replaces(_, let old, let new): story = replacing(old, with: new)
    case .titles(_, let title): story.title = title
    case .adds(_, let paragraph): story.paragraphs.append(paragraph)
    case .takesDown: story.isUp = false
    case .restores: story.isUp = true
    }
    return story
  }

  /// The same story with other words wherever these stand.
  func replacing(_ old: String, with new: String) -> Story {
    var story = self
    story.title = title.replacing(old, with: new)
    story.summary = summary.replacing(old, with: new)
    story.paragraphs = paragraphs.map { $0.replacing(old, with: new) }
    return story
  }

  /// How another outlet carries it: under its own title, with or without a credit.
  func retold(
    slug: String, appears: Int, minutes: Int, title: String, credit: String? = nil, turns: [Turn] = []
  ) -> Story {
    Story(
      slug: slug, appears: appears, minutes: minutes, title: title, summary: summary,
      paragraphs: paragraphs + (credit.map { [$0] } ?? []), turns: turns)
  }
}
