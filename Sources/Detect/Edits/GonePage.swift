import News

/// Pages that answer 200 and say that the article is gone.
public enum GonePage {
  /// Whether a short page says so in its title or first paragraph.
  public static func saysGone(title: String, firstParagraph: String, syllables: Int) -> Bool {
    guard syllables < 60 else { return false }
    return [title, firstParagraph].contains(where: says)
  }

  /// Whether a line says that something is gone.
  static func says(_ text: String) -> Bool { phrases.stand(in: text) }

  /// Words of a page that is gone. To extend: add a phrase in lower case; case and place of tone need no variants.
  static let phrases = Phrases([
    "không tồn tại", "không còn tồn tại", "đã bị xóa", "đã xóa", "đã được xóa", "đã gỡ", "đã bị gỡ", "đã được gỡ",
    "bị gỡ bỏ", "không tìm thấy", "không tìm được trang", "404 not found", "page not found", "not found", "error 404",
    "lỗi 404", "đã bị gỡ bỏ", "đã hết hạn", "no longer available", "không còn khả dụng", "đã ngừng xuất bản",
  ])
}
