/// Titles and kinds of places that stand before a name.
/// To extend: add one syllable in lower case; case, place of tone and i/y need no variants.
enum HonorificWords {
  /// Words before a name: what follows one with a capital is a name, be it one syllable.
  static let syllables = KeySet(words)

  static let words = [
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "thầy", "cụ", "bé", "vua", "tướng", "tỉnh", "huyện",
    "xã", "phường", "quận", "thôn", "bản", "phố", "đường", "sông", "núi", "hồ", "cầu", "đảo", "nước",
  ]
}
