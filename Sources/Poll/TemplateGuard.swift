import Archive
import Detect
import News

/// Finds what came to, or left, most of an outlet's changed articles in one round: furniture of a new template. What
/// differs beside it is still an edit, so a real mass correction passes.
struct TemplateGuard {
  /// An article whose words changed, before and after, with the places of the paragraphs beside its text.
  struct Change {
    var before: ArticleText
    var after: ArticleText
    var asides: [String: UInt64] = [:]

    /// Paragraphs that only one side has.
    var differing: Set<String> { Set(before.paragraphs).symmetricDifference(after.paragraphs) }

    /// Places beside the text that hold quite other words than any paragraph that went: an edited caption does not.
    var replacedPlaces: Set<String> {
      let gone = Set(before.paragraphs).subtracting(after.paragraphs).map { Set($0.split(separator: " ")) }
      let come = Set(after.paragraphs).subtracting(before.paragraphs)
      return Set(
        come.compactMap { paragraph in
          let words = Set(paragraph.split(separator: " "))
          let isEdited = gone.contains { $0.intersection(words).count * 2 > max($0.count, words.count) }
          return isEdited ? nil : asides[paragraph].map { String($0, radix: 16) }
        })
    }
  }

  private let changes: [Change]
  private let enough: Int

  /// `changes` of `rechecked` articles of one outlet in one round.
  init(_ changes: [Change], rechecked: Int) {
    self.changes = changes
    enough = rechecked >= 10 && changes.count >= 5 ? max(5, (changes.count * 4 + 4) / 5) : .max
  }

  /// What four in five of the changed articles have in common.
  var furniture: Set<FurnitureMark> {
    let words = common { $0.differing }
    let shapes = common { Set($0.differing.filter(Self.isLabel).map(Furniture.shape)) }.filter { $0.contains("#") }
    let places = common { $0.replacedPlaces }
    return Set(words.filter(Self.isFurniture).map { FurnitureMark(.words, $0) })
      .union(shapes.filter(Self.isFurniture).map { FurnitureMark(.shape, $0) })
      .union(places.map { FurnitureMark(.place, $0) })
  }

  private func common(_ parts: (Change) -> Set<String>) -> [String] {
    guard enough < .max else { return [] }
    var counts: [String: Int] = [:]
    for change in changes { for part in parts(change) { counts[part, default: 0] += 1 } }
    return counts.filter { $0.value >= enough }.map(\.key)
  }

  /// A line without a sentence's end: a counter, a date, a label.
  private static func isLabel(_ paragraph: String) -> Bool {
    paragraph.utf8.count < 120 && !(paragraph.last.map { ".!?…”\"".contains($0) } ?? true)
  }

  /// Credits and corrections are the outlet's own words, however often they stand.
  static func isFurniture(_ paragraph: String) -> Bool {
    let line = ArticleText(title: "", summary: "", paragraphs: [paragraph])
    guard CreditFinder.find(in: line, author: nil, source: []).state == .none else { return false }
    let nothing = ArticleText(title: "", summary: "", paragraphs: [])
    return Disclosure.of(before: nothing, after: line, modifiedMoved: false, correction: false) != .disclosed
  }

  /// A paragraph long enough to be known again, and none of the outlet's own words.
  static func isRepeatable(_ paragraph: String) -> Bool {
    paragraph.split(separator: " ").count >= 8 && isFurniture(paragraph)
  }

  /// Whether so many dates or names moved at once that it is the template that now states others.
  static func isTemplate(restated: Int, rechecked: Int) -> Bool { restated >= 5 && restated * 2 >= rechecked }
}
