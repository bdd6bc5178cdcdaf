import Archive
import News

/// Looks that wait to be committed together, by number and by weight.
struct HeldLooks {
  let most: Int
  private(set) var looks: [Look] = []
  /// About what they take in memory.
  private(set) var bytes = 0

  init(most: Int) { self.most = most }

  var isFull: Bool { looks.count >= most }

  /// The look's body is counted here from now on, no longer by its fetcher: a round that holds pages must be able to
  /// fetch the rest.
  mutating func hold(_ look: Look) {
    var look = look
    look.exchange?.room = nil
    for index in look.furtherExchanges.indices { look.furtherExchanges[index].room = nil }
    bytes += Self.weight(look)
    looks.append(look)
  }

  /// All of them; none is held any longer.
  mutating func take() -> [Look] {
    defer { (looks, bytes) = ([], 0) }
    return looks
  }

  static func weight(_ look: Look) -> Int {
    let body = look.furtherExchanges.reduce(look.exchange?.body.count ?? 0) { $0 + $1.body.count }
    guard case .live(let seen) = look.outcome else { return body }
    let words = seen.text.paragraphs.reduce(seen.text.title.utf8.count + seen.text.summary.utf8.count) {
      $0 + $1.utf8.count
    }
    return seen.asides.keys.reduce(body + words) { $0 + 16 + $1.utf8.count }
  }
}
