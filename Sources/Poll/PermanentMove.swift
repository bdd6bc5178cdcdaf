import Archive
import News

/// When an address that a source redirects to for good is polled instead of the one in feeds.yaml: after the same
/// permanent redirect on 20 polls in a row over at least three days, because captive portals and broken servers say
/// "for good" too.
enum PermanentMove {
  static let polls = 20
  static let span: Duration = .seconds(3 * 86_400)

  /// How a poll ended, as far as it matters here.
  enum Answer {
    /// The address asked for answered by itself.
    case direct
    /// It led to this address, by permanent redirects only.
    case permanent(to: String)
    /// It led elsewhere, by at least one redirect for the time being.
    case temporary
    /// There was no usable answer.
    case none
  }

  static func after(_ answer: Answer, _ move: SourceMove?, at now: Instant) -> SourceMove? {
    switch (answer, move) {
    case (.direct, let move?) where move.isAdopted: return move
    case (.direct, _), (.temporary, _): return nil
    case (.permanent(let url), let move?) where move.url == url && !move.isAdopted:
      var more = move
      more.polls += 1
      more.isAdopted = more.polls >= polls && now - more.since >= span
      return more
    case (.permanent(let url), _): return SourceMove(url: url, since: now, polls: 1)
    // An adopted address that fails is given up; the one in feeds.yaml is asked again.
    case (.none, let move): return move.flatMap { $0.isAdopted ? nil : $0 }
    }
  }
}
