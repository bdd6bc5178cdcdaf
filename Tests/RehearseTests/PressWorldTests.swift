import Testing

@testable import Rehearse

private func world(round: Int) -> PressWorld {
  var world = PressWorld(beginsAtSecond: 1_790_000_000)
  for _ in 1..<round { world.advance() }
  return world
}

private func page(_ story: Story, of outlet: PressOutlet, round: Int, load: Int = 1) -> PressAnswer {
  world(round: round).answer(outlet.path(of: story), of: outlet, at: "http://press", load: load)
}

@Test func pressWorld_whenEveryRoundIsPlayed_changesSomethingInEach() {
  let shown = (1...PressWorld.rounds).map { round in
    PressOutlet.allCases.flatMap { world(round: round).stories(of: $0) }
      .map { $0.slug + $0.title + $0.paragraphs.joined() }
  }
  for (before, after) in zip(shown, shown.dropFirst()) { #expect(before != after) }
}

@Test func pressWorld_whenItsRoundsAreOver_stays() {
  #expect(world(round: PressWorld.rounds + 3).round == PressWorld.rounds)
}

@Test func pressWorld_whenAStoryIsTakenDown_answers404UntilItIsRestored() {
  let story = NewspaperStories.clinic
  #expect([2, 3, 4, 5].map { page(story, of: .newspaper, round: $0).status } == [200, 404, 404, 200])
  #expect(page(story, of: .newspaper, round: 3).body.contains("đã bị gỡ bỏ"))
}

@Test func pressWorld_whenAPageIsLoadedAgain_differsInItsFurnitureOnly() throws {
  let bodies = [1, 2].map { page(NewspaperStories.market, of: .newspaper, round: 1, load: $0).body }
  #expect(bodies[0] != bodies[1])
  let articles = try bodies.map {
    try #require($0.split(separator: "<article").last?.split(separator: "</article>").first)
  }
  #expect(articles[0] == articles[1])
}

@Test(arguments: [PressOutlet.newspaper, .broadcaster])
func pressWorld_whenAFeedIsAskedForAgain_isTaggedAsUnchangedUntilItChanges(_ outlet: PressOutlet) {
  let tags = [(1, 1), (1, 2), (2, 3)].map { round, load in
    world(round: round).answer(outlet.sourcePath, of: outlet, at: "http://press", load: load).tag
  }
  #expect(tags[0] != nil && tags[0] == tags[1])
  #expect(tags[1] != tags[2])
}

@Test func story_whenAnEditIsDue_carriesTheNewWordsOnly() throws {
  let before = try #require(NewspaperStories.bridge.standing(in: 2))
  let after = try #require(NewspaperStories.bridge.standing(in: 3))
  #expect(before.paragraphs[0].contains("320 tỷ đồng"))
  #expect(after.paragraphs[0].contains("230 tỷ đồng") && after.title.contains("230 tỷ đồng"))
  #expect(!after.paragraphs.joined().contains("320 tỷ đồng"))
}

@Test func story_whenEachTurnComes_changesTheWords() {
  for story in PressOutlet.allCases.flatMap(\.stories) {
    for turn in story.turns {
      guard case .replaces(let round, let old, _) = turn, let before = story.standing(in: round - 1) else { continue }
      #expect((before.title + before.summary + before.paragraphs.joined()).contains(old), "\(story.slug)")
    }
  }
}
