import Testing

@testable import Detect

struct EditKeyTests {
  /// Texts on both sides of eight and of fifteen bytes.
  private let texts = [
    "", "a", "b", "ab", "ba", "nghiêng", "abcdefgh", "abcdefghi", "abcdefgh\0", "abcdefghijklmno", "abcdefghijklmnp",
    "abcdefghijklmnop", "abcdefghijklmnoq", "một đoạn văn dài hơn mười lăm byte", "một đoạn văn dài hơn mười lăm bytf",
  ]

  @Test func key_whenTextsDiffer_differs() {
    #expect(Set(texts.map(EditKey.init)).count == texts.count)
  }

  @Test func key_whenTextsAreEqual_isEqual() {
    for text in texts { #expect(EditKey(text) == EditKey(String(text.map { $0 }))) }
  }
}
