import Archive
import News

/// Finds places of the template that say something quite else at every look at one article: a box of the outlet's that
/// stands inside the main block.
enum RestlessPlaces {
  /// Looks in a row that must each have found other words there.
  static let looks = 3
  /// Other articles that must have the place too: a box that one article has alone is its own.
  static let sharers = 2

  /// `asides` are the paragraphs beside the text at each look, `others` those of other articles of the outlet.
  static func marks(_ asides: [[String: UInt64]], others: [[String: UInt64]]) -> Set<FurnitureMark> {
    guard asides.count >= looks, let last = asides.last else { return [] }
    let restless = Set(last.values).filter { place in
      let shown = asides.map { look in look.filter { $0.value == place }.keys.map { String($0) } }
      return others.count { $0.values.contains(place) } >= sharers
        && shown.joined().allSatisfy(TemplateGuard.isFurniture) && areQuiteOther(shown)
    }
    return Set(restless.map { FurnitureMark(.place, String($0, radix: 16)) })
  }

  /// Whether no two looks showed a paragraph with half of its words in common.
  private static func areQuiteOther(_ shown: [[String]]) -> Bool {
    let words = shown.map { $0.map { Set($0.split(separator: " ")) } }
    guard words.allSatisfy({ !$0.isEmpty }) else { return false }
    for (index, one) in words.enumerated() {
      for other in words[(index + 1)...] {
        let isAlike = one.contains { a in other.contains { b in a.intersection(b).count * 2 > min(a.count, b.count) } }
        if isAlike { return false }
      }
    }
    return true
  }
}
