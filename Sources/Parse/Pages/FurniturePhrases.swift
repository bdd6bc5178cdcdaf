/// Lines that outlets put around articles, in lower case.
enum FurniturePhrases {
  private static let headings: Set<String> = [
    "tin liên quan", "bài liên quan", "tin bài liên quan", "các tin liên quan", "các bài liên quan", "tin khác",
    "các tin khác", "bài khác", "các bài khác", "các tin bài khác", "tin cùng chuyên mục", "cùng chuyên mục",
    "bài cùng chuyên mục", "tin mới", "tin mới nhất", "tin mới hơn", "tin cũ hơn", "các tin mới hơn",
    "các tin cũ hơn", "các tin đã đưa", "tin đã đưa", "đọc nhiều", "tin đọc nhiều", "xem nhiều", "đọc thêm",
    "xem thêm", "có thể bạn quan tâm", "bạn có thể quan tâm", "tin nổi bật", "tin tức khác", "ý kiến bạn đọc",
    "bình luận", "ý kiến của bạn", "gửi bình luận", "gửi ý kiến", "chủ đề", "từ khóa", "từ khoá", "tags", "tag",
    "related", "related articles", "related stories", "related posts", "read more", "most read", "most popular",
    "comments", "leave a reply", "leave a comment", "you may also like", "more from", "trending", "more stories",
    "recommended", "share this", "filed under", "don't miss", "don’t miss", "đừng bỏ lỡ", "nên đọc",
  ]
  private static let lines: Set<String> = [
    "quảng cáo", "chia sẻ", "in bài", "in trang", "in bài viết", "gửi email", "về trang trước", "quay lại",
    "lên đầu trang", "đầu trang", "theo dõi", "advertisement", "share", "tweet", "print", "email", "facebook",
    "twitter", "loading...", "lưu bài", "nghe đọc bài", "cỡ chữ", "bản in", "trở về", "sign up", "share this",
    "advertising", "advert", "caption", "close", "back to gallery", "xem ảnh lớn", "phóng to", "đóng",
    "story continues below advertisement", "pin it", "copy link", "whatsapp", "linkedin", "reddit",
  ]
  private static let timeWords: Set<String> = [
    "cập", "nhật", "lúc", "ngày", "lượt", "xem", "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "gmt", "giờ",
    "phút", "trước", "am", "pm", "views", "view", "đăng", "utc", "published", "updated", "on", "at", "last", "posted",
    "đọc", "số", "lần", "tháng", "cn", "t", "h", "est", "edt", "et", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst",
    "cet", "ict", "ago", "hours", "minutes", "days", "hour",
    "bình", "luận", "chia", "sẻ", "thời", "gian", "phản", "hồi", "hôm", "nay", "online", "đang", "truy", "viết",
    "lần", "cuối", "vào", "comments", "shares", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
    "nov", "dec", "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun", "st", "nd", "rd", "th", "by", "phát", "hành",
  ]

  /// A heading of a list of other articles or of comments.
  static func isListHeading(_ text: String) -> Bool {
    guard text.utf8.count < 60 else { return false }
    return headings.contains(trimmed(text) { !isWord($0) || isDigit($0) })
  }

  /// A linked line that points to another article: ">> Xem thêm: …".
  static func isPointer(_ text: String) -> Bool {
    let starts = [">", "»", "xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "read more", "see more", "more:"]
    return starts.contains { text.hasPrefix($0) }
  }

  /// A line that is only a label, a date, a clock or a counter.
  static func isLine(_ text: String) -> Bool {
    guard text.utf8.count < 120 else { return false }
    return lines.contains(trimmed(text) { !isWord($0) && $0 != "." }) || isTime(text)
  }

  private static func isTime(_ text: String) -> Bool {
    // "Ngày 29/7," is the beginning of a sentence, or its end.
    guard let last = text.utf8.last, ![UInt8](".,;".utf8).contains(last) else { return false }
    guard text.utf8.count >= 4, text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    guard text.utf8.contains(where: { $0 == 0x20 || $0 == 0x2F || $0 == 0x3A }) else { return false }
    let words = text.unicodeScalars.split { !isWord($0) }
    // "1.932 lượt" is a figure of the article; how often a page was read says so.
    if words.contains(where: isTimes), words.allSatisfy({ isTimes($0) || $0.allSatisfy(isDigit) }) { return false }
    return words.allSatisfy { word in
      var letters = String.UnicodeScalarView()
      for scalar in word where !isDigit(scalar) { letters.append(scalar) }
      return letters.isEmpty || timeWords.contains(String(letters))
    }
  }

  private static func isTimes(_ word: Substring.UnicodeScalarView) -> Bool { String(word) == "lượt" }

  private static func trimmed(_ text: String, of isNothing: (Unicode.Scalar) -> Bool) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isNothing($0) }) else { return "" }
    guard let last = scalars.lastIndex(where: { !isNothing($0) }) else { return "" }
    return String(scalars[first...last])
  }

  /// Letters and digits; beyond ASCII all but the signs of Latin-1 and of general punctuation.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0xC0, 0x2000...0x2BFF: false
    default: true
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}
