/// What the rehearsed broadcaster publishes: its own stories, and what it takes from the others.
enum BroadcasterStories {
  static let all = [bridge, quarry, water, tax, choir, road, school, bees, ferry, radio]

  static let bridge = NewspaperStories.bridge.retold(
    slug: "cau-ben-van-2-chinh-thuc-khoi-cong", appears: 2, minutes: 75,
    title: "Cầu Bến Vân 2 chính thức khởi công", credit: "Theo Báo Lâm Khê")

  static let quarry = NewspaperStories.quarry.retold(
    slug: "dan-hang-son-lo-vi-no-min", appears: 2, minutes: 130,
    title: "Dân Hang Sơn lo vì mỏ đá nổ mìn", credit: "Theo Báo Lâm Khê")

  static let water = NewspaperStories.water.replacing("1.250 hộ", with: "1.520 hộ").retold(
    slug: "bon-ban-vung-cao-co-nuoc-sach", appears: 2, minutes: 150,
    title: "Bốn bản vùng cao có nước sạch", credit: "Theo Báo Lâm Khê")

  static let tax = PortalStories.tax.retold(
    slug: "doi-gio-lam-thu-tuc-thue", appears: 3, minutes: 200,
    title: "Đổi giờ làm thủ tục thuế tại Bến Vân", credit: "Theo Cổng thông tin điện tử tỉnh Lâm Khê")

  static let choir = Story(
    slug: "lien-hoan-hat-ru", appears: 1, minutes: 15,
    title: "Liên hoan hát ru gặp lại sau năm năm",
    summary:
      "Sau năm năm tạm dừng, liên hoan hát ru của tỉnh trở lại với 32 tiết mục của các bà, các mẹ từ mười huyện.",
    paragraphs: [
      """
      Người hát cao tuổi nhất năm nay 83 tuổi, người trẻ nhất mới 16. Có bài được hát bằng tiếng Tày, có bài bằng \
      tiếng Dao, người nghe không hiểu lời vẫn lặng đi vì giọng hát.
      """,
      """
      Ban tổ chức ghi âm toàn bộ 32 tiết mục để phát trên làn sóng của Đài vào 21 giờ mỗi tối thứ bảy. Bản ghi cũng \
      được tặng cho các trường mầm non.
      """,
      "Bà Sương ở bản Thượng nói: “Tôi hát bài này ru bốn đứa con, nay ru cháu vẫn bài ấy”.",
    ],
    turns: [
      .replaces(round: 4, "nay ru cháu vẫn bài ấy", with: "nay tôi hát cho các cháu ở lớp")
    ])

  static let road = Story(
    slug: "thong-xe-deo-may", appears: 1, minutes: 35,
    title: "Thông xe đèo Mây sau sạt lở",
    summary:
      "Sau hai ngày dọn đất đá, đèo Mây trên tuyến từ Bến Vân đi Đá Trắng đã thông xe một làn từ trưa nay.",
    paragraphs: [
      """
      Khối đất đá gần 4.000 mét khối sạt xuống mặt đường trong đêm mưa, làm đứt đường lên ba xã. Bốn máy xúc làm việc \
      suốt hai ngày, đến 11 giờ trưa nay thì mở được một làn.
      """,
      """
      Xe tải trên 10 tấn chưa được qua đèo cho đến ngày 28 tháng 11. Hai đầu đèo có người trực, mỗi lượt cho đi một \
      chiều trong 20 phút.
      """,
      "Đơn vị quản lý đường khuyên lái xe không dừng đỗ dưới taluy vì đất vẫn còn no nước.",
    ],
    turns: [
      .replaces(round: 3, "ngày 28 tháng 11", with: "ngày 30 tháng 11")
    ])

  static let school = Story(
    slug: "lop-hoc-ben-suoi", appears: 1, minutes: 60,
    title: "Lớp học bên suối có mái mới",
    summary:
      "Điểm trường bản Thượng vừa được lợp lại mái và làm thêm một phòng học từ tiền góp của thính giả.",
    paragraphs: [
      """
      Điểm trường bản Thượng có 34 học sinh, hai cô giáo thay nhau ở lại. Mùa mưa năm ngoái, gió tốc mất nửa mái, các \
      em phải học nhờ trong nhà văn hóa của bản.
      """,
      """
      Sau bản tin của Đài, thính giả góp được 186 triệu đồng. Thợ trong bản tự dựng khung, thanh niên xã giúp gùi tôn \
      và xi măng qua suối vì xe không vào được.
      """,
      "Phòng học mới có cửa sổ nhìn ra suối, bàn ghế do một xưởng mộc ở Bến Vân tặng.",
    ])

  static let bees = Story(
    slug: "mat-ong-rung-trai-vu", appears: 2, minutes: 110,
    title: "Mật ong rừng trái vụ vẫn được giá",
    summary:
      "Mật ong trái vụ ở vùng núi Mây ít hơn mọi năm nhưng giá cao, người nuôi vẫn có lãi.",
    paragraphs: [
      """
      Mùa hoa năm nay đến muộn vì rét kéo dài, đàn ong ở các trại quanh núi Mây chỉ cho bằng hai phần ba lượng mật của \
      năm trước. Bù lại, giá bán tại trại là 220.000 đồng một lít.
      """,
      """
      Cả vùng có khoảng 3.400 đàn ong, phần lớn là ong nội. Người nuôi đang tách đàn, cho ăn thêm để giữ quân qua \
      đông.
      """,
      "Cán bộ khuyến nông khuyên bà con không phun thuốc cho nương cải trong những ngày cải nở hoa.",
    ])

  static let ferry = Story(
    slug: "pha-nam-suong-tam-dung", appears: 3, minutes: 190,
    title: "Phà Nậm Sương tạm dừng ban đêm",
    summary:
      "Vì nước sông Khê còn cao, phà Nậm Sương tạm dừng các chuyến sau 18 giờ cho đến khi có thông báo mới.",
    paragraphs: [
      """
      Bến phà Nậm Sương mỗi ngày chở chừng 700 lượt khách, nhiều nhất là học sinh và người đi chợ. Từ hôm nay, chuyến \
      cuối cùng rời bến lúc 18 giờ thay cho 21 giờ như trước.
      """,
      """
      Người có việc gấp vào ban đêm có thể đi vòng qua cầu Tân Khê, xa hơn 26 ki-lô-mét. Trạm y tế hai bờ giữ một \
      xuồng máy để chuyển người bệnh.
      """,
      "Chủ bến yêu cầu mọi hành khách mặc áo phao và không dắt xe lên phà khi phà chưa neo xong.",
    ])

  static let radio = Story(
    slug: "dai-phat-them-ban-tin-tieng-dao", appears: 4, minutes: 230,
    title: "Đài phát thêm bản tin tiếng Dao",
    summary:
      "Từ tuần sau, Đài phát thêm mỗi ngày một bản tin 15 phút bằng tiếng Dao vào lúc 6 giờ 30 sáng.",
    paragraphs: [
      """
      Đây là bản tin tiếng dân tộc thứ ba của Đài, sau tiếng Tày và tiếng Mông. Bản tin do hai biên tập viên trẻ là \
      người Dao ở huyện Đá Trắng thực hiện.
      """,
      """
      Nội dung gồm tin trong tỉnh, thời tiết, giá nông sản và một câu chuyện ngắn về cách làm ăn. Thính giả có thể gọi \
      điện để hỏi, câu trả lời được phát vào bản tin hôm sau.
      """,
      "Các bản chưa có sóng sẽ được nghe qua loa truyền thanh của xã vào buổi chiều.",
    ])
}
