import Foundation

/// The language of what is printed for people: Vietnamese where the locale says so, else English.
enum Language {
  static let isVietnamese: Bool = {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("vi") == true
  }()

  static func pick(_ english: String, _ vietnamese: String) -> String { isVietnamese ? vietnamese : english }

  /// A word of the JSON contract as a reader says it.
  static func word(_ name: String) -> String {
    guard isVietnamese else { return name }
    return words[name] ?? name
  }

  private static let words = [
    "edited": "sửa", "deleted": "gỡ", "restored": "đăng lại", "moved": "chuyển địa chỉ", "lost": "mất địa chỉ",
    "copied": "chép",
    "stale": "chưa sửa theo", "title": "tiêu đề", "number": "số liệu", "date": "ngày giờ", "name": "tên",
    "quote": "lời dẫn", "negation": "phủ định", "status": "tình trạng pháp lý", "attribution": "nguồn dẫn",
    "added": "thêm", "removed": "bớt", "wording": "câu chữ", "silent": "không thông báo", "dated": "có đổi ngày",
    "disclosed": "có đính chính", "reprint": "đăng lại toàn bài", "lift": "lấy phần lớn", "passage": "lấy đoạn",
    "formula": "câu mẫu", "live": "đang đăng", "gone": "đã gỡ", "missing": "không thấy", "awaiting": "chờ tải",
    "resting": "để yên", "ok": "tốt", "not-modified": "không đổi", "blocked": "bị chặn", "refused": "không hỏi",
    "forbidden": "robots.txt cấm",
    "published": "đăng", "marked": "bị đánh dấu", "false": "sai sự thật", "disputed": "còn tranh cãi",
    "corrected": "đã đính chính", "followed": "đã sửa theo", "cut": "đã bỏ đoạn",
  ]
}
