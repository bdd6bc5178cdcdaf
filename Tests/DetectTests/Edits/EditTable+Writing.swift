/// Pairs about equal writings of figures, times and names, and about units and times that are not equal.
extension EditTable {
  static let writings = [
    ("Tàu chạy lúc 6 giờ 15.", "Tàu chạy lúc 6h15."),
    ("Tàu chạy lúc 6 giờ 15 phút sáng.", "Tàu chạy lúc 06h15 sáng."),
    ("Tàu chạy lúc 17:45.", "Tàu chạy lúc 17 giờ 45."),
    ("Tàu chạy lúc 17g45.", "Tàu chạy lúc 17h45."),
    ("Cửa mở từ 9h00.", "Cửa mở từ 9 giờ."),
    ("Vé 40.000 đồng.", "Vé 40 nghìn đồng."),
    ("Vé 40.000 đồng.", "Vé 40 ngàn đồng."),
    ("Chè bán 90.000 đồng/kg.", "Chè bán 90 nghìn đồng một kg."),
    ("Cả huyện có 2,4 triệu cây.", "Cả huyện có 2.400.000 cây."),
    ("Trồng 3 trăm cây mỡ.", "Trồng 300 cây mỡ."),
    ("HĐND tỉnh họp.", "Hội đồng nhân dân tỉnh họp."),
    ("Mưa ở TP. HCM.", "Mưa ở thành phố Hồ Chí Minh."),
    ("Mưa ở TP HCM.", "Mưa ở Thành phố Hồ Chí Minh."),
    ("Mưa ở TP.HCM.", "Mưa ở TP HCM."),
    ("Xe về TP. Tuyên Quang.", "Xe về TP Tuyên Quang."),
    ("Xe về TP Tuyên Quang.", "Xe về thành phố Tuyên Quang."),
    ("HĐND và UBND huyện họp.", "Hội đồng nhân dân và Ủy ban nhân dân huyện họp."),
    ("Trường THPT mới xây.", "Trường trung học phổ thông mới xây."),
    ("Sở GD-ĐT thông báo.", "Sở Giáo dục - Đào tạo thông báo."),
    ("Cầu thủ Kim Min-jae vào sân.", "Cầu thủ Kim Min Jae vào sân."),
    ("Khách từ Pa-ri sang.", "Khách từ Pa Ri sang."),
    ("Hồ rộng hai ki lô mét.", "Hồ rộng 2 km."),
    ("Nghỉ ba tuần.", "Nghỉ 3 tuần."),
    ("Đi năm năm mới về.", "Đi 5 năm mới về."),
    ("Đoàn có hai mươi lăm người.", "Đoàn có 25 người."),
    ("Đoàn có một trăm linh tư người.", "Đoàn có 104 người."),
    ("Vay ba triệu đồng.", "Vay 3.000.000 đồng."),
    ("Vốn 2 tỷ 500 triệu đồng.", "Vốn 2,5 tỷ đồng."),
    ("Hội mở ngày 9 tháng 2 năm 2023.", "Hội mở ngày 9/2/2023."),
    ("Hội mở ngày 9 tháng 2.", "Hội mở ngày 9/2."),
    ("Hội mở tháng 2 năm 2023.", "Hội mở tháng 2/2023."),
    ("Chị Mỷ (SN 1990) kể.", "Chị Mỷ (sinh năm 1990) kể."),
  ]
  static let spans = [
    ("Y lĩnh 9 năm tù.", "Y lĩnh 9 tháng tù."),
    ("Y lĩnh 2 năm 6 tháng tù.", "Y lĩnh 2 năm 9 tháng tù."),
    ("Y lĩnh hai năm tù.", "Y lĩnh hai tháng tù."),
    ("Cách ly 14 ngày ở nhà.", "Cách ly 14 tuần ở nhà."),
    ("Cầu sập sau 40 phút.", "Cầu sập sau 40 giây."),
    ("Vay ba triệu đồng.", "Vay ba tỷ đồng."),
    ("Đoàn có hai mươi người.", "Đoàn có mười người."),
  ]
  static let standings = [
    ("Cán bộ này bị khiển trách.", "Cán bộ này bị cách chức."),
    ("Người bệnh đã hồi phục.", "Người bệnh đã qua đời."),
  ]
  static let roughly = [
    ("Có hàng chục hộ mất điện.", "Có hàng trăm hộ mất điện."),
    ("Giá chè tăng gấp đôi.", "Giá chè tăng gấp ba."),
  ]
  static let shapes = [
    ("Nhiệm kỳ 2020–2025 mở đầu.", "Nhiệm kỳ 2020-2025 mở đầu."),
    ("Cầu thủ Kim Min–jae vào sân.", "Cầu thủ Kim Min-jae vào sân."),
  ]
  static let turned = [
    ("Ba em bị thương nhẹ.", "Ba em bị thương nặng."),
    ("Đó là một bé trai.", "Đó là một bé gái."),
    ("Xã hoãn hội xuân.", "Xã tổ chức hội xuân."),
  ]
  static let partsOfDay = [
    ("Sáng 7-4, chợ họp.", "Tối 7-4, chợ họp."),
    ("Chiều nay mở hội.", "Sáng nay mở hội."),
    ("Lũ về lúc 5 giờ chiều.", "Lũ về lúc 5 giờ sáng."),
    ("Đêm ngày 3/9 có lũ.", "Sáng ngày 3/9 có lũ."),
    ("Họp lúc tám giờ.", "Họp lúc chín giờ."),
    ("Họp ngày 12 tháng 3 năm 2024.", "Họp ngày 12 tháng 4 năm 2024."),
  ]
  static let verdicts = [
    ("Tòa tuyên có tội.", "Tòa tuyên vô tội."),
    ("Y được tuyên vô tội.", "Y bị tuyên có tội."),
  ]
}
