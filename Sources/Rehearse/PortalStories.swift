/// What the rehearsed portal publishes: notices, and what it takes from the others.
enum PortalStories {
  static let all = [tea, spillway, school, tax, rice, permit, forest, census, bus]

  static let tea = NewspaperStories.tea.retold(
    slug: "vu-che-xuan-duoc-mua-duoc-gia", appears: 2, minutes: 95,
    title: "Vụ chè xuân được mùa, được giá",
    turns: [.replaces(round: 4, "xã Nậm Sương", with: "xã Khe Mây")])

  static let spillway = NewspaperStories.spillway.retold(
    slug: "thong-bao-ve-ho-nam-suong", appears: 2, minutes: 90, title: "Thông báo về hồ Nậm Sương")

  static let school = BroadcasterStories.school.retold(
    slug: "diem-truong-ban-thuong-co-mai-moi", appears: 2, minutes: 145,
    title: "Điểm trường bản Thượng có mái mới", credit: "Theo Đài Phát thanh và Truyền hình tỉnh Lâm Khê")

  static let tax = Story(
    slug: "doi-gio-tiep-nhan-thu-tuc-thue", appears: 1, minutes: 20,
    title: "Đổi giờ tiếp nhận thủ tục thuế tại Bến Vân",
    summary:
      "Từ ngày 1 tháng 12, bộ phận một cửa của Thuế thành phố Bến Vân tiếp nhận hồ sơ theo giờ mới.",
    paragraphs: [
      """
      Bộ phận một cửa tiếp nhận hồ sơ từ 7 giờ 30 đến 11 giờ 30 và từ 13 giờ đến 16 giờ 30, từ thứ hai đến thứ sáu. \
      Sáng thứ bảy chỉ tiếp nhận hồ sơ của hộ kinh doanh.
      """,
      """
      Người nộp thuế có thể lấy số trước trên Cổng dịch vụ công và đến đúng khung giờ đã chọn. Hồ sơ nộp qua mạng được \
      trả kết quả trong hai ngày làm việc.
      """,
      "Mọi thắc mắc xin gọi số máy trực của bộ phận một cửa trong giờ làm việc.",
    ],
    turns: [
      .replaces(round: 4, "ngày 1 tháng 12", with: "ngày 15 tháng 12")
    ])

  static let rice = Story(
    slug: "ho-tro-giong-lua-vu-xuan", appears: 1, minutes: 45,
    title: "Hỗ trợ giống lúa vụ xuân cho 3.600 hộ",
    summary:
      "Tỉnh hỗ trợ 70 phần trăm tiền giống lúa vụ xuân cho các hộ nghèo và các hộ bị thiệt hại do mưa lũ.",
    paragraphs: [
      """
      Theo kế hoạch, 3.600 hộ ở sáu huyện được hỗ trợ giống lúa cho vụ xuân. Mức hỗ trợ là 70 phần trăm tiền giống, \
      mỗi hộ không quá 60 ki-lô-gam.
      """,
      """
      Ủy ban nhân dân các xã lập danh sách, niêm yết công khai tại nhà văn hóa trong bảy ngày để người dân góp ý. \
      Giống được giao tận xã trước ngày 10 tháng 1.
      """,
      "Các hộ đã nhận hỗ trợ từ chương trình khác thì không nhận lần nữa cho cùng một diện tích.",
    ],
    turns: [
      .replaces(round: 3, "3.600 hộ", with: "3.060 hộ")
    ])

  static let permit = Story(
    slug: "cap-doi-giay-phep-lai-xe", appears: 1, minutes: 65,
    title: "Cấp đổi giấy phép lái xe tại xã",
    summary:
      "Từ tháng sau, người dân có thể nộp hồ sơ cấp đổi giấy phép lái xe tại 22 xã, không phải lên thành phố.",
    paragraphs: [
      """
      Thí điểm được làm ở 22 xã xa trung tâm. Người dân mang giấy phép cũ, giấy khám sức khỏe và căn cước đến bộ phận \
      một cửa của xã, ảnh được chụp tại chỗ.
      """,
      """
      Giấy phép mới gửi về nhà qua bưu điện trong vòng bảy ngày làm việc. Lệ phí không thay đổi, tiền gửi bưu điện do \
      tỉnh trả trong thời gian thí điểm.
      """,
      "Sau sáu tháng, tỉnh sẽ đánh giá và quyết định có làm ở tất cả các xã hay không.",
    ])

  static let forest = Story(
    slug: "giao-rung-cho-cong-dong", appears: 2, minutes: 115,
    title: "Giao 1.800 héc-ta rừng cho cộng đồng bản",
    summary:
      "Chín bản ở huyện Đá Trắng nhận quản lý 1.800 héc-ta rừng phòng hộ trong thời hạn 50 năm.",
    paragraphs: [
      """
      Mỗi bản lập một tổ bảo vệ rừng, tuần tra ít nhất bốn lần một tháng. Cộng đồng được hưởng tiền dịch vụ môi trường \
      rừng và được thu hái măng, nấm, cây thuốc theo quy ước.
      """,
      """
      Kiểm lâm địa bàn hướng dẫn các tổ dùng bản đồ trên điện thoại để ghi lại đường đi và chỗ có dấu vết chặt phá. \
      Không ai được chuyển phần rừng đã giao cho người ngoài bản.
      """,
      "Việc chi tiền do dân họp bàn và ghi thành biên bản gửi xã.",
    ])

  static let census = Story(
    slug: "khao-sat-muc-song-dan-cu", appears: 3, minutes: 185,
    title: "Khảo sát mức sống dân cư tại 75 địa bàn",
    summary:
      "Điều tra viên đến 75 địa bàn trong tỉnh để khảo sát mức sống dân cư, bắt đầu từ thứ hai tuần tới.",
    paragraphs: [
      """
      Cuộc khảo sát chọn ngẫu nhiên 1.125 hộ ở 75 địa bàn. Điều tra viên đeo thẻ, mặc áo xanh và chỉ hỏi về việc làm, \
      chi tiêu, học hành, khám chữa bệnh và nhà ở.
      """,
      """
      Thông tin của từng hộ được giữ kín, chỉ công bố số liệu chung. Điều tra viên không thu bất cứ khoản tiền nào và \
      không hỏi số tài khoản.
      """,
      "Khảo sát kết thúc sau ba tuần, kết quả được đăng trên Cổng thông tin điện tử tỉnh.",
    ])

  static let bus = Story(
    slug: "them-tuyen-xe-buyt-da-trang", appears: 4, minutes: 235,
    title: "Thêm tuyến xe buýt Bến Vân đi Đá Trắng",
    summary:
      "Tuyến xe buýt số 5 nối bến xe Bến Vân với thị trấn Đá Trắng chạy từ ngày 5 tháng sau, mỗi giờ một chuyến.",
    paragraphs: [
      """
      Tuyến số 5 dài 38 ki-lô-mét, có 17 điểm dừng, chuyến đầu lúc 5 giờ 30 và chuyến cuối lúc 18 giờ 30. Giá vé cả \
      tuyến là 20.000 đồng, học sinh được giảm một nửa.
      """,
      """
      Người trên 70 tuổi và người khuyết tật đi xe không mất tiền, chỉ cần xuất trình giấy tờ. Xe có chỗ để gùi và \
      hàng gọn, không chở hàng có mùi.
      """,
      "Trong tháng đầu, người dân góp ý về giờ chạy qua số máy dán ở mỗi điểm dừng.",
    ])
}
