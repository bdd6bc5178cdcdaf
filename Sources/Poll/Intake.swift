import Archive
import Detect
import News

/// Decides what a look means: pure, from what was known, what was seen, and the policy.
public struct Intake: Sendable {
  public var confirmAfter: Duration
  public var goneAfter: Duration
  public var looks: [Duration]

  public init(_ feeds: FeedsFile) {
    confirmAfter = feeds.confirmAfter
    goneAfter = feeds.goneAfter
    looks = feeds.looks
  }

  /// The decision on one look.
  public func decide(_ prior: Prior, _ look: Look) -> Decision {
    switch look.outcome {
    case .live(let seen): live(prior, look, seen)
    case .unchanged: unchanged(prior, look)
    case .gone(let how): prior.isLost(at: look.at) ? lost(prior, look) : gone(prior, look, how: how)
    case .lost: lost(prior, look)
    case .blocked, .failed: undecided(prior, look)
    }
  }

  /// A look that proves nothing changes nothing but the timetable: blocked is never gone.
  private func undecided(_ prior: Prior, _ look: Look) -> Decision {
    var decision = next(prior, look, state: prior.state, changed: false)
    decision.goneSince = prior.goneSince
    decision.goneHow = prior.goneHow
    decision.keepsPending = true
    if look.isHeld { decision.nextLook = look.at + max(confirmAfter, .seconds(60)) }
    return decision
  }

  private func unchanged(_ prior: Prior, _ look: Look) -> Decision {
    var decision = next(prior, look, state: prior.current > 0 ? .live : prior.state, changed: false)
    returned(prior, &decision)
    if let pending = prior.pending { confirm(pending, look, &decision) }
    return decision
  }

  private func live(_ prior: Prior, _ look: Look, _ seen: PageSeen) -> Decision {
    guard let before = look.reread ?? prior.text else {
      var first = next(prior, look, state: .live, changed: true)
      first.words = .new(seen)
      return first
    }
    // An entry version (feed text) and a page version are never compared with each other.
    let current = prior.version(prior.current)
    if let current, current.origin != seen.origin {
      if seen.origin == .entry { return undecided(prior, look) }
      var replaced = next(prior, look, state: .live, changed: true)
      replaced.words = .new(seen)
      returned(prior, &replaced)
      return replaced
    }
    let difference = Differ.compare(before, seen.text)
    let restated = Restatement(of: current, by: seen)
    if difference.severity > .s0 { return edited(prior, look, seen, before: before, difference, restated) }
    return restated.isEmpty ? same(prior, look, seen) : restating(prior, look, seen, restated)
  }

  /// The words are the same, or the same to today's reader: then its own are kept from now on.
  private func same(_ prior: Prior, _ look: Look, _ seen: PageSeen) -> Decision {
    if let pending = prior.pending, let first = prior.version(pending.from),
      first.hash == prior.version(pending.to)?.hash, let date = seen.statedPublished, date == first.published
    {
      var decision = next(prior, look, state: .live, changed: true)
      decision.withdraws = [pending.event]
      decision.words = .back(to: pending.from)
      return decision
    }
    var decision = unchanged(prior, look)
    if look.reread != nil, seen.text.hash != prior.version(prior.current)?.hash { decision.words = .new(seen) }
    return decision
  }

  /// Only the date or the name beside the words is another.
  private func restating(_ prior: Prior, _ look: Look, _ seen: PageSeen, _ restated: Restatement) -> Decision {
    var decision = next(prior, look, state: .live, changed: true)
    returned(prior, &decision)
    decision.words = .new(seen)
    decision.confirms = [prior.pending?.event].compactMap(\.self)
    var event = Decision.Event(
      kind: "edited", severity: restated.severity, confirmed: confirmAfter.inMilliseconds == 0)
    event.classes = restated.classes
    event.changes = restated.changes
    event.from = prior.current
    event.to = (prior.versions.last?.number ?? 0) + 1
    event.disclosed = Disclosure.silent.rawValue
    event.detail = restated.detail
    decision.events.append(event)
    if !event.confirmed { decision.nextLook = look.at + confirmAfter }
    return decision
  }

  private func edited(
    _ prior: Prior, _ look: Look, _ seen: PageSeen, before: ArticleText, _ difference: Difference,
    _ restated: Restatement
  ) -> Decision {
    var decision = next(prior, look, state: .live, changed: true)
    returned(prior, &decision)
    let hash = seen.text.hash
    let older = prior.versions.last { $0.hash == hash }
    let to = older?.number ?? (prior.versions.last?.number ?? 0) + 1
    decision.words = older.map { .back(to: $0.number) } ?? .new(seen)
    if let pending = prior.pending {
      if older?.number == pending.from {
        decision.withdraws = [pending.event]
        return decision
      }
      decision.confirms = [pending.event]
    }
    var event = Decision.Event(
      kind: "edited", severity: difference.severity, confirmed: confirmAfter.inMilliseconds == 0)
    event.classes = difference.classes
    event.changes = difference.changes
    event.from = prior.current
    event.to = to
    event.reverts = older?.number
    let modified = prior.version(prior.current)?.modified
    let moved = seen.modified != nil && modified != nil && seen.modified != modified
    event.disclosed =
      Disclosure.of(before: before, after: seen.text, modifiedMoved: moved, correction: seen.correction).rawValue
    restated.join(&event)
    if event.reverts != nil, prior.returns + 1 >= Self.oscillating {
      event.detail += (event.detail.isEmpty ? "" : "; ") + "oscillating: return \(prior.returns + 1) to older words"
    }
    decision.events.append(event)
    if !event.confirmed { decision.nextLook = look.at + confirmAfter }
    return decision
  }

  private func gone(_ prior: Prior, _ look: Look, how: String) -> Decision {
    guard prior.current > 0, prior.state != .gone else { return undecided(prior, look) }
    let since = prior.goneSince ?? look.at
    let proven = look.at - since >= goneAfter
    var decision = next(prior, look, state: proven ? .gone : .missing, changed: false)
    decision.goneSince = since
    decision.goneHow = how
    decision.keepsPending = true
    guard proven else {
      decision.nextLook = look.at + goneAfter
      return decision
    }
    var event = Decision.Event(kind: "deleted", severity: .s5)
    event.detail = how
    event.from = prior.current
    decision.events = [event]
    return decision
  }

  /// Addresses lost together are no deletions; the articles are recognised by their words for a while.
  private func lost(_ prior: Prior, _ look: Look) -> Decision {
    guard prior.current > 0, prior.state != .gone else { return undecided(prior, look) }
    var decision = next(prior, look, state: .missing, changed: false)
    decision.goneSince = prior.goneSince ?? look.at
    decision.goneHow = Prior.lost
    decision.keepsPending = true
    return decision
  }

  private func returned(_ prior: Prior, _ decision: inout Decision) {
    guard prior.state == .gone, decision.state == .live else { return }
    decision.events.append(Decision.Event(kind: "restored", severity: .s3))
  }

  /// So many returns to older words mark an article that cannot make up its mind.
  static let oscillating = 3

  /// A pending edit seen again is confirmed, once confirm-after has passed since its first sight.
  private func confirm(_ pending: Prior.Pending, _ look: Look, _ decision: inout Decision) {
    if look.at - pending.since >= confirmAfter {
      decision.confirms = [pending.event]
    } else {
      decision.keepsPending = true
      decision.nextLook = pending.since + confirmAfter
    }
  }

  private func next(_ prior: Prior, _ look: Look, state: Prior.State, changed: Bool) -> Decision {
    let step = changed ? 0 : min(prior.step + 1, looks.count)
    let next = Timetable.nextLook(step: step, of: looks, isGrave: prior.isGrave, article: prior.article, at: look.at)
    return Decision(look: look, state: state, step: step, nextLook: next)
  }
}

extension Prior {
  static let lost = "lost"

  func version(_ number: Int) -> Version? { versions.first { $0.number == number } }

  /// Whether the article's address was lost with many others, not so long ago that it is believed to be gone.
  fileprivate func isLost(at now: Instant) -> Bool {
    guard goneHow == Self.lost, let goneSince else { return false }
    return now - goneSince < NewsArchive.lostIsHeld
  }
}
