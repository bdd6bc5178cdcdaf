import News

/// Pages that answer in the place of an article without saying anything about it: challenges, maintenance.
public enum ChallengePage {
  /// Whether a short page is one.
  public static func isOne(title: String, firstParagraph: String, syllables: Int) -> Bool {
    guard syllables < 80 else { return false }
    return [title, firstParagraph].contains(where: phrases.stand)
  }

  /// Words of such a page. To extend: add a phrase in lower case; case and place of tone need no variants.
  static let phrases = Phrases([
    "just a moment", "checking your browser", "attention required", "enable javascript and cookies",
    "verify you are human", "verifying you are human", "are you a robot", "access denied", "request blocked",
    "ddos protection", "security check", "unusual traffic", "please wait", "under maintenance", "site maintenance",
    "service unavailable", "temporarily unavailable", "too many requests", "bad gateway", "đang bảo trì",
    "bảo trì hệ thống", "nâng cấp hệ thống", "hệ thống quá tải", "truy cập bị từ chối", "xác minh bạn là người",
    "xác thực trình duyệt", "kiểm tra trình duyệt",
  ])
}
