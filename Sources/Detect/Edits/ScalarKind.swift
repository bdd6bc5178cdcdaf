/// What a scalar is to the tokenizer: part of a word or figure, white space, or a mark.
enum ScalarKind: UInt8 {
  case mark, inner, space

  /// Asking Unicode's own tables for each letter takes longer than all else the tokenizer does.
  private static let table: [ScalarKind] = (0..<0x2070).map { Unicode.Scalar(UInt32($0)).map(read) ?? .mark }

  static func of(_ scalar: Unicode.Scalar) -> ScalarKind {
    scalar.value < 0x2070 ? table[Int(scalar.value)] : read(scalar)
  }

  /// Whether it is a capital.
  static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x2070 ? capitals[Int(scalar.value)] : scalar.properties.isUppercase
  }
  private static let capitals = (0..<0x2070).map { Unicode.Scalar(UInt32($0))?.properties.isUppercase ?? false }

  private static func read(_ s: Unicode.Scalar) -> ScalarKind {
    if s.properties.isWhitespace { return .space }
    let isInner =
      s.properties.isAlphabetic || EditTokenizer.isDigit(s) || s == "²" || s == "³"
      || s.properties.generalCategory == .nonspacingMark
    return isInner ? .inner : .mark
  }
}
