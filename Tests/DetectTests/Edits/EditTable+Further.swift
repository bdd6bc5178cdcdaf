import News

/// Labelled pairs beyond the first ones, a block for each severity and class.
extension EditTable {
  static let further: [Pair] =
    pairs(.s0, [], furtherSame)
    + pairs(.s1, [], furtherSpelling)
    + pairs(.s2, [.wording], furtherWording)
    + pairs(.s4, [.number], furtherNumbers)
    + pairs(.s4, [.date], furtherDates)
    + pairs(.s4, [.number, .date], [("Cuộc bầu cử hồi tháng 3 vừa rồi.", "Cuộc bầu cử hồi tháng 24 vừa rồi.")])
    + pairs(.s4, [.name], furtherNames)
    + pairs(.s4, [.quote], furtherQuotes)
    + pairs(.s5, [.negation], furtherNegations)
    + pairs(.s5, [.negation, .attribution], furtherDenials)
    + pairs(.s5, [.status], furtherStatuses)
    + writings.map { Pair(severity: .s1, classes: [], before: $0, after: $1) }
    + pairs(.s5, [.status], standings)
    + pairs(.s4, [.number], spans + roughly)
    + pairs(.s0, [], shapes)
    + pairs(.s5, [.negation], turned)
    + pairs(.s4, [.date], partsOfDay)
    + pairs(.s5, [.negation, .status], verdicts)
    + pairs(.s3, [.attribution], furtherAttributions)
    + pairs(.s3, [.added], furtherAdditions)
    + pairs(.s3, [.removed], furtherRemovals)
    + pairs(.s3, [.wording], furtherRewritings)

  private static func pairs(_ severity: Severity, _ classes: [ChangeClass], _ sentences: [(String, String)]) -> [Pair] {
    sentences.map { Pair(severity: severity, classes: classes, before: $0, after: $1) }
  }

  private static let furtherSame = [
    ("Trưởng thôn nói: “Xong rồi”.", "Trưởng thôn nói: «Xong rồi»."),
    ("Giá chè – giá cam.", "Giá chè — giá cam."),
    ("Nước\u{00A0}lũ\u{00A0}rút dần.", "Nước lũ rút dần."),
    ("Trời mưa , gió lớn .", "Trời mưa, gió lớn."),
    ("Bà con vui\u{00AD} vẻ.", "Bà con vui vẻ."),
    ("Chợ ‘phiên’ đông.", "Chợ 'phiên' đông."),
    ("Đoàn xe  lên   núi.", "Đoàn xe lên núi."),
    ("Hỏi ai ?", "Hỏi ai?"),
  ]
  private static let furtherSpelling = [
    ("Xã hoà thuận, khoẻ mạnh.", "Xã hòa thuận, khỏe mạnh."),
    ("Hội thuỷ lợi họp.", "Hội thủy lợi họp."),
    ("Lý do chậm là mưa.", "Lí do chậm là mưa."),
    ("Công ty mới mở.", "Công ti mới mở."),
    ("UBND Xã họp dân.", "UBND xã họp dân."),
    ("Vốn vay 12.000 USD.", "Vốn vay 12000 USD."),
    ("Lớp có 8 em.", "Lớp có tám em."),
    ("Nóng 39°C giữa trưa.", "Nóng 39 độ C giữa trưa."),
    ("Rừng rộng 20 héc ta.", "Rừng rộng 20 ha."),
    ("Đường dài 4 ki lô mét.", "Đường dài 4 km."),
    ("Bao gạo nặng 50 ki lô gam.", "Bao gạo nặng 50 kg."),
    ("Họp ngày 1/9/2023 ở xã.", "Họp ngày 01-9-2023 ở xã."),
    ("Giá 2 triệu đồng một con.", "Giá 2.000.000 đồng một con."),
    ("Nhà rộng 60 mét vuông.", "Nhà rộng 60 m²."),
    ("Cả bản có 10 hộ.", "Cả bản có mười hộ."),
    ("Vốn 7 tỷ đồng.", "Vốn 7.000 triệu đồng."),
  ]
  private static let furtherWording = [
    ("Bà con phấn khởi ra đồng.", "Bà con hồ hởi ra đồng."),
    ("Đường lên bản khá dốc.", "Đường lên bản rất dốc."),
    ("Trâu bò được chăm kỹ.", "Trâu bò được chăm tốt."),
    ("Người dân bàn việc làng.", "Người dân bán việc làng."),
    ("Chợ họp đông vui.", "Chợ họp đông vui lắm."),
    ("Cây cam trĩu quả vàng.", "Cây cam trĩu quả."),
    ("Khách đến, chủ mời trà.", "Khách đến; chủ mời trà."),
    ("Cả nhà cùng ra suối.", "Cả nhà cùng đi suối."),
    ("Mùa này nước rất trong.", "Mùa này nước thật trong."),
    ("Con đường đã đẹp hơn.", "Con đường đã rộng hơn."),
    ("Đội bóng thi đấu hay!", "Đội bóng thi đấu hay."),
  ]
  private static let furtherNumbers = [
    ("Thiệt hại 4,2 tỉ đồng.", "Thiệt hại 42 tỉ đồng."),
    ("Có 120 ha ngô đổ.", "Có 12 ha ngô đổ."),
    ("Cháu bé 4 tuổi đã được cứu.", "Cháu bé 14 tuổi đã được cứu."),
    ("Xe chở 15 tấn gỗ.", "Xe chở 15 tạ gỗ."),
    ("Lãi suất 6,5% một năm.", "Lãi suất 5,6% một năm."),
    ("Giá vàng 68 triệu đồng một lượng.", "Giá vàng 86 triệu đồng một lượng."),
    ("Trận đấu kết thúc 2-0.", "Trận đấu kết thúc 2-2."),
    ("Mỗi hộ nhận 500.000 đồng.", "Mỗi hộ nhận 5.000.000 đồng."),
    ("Bị phạt 20 triệu đồng.", "Bị phạt 20 nghìn đồng."),
    ("Nước dâng 3,5 m trong đêm.", "Nước dâng 5,3 m trong đêm."),
    ("Cả xã có bốn bản.", "Cả xã có năm bản."),
    ("Nghị quyết số 12 được thông qua.", "Nghị quyết số 21 được thông qua."),
    ("Tốc độ 80 km/h.", "Tốc độ 60 km/h."),
    ("Lò xo nặng 200 g.", "Lò xo nặng 200 kg."),
    ("Tổng vốn 3 triệu USD.", "Tổng vốn 3 triệu euro."),
    ("Điện thoại 0207 3822 111.", "Điện thoại 0207 3822 112."),
    ("Quốc lộ 2 sạt lở.", "Quốc lộ 3 sạt lở."),
    ("Nhiệt độ 38 độ C.", "Nhiệt độ 28 độ C."),
    ("Hồ chứa 2 triệu m3 nước.", "Hồ chứa 2 triệu m2 nước."),
  ]
  private static let furtherDates = [
    ("Khai mạc ngày 20/10 ở huyện.", "Khai mạc ngày 21/10 ở huyện."),
    ("Lễ hội diễn ra sáng 5/3.", "Lễ hội diễn ra sáng 6/3."),
    ("Hạn chót là 17 giờ.", "Hạn chót là 16 giờ."),
    ("Cầu xây từ năm 2015.", "Cầu xây từ năm 2005."),
    ("Tàu chạy lúc 6h15.", "Tàu chạy lúc 6h45."),
    ("Chợ phiên họp chủ nhật.", "Chợ phiên họp thứ bảy."),
    ("Quyết định ban hành tháng 7 vừa qua.", "Quyết định ban hành tháng 6 vừa qua."),
    ("Sự việc xảy ra hôm nay.", "Sự việc xảy ra hôm kia."),
    ("Dự án xong quý 2.", "Dự án xong quý 4."),
    ("Họp ngày 02/3/2021.", "Họp ngày 02/3/2020."),
  ]
  private static let furtherNames = [
    ("Ông Tráng A Sử nhận bằng khen.", "Ông Tráng A Chư nhận bằng khen."),
    ("Bão vào Quảng Ninh.", "Bão vào Quảng Ngãi."),
    ("Chị Giàng Thị Mỷ kể lại.", "Chị Giàng Thị Máy kể lại."),
    ("Đoàn về huyện Yên Sơn.", "Đoàn về huyện Hàm Yên."),
    ("Người ký là Chủ tịch xã.", "Người ký là Phó Chủ tịch xã."),
    ("Cử tri gặp bí thư huyện ủy.", "Cử tri gặp phó bí thư huyện ủy."),
    ("Vụ cháy ở phường Nông Tiến.", "Vụ cháy ở phường Phan Thiết."),
    ("Trường do thầy Hoàng quản lý.", "Trường do thầy Thành quản lý."),
    ("Đội tuyển Lào vào chung kết.", "Đội tuyển Thái Lan vào chung kết."),
    ("Giám đốc sở dự lễ.", "Phó giám đốc sở dự lễ."),
    ("Lũ trên sông Lô đang lên.", "Lũ trên sông Gâm đang lên."),
    ("Người nói là đại tá công an.", "Người nói là thượng tá công an."),
  ]
  private static let furtherQuotes = [
    ("Bà bảo: “Chúng tôi chờ đã lâu”.", "Bà bảo: “Chúng tôi mừng đã lâu”."),
    ("Anh nói: \"Việc này dễ\".", "Anh nói: \"Việc này khó\"."),
    ("Thầy dặn: “Các em đi chậm”.", "Thầy dặn: “Các em đi khéo”."),
    ("Ông kể: “Tôi gặp họ ở chợ”.", "Ông kể: “Tôi gặp họ ở rừng”."),
    ("Biển ghi “đường cụt”.", "Biển ghi “đường trơn”."),
  ]
  private static let furtherNegations = [
    ("Bệnh nhân có sốt.", "Bệnh nhân không sốt."),
    ("Không ai bị thiệt hại.", "Ai bị thiệt hại."),
    ("Xã chưa được cấp điện.", "Xã được cấp điện."),
    ("Giá thịt lợn tăng nhẹ.", "Giá thịt lợn giảm nhẹ."),
    ("Nước sông đang lên.", "Nước sông đang xuống."),
    ("Đội khách thắng trận này.", "Đội khách thua trận này."),
    ("Huyện cho phép khai thác cát.", "Huyện cấm khai thác cát."),
    ("Dân ủng hộ dự án.", "Dân phản đối dự án."),
    ("Vệ tinh phóng thành công.", "Vệ tinh phóng thất bại."),
    ("Nông trường năm nay lãi.", "Nông trường năm nay lỗ."),
    ("Thông tin này đúng.", "Thông tin này sai."),
    ("Nguồn nước an toàn.", "Nguồn nước nguy hiểm."),
    ("Không, cho xe qua cầu.", "Không cho xe qua cầu."),
    ("Họ chưa, nhận được tin.", "Họ chưa nhận được tin."),
    ("Bác sĩ chẳng khuyên dùng.", "Bác sĩ khuyên dùng."),
    ("Cấm không được tắm suối.", "Cấm được tắm suối."),
    ("Xã xuất khẩu chè.", "Xã nhập khẩu chè."),
    ("Việc đăng ký là bắt buộc.", "Việc đăng ký là tự nguyện."),
    ("Trường hợp này hợp pháp.", "Trường hợp này trái phép."),
  ]
  private static let furtherDenials = [
    ("Công ty phủ nhận việc xả thải.", "Công ty thừa nhận việc xả thải.")
  ]
  private static let furtherStatuses = [
    ("Công an tạm giữ lái xe.", "Công an khởi tố lái xe."),
    ("Anh ta là nghi can.", "Anh ta là bị can."),
    ("Bà ra tòa với tư cách nhân chứng.", "Bà ra tòa với tư cách bị cáo."),
    ("Hai nạn nhân bị thương.", "Hai nạn nhân tử vong."),
    ("Kết quả xét nghiệm âm tính.", "Kết quả xét nghiệm dương tính."),
    ("Bị cáo lĩnh án treo.", "Bị cáo lĩnh án chung thân."),
    ("Người bệnh đã xuất viện.", "Người bệnh đã nguy kịch."),
    ("Ba ngư dân mất tích.", "Ba ngư dân thiệt mạng."),
    ("Đối tượng bị bắt giữ.", "Đối tượng bị truy nã."),
  ]
  private static let furtherAttributions = [
    ("Theo lời dân làng, đá lăn từ đỉnh núi.", "Đá lăn từ đỉnh núi."),
    ("Ngọn lửa bùng lên từ bếp.", "Theo cơ quan điều tra, ngọn lửa bùng lên từ bếp."),
    ("Người này thừa nhận lấy xe.", "Người này lấy xe."),
    ("Kho thóc được cho là bị đốt.", "Kho thóc bị đốt."),
  ]
  private static let furtherAdditions = [
    ("Xe tải lật nghiêng.", "Xe tải lật nghiêng chắn ngang cả con đường vào bản."),
    ("Bà con đón khách.", "Bà con đón khách bằng điệu khèn quen thuộc của làng."),
  ]
  private static let furtherRemovals = [
    ("Cơn mưa kéo dài suốt đêm làm nhiều đoạn đường lầy lội.", "Cơn mưa kéo dài suốt đêm."),
    ("Học trò hát vang bài ca mới học trong sân trường.", "Học trò hát vang."),
  ]
  private static let furtherRewritings = [
    ("Đàn ong được nuôi trong vườn nhãn suốt mùa hoa.", "Đàn ong bay về rừng già theo gió suốt mùa hoa.")
  ]
}
