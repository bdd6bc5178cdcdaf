import Testing

@testable import Detect

struct SpellingTests {
  @Test(arguments: [
    ("hoà", "hòa"), ("Kỳ", "kì"), ("quy", "QUI"), ("LÝ", "lí"), ("Đường", "đường"), ("Ý", "ý"), ("ƯỚC", "ước"),
    ("MÜLLER", "müller"), ("Ωmega", "ωmega"),
  ])
  func key_whenTwoSpellingsAreOneWord_isTheSame(_ a: String, _ b: String) {
    #expect(Array(Spelling.key(a).utf8) == Array(Spelling.key(b).utf8))
  }

  @Test(arguments: [("tuy", "tui"), ("tay", "tai"), ("ma", "má"), ("dong", "đong"), ("an", "ăn"), ("y", "i")])
  func key_whenTwoWordsDiffer_differs(_ a: String, _ b: String) { #expect(Spelling.key(a) != Spelling.key(b)) }

  @Test func key_whenTheToneStandsOnAnyLetter_hasItAtTheEnd() {
    #expect(Spelling.key("Nguyễn") == "nguyên4")
    #expect(Spelling.key("thuở") == "thuơ3")
    #expect(Spelling.key("") == "")
  }
}
