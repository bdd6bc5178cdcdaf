/// The room a body takes in its fetcher's budget, given back when the last copy of this is let go.
public final class BodyRoom: Sendable {
  private let giveBack: @Sendable () -> Void

  init(giveBack: @escaping @Sendable () -> Void) { self.giveBack = giveBack }

  deinit { giveBack() }
}
