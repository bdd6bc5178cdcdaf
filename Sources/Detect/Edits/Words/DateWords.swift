/// Words of dates and times. To extend: add a word in lower case; case, place of tone and i/y need no variants.
enum DateWords {
  /// Words after which a bare number is a date or a time.
  static let beforeDate = KeySet(datings)
  private static let datings = ["ngày", "tháng", "năm", "lúc", "mùng", "mồng", "quý"]
  /// The most that a number after such a word may be to be a date: there is no month 24.
  static let most: KeyTable<Int> = KeyTable(["ngày": 31, "mùng": 10, "mồng": 10, "tháng": 12, "quý": 4])
  /// Words after which figures such as 22-10 are a day and a month.
  static let beforeDay = KeySet(datings + ["sáng", "trưa", "chiều", "tối", "đêm", "hôm", "từ", "đến"])
  /// Words that make "ngày", "tháng", "năm" a measure, not a date ("mỗi ngày 20 người").
  static let measures = KeySet(["mỗi", "hàng", "hằng", "một", "các", "nhiều"])
  /// Words after a number that make it a time of day.
  static let clocks = KeySet(["giờ", "h"])

  /// Words that after a number say how long, by their spellings.
  static let spans: KeyTable<String> = KeyTable([
    "năm": "năm", "tháng": "tháng", "tuần": "tuần", "ngày": "ngày", "đêm": "đêm", "giờ": "giờ", "tiếng": "giờ",
    "phút": "phút", "giây": "giây",
  ])
  static let month = EditKey(Spelling.key("tháng"))
  static let year = EditKey(Spelling.key("năm"))
  static let minute = EditKey(Spelling.key("phút"))
  /// Parts of the day: beside a date or a time of day they belong to it.
  static let partsOfDay = Phrases(["sáng", "trưa", "chiều", "tối", "đêm", "khuya"])
  /// Words after a part of the day that tell of which day it is.
  static let afterPartOfDay = KeySet(["nay", "qua", "mai", "kia", "ngày", "hôm", "mùng", "mồng", "thứ"])
  /// Words after which a number in words counts nothing ("thứ hai", "tháng năm").
  static let ordinals = KeySet(["thứ", "tháng", "ngày", "mùng", "mồng", "quý"])

  /// Dates without a figure.
  static let days = Phrases([
    "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", "hôm nay", "hôm qua", "hôm kia",
    "ngày mai", "ngày kia", "tháng giêng", "tháng một", "tháng hai", "tháng ba", "tháng tư", "tháng năm", "tháng sáu",
    "tháng bảy", "tháng tám", "tháng chín", "tháng mười", "tháng chạp", "năm nay", "năm ngoái", "sang năm",
  ])
}
