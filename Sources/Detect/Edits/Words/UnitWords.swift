/// Units of figures. To extend: add a row `spelling: form`, in lower case; all spellings of one unit share their form,
/// and so compare equal. A spelling has at most three syllables.
enum UnitWords {
  /// Words that multiply, and the zeros they stand for.
  static let scales: KeyTable<Int> = KeyTable(["trăm": 2, "nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9])

  /// Units by their spellings, and the one form that compares equal.
  static let units: [String: String] = Spelling.keyed([
    "đồng": "đ", "đ": "đ", "vnd": "đ", "vnđ": "đ", "usd": "usd", "đô la": "usd", "đô la mỹ": "usd", "$": "usd",
    "euro": "euro", "eur": "euro", "€": "euro", "nhân dân tệ": "cny", "yên": "yên", "bảng anh": "gbp", "%": "%",
    "phần trăm": "%", "°c": "độ c", "độ c": "độ c", "oc": "độ c", "độ": "độ", "mm": "mm", "cm": "cm", "m": "m",
    "mét": "m", "km": "km", "ki lô mét": "km", "kilomet": "km", "cây số": "km", "m2": "m2", "m²": "m2",
    "mét vuông": "m2", "km2": "km2", "km²": "km2", "m3": "m3", "m³": "m3", "mét khối": "m3", "ha": "ha", "héc ta": "ha",
    "hecta": "ha", "g": "g", "gam": "g", "kg": "kg", "ki lô gam": "kg", "kilogam": "kg", "tấn": "tấn", "tạ": "tạ",
    "yến": "yến", "lít": "lít", "ml": "ml", "kw": "kw", "kwh": "kwh", "mw": "mw", "km/h": "km/h", "km/giờ": "km/h",
    "m/s": "m/s", "tuổi": "tuổi", "lượng": "lượng", "chỉ": "chỉ",
  ])

  /// What the spellings of units start with, be it a word or a mark.
  static let starts = KeySet(units.keys.flatMap { [String($0.prefix { $0 != " " }), String($0.prefix(1))] })

  /// Words that say a number, or how many times, roughly; told as numbers as the words for small numbers are.
  static let rough = KeySet(["chục", "vạn", "đôi", "nửa", "rưỡi", "trăm", "nghìn", "ngàn", "triệu", "tỷ"])

  /// The word that a slash before a unit stands for.
  static let each = Spelling.key("một")

  /// Words for small numbers; they count as numbers only where a figure or another of them stands on the other side.
  static let counts: KeyTable<Int> = KeyTable([
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
  ])
}
