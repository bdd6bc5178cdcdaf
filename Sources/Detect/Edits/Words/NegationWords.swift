/// Words that turn a statement into its contrary: a change that touches one is S5.
/// To extend: add the phrase in lower case, its syllables parted by one space; case, place of tone and i/y need no
/// variants. A word in which `không` denies nothing goes into `harmless`.
enum NegationWords {
  /// Words that turn a statement into its contrary.
  static let denials = Phrases([
    "không", "chưa", "chẳng", "chả", "đừng", "chớ", "phủ nhận", "bác bỏ", "trái với", "phủ quyết", "vô tội",
  ])

  /// Words with `không` that deny nothing.
  static let harmless = Phrases([
    "không khí", "không gian", "không quân", "không phận", "không trung", "không lực", "hàng không", "phòng không",
    "trên không", "chân không", "tàng không", "không ảnh", "không lưu", "thinh không",
  ])

  /// Syllables after which a `không` is a negation in spite of the list above ("cửa hàng không có").
  static let verbsDenied: Set<String> = Set(
    ["có", "được", "phải", "bị", "thể", "còn", "cho", "đã", "nên", "cần", "muốn", "biết", "hề"].map(Spelling.key))
}
