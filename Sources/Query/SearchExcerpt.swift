import Archive

/// The words of an article around the first of those searched for.
struct SearchExcerpt {
  private static let around = 8
  /// Bare forms of the words searched for.
  private let wanted: Set<String>

  /// `typed` is split as the search itself splits it.
  init(_ typed: String) {
    wanted = Set(SearchText.bare(typed).split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  /// Up to 17 words of `text` with the place where most of the words sought stand together; nil where none stands.
  func of(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let hits = words.indices.filter { index in
      SearchText.bare(String(words[index])).split { !$0.isLetter && !$0.isNumber }.contains {
        wanted.contains(String($0))
      }
    }
    guard let best = densest(hits) else { return nil }
    let range = max(0, best - Self.around)..<min(words.count, best + Self.around + 1)
    return (range.lowerBound > 0 ? "…" : "") + words[range].joined(separator: " ")
      + (range.upperBound < words.count ? "…" : "")
  }

  /// The hit with most others close behind it, the first of equals.
  private func densest(_ hits: [Int]) -> Int? {
    var best: (place: Int, count: Int)?
    var end = 0
    for (start, place) in hits.enumerated() {
      while end < hits.count, hits[end] - place <= Self.around { end += 1 }
      if end - start > best?.count ?? 0 { best = (place, end - start) }
    }
    return best?.place
  }
}
