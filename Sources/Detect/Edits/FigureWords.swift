/// Words that belong to a number or a date. To extend: add a row; several spellings of one unit share their last word.
enum FigureWords {
  /// Words that multiply, and the zeros they stand for.
  static let scales: [String: Int] = keyed(["nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9])

  /// Units by their spellings, and the one form that compares equal.
  static let units: [String: String] = keyed([
    "đồng": "đ", "đ": "đ", "vnd": "đ", "vnđ": "đ", "usd": "usd", "đô la": "usd", "đô la mỹ": "usd", "$": "usd",
    "euro": "euro", "eur": "euro", "€": "euro", "nhân dân tệ": "cny", "yên": "yên", "bảng anh": "gbp", "%": "%",
    "phần trăm": "%", "°c": "độ c", "độ c": "độ c", "oc": "độ c", "độ": "độ", "mm": "mm", "cm": "cm", "m": "m",
    "mét": "m", "km": "km", "ki lô mét": "km", "kilomet": "km", "cây số": "km", "m2": "m2", "m²": "m2",
    "mét vuông": "m2", "km2": "km2", "km²": "km2", "m3": "m3", "m³": "m3", "mét khối": "m3", "ha": "ha", "héc ta": "ha",
    "hecta": "ha", "g": "g", "gam": "g", "kg": "kg", "ki lô gam": "kg", "kilogam": "kg", "tấn": "tấn", "tạ": "tạ",
    "yến": "yến", "lít": "lít", "ml": "ml", "kw": "kw", "kwh": "kwh", "mw": "mw", "km/h": "km/h", "km/giờ": "km/h",
    "m/s": "m/s", "tuổi": "tuổi", "lượng": "lượng", "chỉ": "chỉ",
  ])

  /// Words for small numbers; they count as numbers only where a figure or another of them stands on the other side.
  static let counts: [String: String] = keyed([
    "một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "bẩy": "7", "tám": "8",
    "chín": "9", "mười": "10",
  ])

  /// Words after which a bare number is a date or a time.
  static let beforeDate: Set<String> = Set(["ngày", "tháng", "năm", "lúc", "mùng", "mồng", "quý"].map(Spelling.key))
  /// Words after which figures such as 22-10 are a day and a month.
  static let beforeDay: Set<String> = beforeDate.union(
    ["sáng", "trưa", "chiều", "tối", "đêm", "hôm", "từ", "đến"].map(Spelling.key))
  /// Words that make "ngày", "tháng", "năm" a measure, not a date ("mỗi ngày 20 người").
  static let measures: Set<String> = Set(["mỗi", "hàng", "hằng", "một", "các", "nhiều"].map(Spelling.key))
  /// Words after a number that make it a time of day.
  static let clocks: Set<String> = Set(["giờ", "h"].map(Spelling.key))

  /// Dates without a figure.
  static let days = Phrases([
    "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", "hôm nay", "hôm qua", "hôm kia",
    "ngày mai", "ngày kia", "tháng giêng", "tháng một", "tháng hai", "tháng ba", "tháng tư", "tháng năm", "tháng sáu",
    "tháng bảy", "tháng tám", "tháng chín", "tháng mười", "tháng chạp", "năm nay", "năm ngoái", "sang năm",
  ])

  private static func keyed<Value>(_ table: [String: Value]) -> [String: Value] {
    var out: [String: Value] = [:]
    for (words, value) in table { out[Spelling.keys(words).joined(separator: " ")] = value }
    return out
  }
}
