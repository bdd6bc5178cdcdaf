/// Offices and ranks a person holds: a change of office is a change of name, S4.
/// To extend: add the phrase in lower case, its syllables parted by one space; case, place of tone and i/y need no
/// variants. The longest phrase wins, so `phó chủ tịch` and `chủ tịch` may both stand here.
enum OfficeWords {
  static let phrases = Phrases([
    "phó chủ tịch", "chủ tịch", "phó bí thư", "bí thư", "tổng bí thư", "phó thủ tướng", "thủ tướng", "thứ trưởng",
    "bộ trưởng", "phó giám đốc", "giám đốc", "tổng giám đốc", "phó tổng giám đốc", "phó trưởng ban", "trưởng ban",
    "phó trưởng phòng", "trưởng phòng", "phó trưởng công an", "trưởng công an", "hiệu trưởng", "phó hiệu trưởng",
    "cục trưởng", "phó cục trưởng", "chi cục trưởng", "vụ trưởng", "viện trưởng", "phó viện trưởng", "chánh án",
    "phó chánh án", "chánh văn phòng", "phó chánh văn phòng", "tổng thống", "phó tổng thống", "trưởng đoàn",
    "phó trưởng đoàn", "đại biểu quốc hội", "tư lệnh", "phó tư lệnh", "chính ủy", "chỉ huy trưởng", "tổng biên tập",
    "phó tổng biên tập", "đại úy", "thiếu tá", "trung tá", "thượng tá", "đại tá", "thiếu tướng", "trung tướng",
  ])
}
