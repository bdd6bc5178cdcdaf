/// The words that make a change grave. To extend: add a phrase in lower case to the list it belongs to, its syllables
/// parted by one space; case, place of tone and i/y need no variants. Lists of units and dates: `FigureWords`.
enum EditWords {
  /// Words that turn a statement into its contrary.
  static let negations = Phrases([
    "không", "chưa", "chẳng", "chả", "đừng", "chớ", "phủ nhận", "bác bỏ", "trái với", "phủ quyết", "vô tội",
  ])

  /// Words with `không` that deny nothing.
  static let notNegations = Phrases([
    "không khí", "không gian", "không quân", "không phận", "không trung", "không lực", "hàng không", "phòng không",
    "trên không", "chân không", "tàng không", "không ảnh", "không lưu", "thinh không",
  ])

  /// Syllables after which a `không` is a negation in spite of the list above ("cửa hàng không có").
  static let verbsDenied: Set<String> = Set(
    ["có", "được", "phải", "bị", "thể", "còn", "cho", "đã", "nên", "cần", "muốn", "biết", "hề"].map(Spelling.key))

  /// Where a person stands before the law, or what a test found.
  static let statuses = Phrases([
    "nghi phạm", "nghi can", "bị can", "bị cáo", "bị án", "bị hại", "nhân chứng", "phạm nhân", "khởi tố", "truy tố",
    "tạm giữ", "tạm giam", "bắt giữ", "bắt giam", "bắt khẩn cấp", "truy nã", "tại ngoại", "xét xử", "tuyên án",
    "kết án", "án treo", "chung thân", "tử hình", "tù giam", "miễn tố", "đình chỉ điều tra", "trắng án",
    "dương tính", "âm tính", "nhiễm bệnh", "tử vong", "thiệt mạng", "bị thương", "mất tích", "nguy kịch", "xuất viện",
  ])

  /// Offices a person holds; a change of office is a change of name.
  static let offices = Phrases([
    "phó chủ tịch", "chủ tịch", "phó bí thư", "bí thư", "tổng bí thư", "phó thủ tướng", "thủ tướng", "thứ trưởng",
    "bộ trưởng", "phó giám đốc", "giám đốc", "tổng giám đốc", "phó tổng giám đốc", "phó trưởng ban", "trưởng ban",
    "phó trưởng phòng", "trưởng phòng", "phó trưởng công an", "trưởng công an", "hiệu trưởng", "phó hiệu trưởng",
    "cục trưởng", "phó cục trưởng", "chi cục trưởng", "vụ trưởng", "viện trưởng", "phó viện trưởng", "chánh án",
    "phó chánh án", "chánh văn phòng", "phó chánh văn phòng", "tổng thống", "phó tổng thống", "trưởng đoàn",
    "phó trưởng đoàn", "đại biểu quốc hội", "tư lệnh", "phó tư lệnh", "chính ủy", "chỉ huy trưởng", "tổng biên tập",
    "phó tổng biên tập", "đại úy", "thiếu tá", "trung tá", "thượng tá", "đại tá", "thiếu tướng", "trung tướng",
  ])

  /// Words that say whose word a statement is.
  static let attributions = Phrases([
    "cho biết", "cho hay", "được cho là", "bị cáo buộc", "nguồn tin", "khẳng định rằng", "thừa nhận",
  ])

  /// Words before a name: what follows one with a capital is a name, be it one syllable.
  static let honorifics: Set<String> = Set(
    [
      "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "thầy", "cụ", "bé", "vua", "tướng", "tỉnh", "huyện",
      "xã", "phường", "quận", "thôn", "bản", "phố", "đường", "sông", "núi", "hồ", "cầu", "đảo", "nước",
    ].map(Spelling.key))

  /// Words that often open a sentence and are no part of the name that follows.
  static let openers: Set<String> = Set(
    [
      "tại", "ở", "theo", "trong", "khi", "sáng", "trưa", "chiều", "tối", "đêm", "nhưng", "và", "các", "những", "đây",
      "sau", "trước", "từ", "đến", "với", "vì", "do", "nếu", "tuy", "ngoài", "cùng", "còn", "để", "là", "có", "cả",
      "mỗi", "một", "hai", "ba", "riêng", "được", "bị", "trên", "dưới", "qua", "về", "nhờ", "hiện", "ngày", "vụ",
    ].map(Spelling.key)
  ).union(honorifics)

  /// Pairs of which one on either side turns the statement round.
  static let opposites: [([String], [String])] = [
    ("tăng", "giảm"), ("lên", "xuống"), ("xác nhận", "bác bỏ"), ("thừa nhận", "phủ nhận"), ("đồng ý", "từ chối"),
    ("thắng", "thua"), ("đúng", "sai"), ("cho phép", "cấm"), ("ủng hộ", "phản đối"), ("tán thành", "phản đối"),
    ("thành công", "thất bại"), ("mở", "đóng"), ("mua", "bán"), ("xuất khẩu", "nhập khẩu"), ("lãi", "lỗ"),
    ("an toàn", "nguy hiểm"), ("hợp pháp", "trái phép"), ("đủ", "thiếu"), ("trong", "ngoài"), ("sống", "chết"),
    ("nhanh", "chậm"), ("cao", "thấp"), ("nhiều", "ít"), ("hơn", "kém"), ("trước", "sau"), ("đạt", "trượt"),
    ("bắt buộc", "tự nguyện"), ("có tội", "vô tội"), ("công khai", "bí mật"), ("tốt", "xấu"), ("vượt", "dưới"),
    ("thông qua", "bác bỏ"), ("chấp nhận", "bác bỏ"), ("tiếp tục", "chấm dứt"), ("bắt đầu", "kết thúc"),
  ].map { (Spelling.keys($0), Spelling.keys($1)) }
}
