import Archive
import News

/// What an outlet puts into its articles' main block without its being their words.
struct Furniture: Sendable {
  private let words: Set<String>
  private let shapes: Set<String>
  private let places: Set<UInt64>
  let marks: Set<FurnitureMark>

  init(_ marks: Set<FurnitureMark> = []) {
    func texts(_ kind: FurnitureMark.Kind) -> [String] { marks.filter { $0.kind == kind }.map(\.text) }
    self.marks = marks
    words = Set(texts(.words))
    shapes = Set(texts(.shape))
    places = Set(texts(.place).compactMap { UInt64($0, radix: 16) })
  }

  var isEmpty: Bool { marks.isEmpty }

  func union(_ more: Set<FurnitureMark>) -> Furniture { Furniture(marks.union(more)) }

  /// The words without furniture; `asides` are the paragraphs beside the article's own, with their places.
  func strip(_ text: ArticleText, asides: [String: UInt64] = [:]) -> ArticleText {
    guard !isEmpty else { return text }
    var text = text
    text.paragraphs.removeAll { paragraph in
      if words.contains(paragraph) { return true }
      if let place = asides[paragraph], places.contains(place) { return true }
      return !shapes.isEmpty && shapes.contains(Self.shape(paragraph))
    }
    return text
  }

  /// A line with every number made the same: "Đã có 35 người thích" is "Đã có # người thích".
  static func shape(_ paragraph: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in paragraph.unicodeScalars {
      let isDigit = (0x30...0x39).contains(scalar.value)
      if !isDigit { out.append(scalar) } else if out.last != "#" { out.append("#") }
    }
    return String(out)
  }
}
