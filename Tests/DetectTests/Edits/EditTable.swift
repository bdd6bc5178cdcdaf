import News
import Testing

/// Labelled pairs of one sentence each, before and after an edit.
enum EditTable {
  struct Pair: Sendable, CustomTestStringConvertible {
    var severity: Severity
    var classes: [ChangeClass]
    var before: String
    var after: String
    var testDescription: String { "\(before) -> \(after)" }
  }

  static func body(_ paragraphs: String...) -> ArticleText {
    ArticleText(title: "", summary: "", paragraphs: paragraphs)
  }

  static let pairs: [Pair] =
    same.map { Pair(severity: .s0, classes: [], before: $0, after: $1) }
    + spelling.map { Pair(severity: .s1, classes: [], before: $0, after: $1) }
    + wording.map { Pair(severity: .s2, classes: [.wording], before: $0, after: $1) }
    + numbers.map { Pair(severity: .s4, classes: [.number], before: $0, after: $1) }
    + dates.map { Pair(severity: .s4, classes: [.date], before: $0, after: $1) }
    + names.map { Pair(severity: .s4, classes: [.name], before: $0, after: $1) }
    + quotes.map { Pair(severity: .s4, classes: [.quote], before: $0, after: $1) }
    + negations.map { Pair(severity: .s5, classes: [.negation], before: $0, after: $1) }
    + statuses.map { Pair(severity: .s5, classes: [.status], before: $0, after: $1) }
    + others

  private static let same = [
    ("Bà nói “đúng thế”.", "Bà nói \"đúng thế\"."),
    ("Giá cam\u{00A0}tăng đều.", "Giá cam tăng đều ."),
    ("Hồ Na Hang – Lâm Bình.", "Hồ Na Hang - Lâm Bình."),
    ("Mưa\u{200B} lớn.", "Mưa lớn."),
    ("Nu\u{031B}\u{01A1}\u{0301}c l\u{0169}.", "N\u{01B0}\u{01A1}\u{0301}c lu\u{0303}."),
  ]
  private static let spelling = [
    ("Vùng cao hoà bình.", "Vùng cao hòa bình."),
    ("Kỳ họp bế mạc.", "Kì họp bế mạc."),
    ("Cán bộ Tỉnh về xã.", "Cán bộ tỉnh về xã."),
    ("Cây cầu dài 500m.", "Cây cầu dài 500 m."),
    ("Có 7 hộ nghèo.", "Có bảy hộ nghèo."),
    ("Vốn 2,5 tỷ đồng.", "Vốn 2,5 tỉ đồng."),
    ("Vốn 3.000 đồng.", "Vốn 3000 đồng."),
    ("Vốn 1,5 triệu đồng.", "Vốn 1.500.000 đồng."),
    ("Tỷ lệ đạt 40%.", "Tỷ lệ đạt 40 phần trăm."),
    ("Sáng 05/3 khai hội.", "Sáng 5-3 khai hội."),
    ("Hội mở ngày 22.10.2020.", "Hội mở ngày 22/10/2020."),
    ("Nước sâu 3 mét.", "Nước sâu 3 m."),
  ]
  private static let wording = [
    ("Nước dâng rất cao.", "Nước dâng cao."),
    ("Đường trơn khó đi.", "Đường trơn rất khó đi."),
    ("Đường trơn khó đi.", "Đường trơn, khó đi."),
    ("Người dân vui mừng đón khách.", "Người dân phấn khởi đón khách."),
    ("Trường có không gian đọc sách.", "Trường có phòng rộng đọc sách."),
  ]
  private static let numbers = [
    ("Có 3 nhà tốc mái.", "Có 13 nhà tốc mái."),
    ("Thu 2,5 tỉ đồng.", "Thu 25 tỉ đồng."),
    ("Rộng 40 ha chè.", "Rộng 40 m2 chè."),
    ("Chị Hoa, 31 tuổi, làm nương.", "Chị Hoa, 37 tuổi, làm nương."),
    ("Xe mang biển 22A-123.45 lao xuống vực.", "Xe mang biển 22A-123.54 lao xuống vực."),
    ("Đội nhà thắng 2-1 trên sân khách.", "Đội nhà thắng 3-1 trên sân khách."),
    ("Có hai người bị nạn.", "Có ba người bị nạn."),
    ("Mỗi ngày 20 khách ghé thăm.", "Mỗi ngày 30 khách ghé thăm."),
    ("Lần thứ 5 tổ chức hội.", "Lần thứ 6 tổ chức hội."),
    ("Tỷ lệ đạt 95%.", "Tỷ lệ đạt 59%."),
    ("Phạt 5-7 triệu đồng.", "Phạt 5,7 triệu đồng."),
  ]
  private static let dates = [
    ("Hội mở ngày 4/3 tại sân.", "Hội mở ngày 14/3 tại sân."),
    ("Hồ xây năm 1998.", "Hồ xây năm 1989."),
    ("Họp lúc 7h30 ở xã.", "Họp lúc 8h30 ở xã."),
    ("Học sinh đi học thứ Tư.", "Học sinh đi học thứ Sáu."),
    ("Vụ việc xảy ra hôm qua.", "Vụ việc xảy ra hôm nay."),
    ("Khởi công tháng 3 ở huyện.", "Khởi công tháng 8 ở huyện."),
    ("Mở cửa từ 8 giờ.", "Mở cửa từ 9 giờ."),
  ]
  private static let names = [
    ("Nhà ông Lý Văn Tuân bị sập.", "Nhà ông Lý Văn Tuấn bị sập."),
    ("Lũ quét ở huyện Lâm Bình.", "Lũ quét ở huyện Chiêm Hóa."),
    ("Nhà bà Mai cháy rụi.", "Nhà bà Lan cháy rụi."),
    ("Đoàn do Phó Giám đốc Sở dẫn đầu.", "Đoàn do Giám đốc Sở dẫn đầu."),
    ("Ở đó có hiệu trưởng dự.", "Ở đó có phó hiệu trưởng dự."),
    ("Tại Hàm Yên, nước rút.", "Tại Sơn Dương, nước rút."),
    ("Hàng nhập từ Lào về.", "Hàng nhập từ Pháp về."),
    ("Thủ khoa là em Ma Thị Hương Giang của trường.", "Thủ khoa là em Nông Văn Dũng của trường."),
  ]
  private static let quotes = [
    ("Chị kể: “Tôi rất lo lắng”.", "Chị kể: “Tôi rất bình tĩnh”."),
    ("Anh đáp: \"Cứ làm đi\".", "Anh đáp: \"Cứ chờ đi\"."),
  ]
  private static let negations = [
    ("Nhà máy được xả thải.", "Nhà máy không được xả thải."),
    ("Chưa phát hiện vi phạm.", "Phát hiện vi phạm."),
    ("Xã chưa nhận tiền.", "Xã đã nhận tiền."),
    ("Giá cam tăng mạnh.", "Giá cam giảm mạnh."),
    ("Huyện xác nhận vỡ kè.", "Huyện bác bỏ vỡ kè."),
    ("Dân không chờ cấp đất.", "Dân không, chờ cấp đất."),
    ("Cửa hàng có bán thuốc.", "Cửa hàng không có bán thuốc."),
    ("Ông nói: “Tôi nhận tiền”.", "Ông nói: “Tôi không nhận tiền”."),
    ("Người dân đồng ý di dời.", "Người dân từ chối di dời."),
  ]
  private static let statuses = [
    ("Tài xế bị tạm giữ.", "Tài xế bị tạm giam."),
    ("Mẫu thử dương tính.", "Mẫu thử âm tính."),
    ("Hắn là nghi phạm trong vụ án.", "Hắn là bị can trong vụ án."),
    ("Cả nhóm bị khởi tố.", "Cả nhóm bị truy tố."),
  ]
  private static let others = [
    Pair(
      severity: .s3, classes: [.attribution], before: "Theo công an huyện, xe mất phanh.", after: "Xe mất phanh."),
    Pair(
      severity: .s3, classes: [.added], before: "Xe lao xuống vực.",
      after: "Xe lao xuống vực rồi bốc cháy dữ dội giữa đêm."),
    Pair(
      severity: .s3, classes: [.removed], before: "Xe lao xuống vực rồi bốc cháy dữ dội giữa đêm.",
      after: "Xe lao xuống vực."),
    Pair(
      severity: .s4, classes: [.number, .removed], before: "Có 9 em nhập viện, trong đó 2 em rất nặng.",
      after: "Có 9 em nhập viện."),
    Pair(
      severity: .s3, classes: [.wording], before: "Đàn trâu được bà con chăm sóc chu đáo quanh năm.",
      after: "Đàn trâu lớn nhanh nhờ cỏ tươi mọc quanh năm."),
    Pair(
      severity: .s5, classes: [.negation, .number], before: "Có 9 em bị sốt cao.", after: "Không có 7 em bị sốt cao."),
  ]
}
