/// Words that often open a sentence, where their capital is no sign of a name.
/// To extend: add one syllable in lower case; case, place of tone and i/y need no variants.
enum OpenerWords {
  /// Words that often open a sentence and are no part of the name that follows.
  static let syllables = KeySet(
    [
      "tại", "ở", "theo", "trong", "khi", "sáng", "trưa", "chiều", "tối", "đêm", "nhưng", "và", "các", "những", "đây",
      "sau", "trước", "từ", "đến", "với", "vì", "do", "nếu", "tuy", "ngoài", "cùng", "còn", "để", "là", "có", "cả",
      "mỗi", "một", "hai", "ba", "riêng", "được", "bị", "trên", "dưới", "qua", "về", "nhờ", "hiện", "ngày", "vụ",
    ] + HonorificWords.words)
}
