/// What the rehearsed newspaper publishes; every place and person in it is invented.
enum NewspaperStories {
  static let all = [bridge, spillway, tea, market, clinic, quarry, water, library, storm, race, fair]

  static let bridge = Story(
    slug: "khoi-cong-cau-ben-van-2", appears: 1, minutes: 10,
    title: "Khởi công cầu Bến Vân 2, vốn đầu tư 320 tỷ đồng",
    summary:
      "Sáng nay, tỉnh Lâm Khê khởi công cầu Bến Vân 2 bắc qua sông Khê, nối thành phố Bến Vân với huyện Đá Trắng.",
    paragraphs: [
      """
      Cầu Bến Vân 2 dài 412 mét, rộng 16 mét, gồm bốn làn xe và hai lề cho người đi bộ. Tổng vốn đầu tư là 320 tỷ \
      đồng, lấy từ ngân sách tỉnh và vốn trung hạn.
      """,
      """
      Theo kế hoạch, công trình hoàn thành sau 24 tháng. Khi cầu thông xe, người dân xã Nậm Sương không còn phải qua \
      sông bằng phà trong mùa nước lớn, quãng đường vào trung tâm thành phố ngắn đi gần 9 ki-lô-mét.
      """,
      "Chủ đầu tư cho biết việc giải phóng mặt bằng đã xong ở cả hai bờ, 46 hộ phải di dời đã nhận đất tái định cư.",
    ],
    turns: [
      .replaces(round: 3, "320 tỷ đồng", with: "230 tỷ đồng")
    ])

  static let spillway = Story(
    slug: "ho-nam-suong-xa-lu-dem-nay", appears: 1, minutes: 25,
    title: "Hồ Nậm Sương sẽ xả lũ đêm nay",
    summary:
      "Nước về hồ Nậm Sương tăng nhanh sau hai ngày mưa, đơn vị quản lý đã có thông báo gửi các xã ven sông.",
    paragraphs: [
      """
      Đến 16 giờ chiều nay, mực nước hồ Nậm Sương ở cao trình 87,4 mét, cách mực nước dâng bình thường 60 xăng-ti-mét. \
      Lưu lượng nước về hồ là 310 mét khối mỗi giây và còn tăng.
      """,
      """
      Đơn vị quản lý hồ cho biết hồ sẽ xả lũ vào 22 giờ đêm nay qua hai cửa. Người dân các xã Khe Mây, Tân Khê cần đưa \
      thuyền bè, lồng cá vào nơi an toàn trước giờ đó.
      """,
      "Lực lượng xung kích của các xã đã sẵn sàng giúp dân kê cao đồ đạc và trực ở những đoạn đường thường ngập.",
    ],
    turns: [
      .replaces(
        round: 3, "hồ sẽ xả lũ vào 22 giờ đêm nay qua hai cửa", with: "hồ sẽ không xả lũ vào đêm nay như tin đã đưa"),
      .titles(round: 3, "Hồ Nậm Sương không xả lũ đêm nay"),
      .adds(
        round: 3,
        "Đính chính: Bản tin trước viết hồ Nậm Sương sẽ xả lũ lúc 22 giờ. Thông tin này không đúng, tòa soạn xin lỗi bạn đọc."
      ),
    ])

  static let tea = Story(
    slug: "xa-nam-suong-duoc-mua-che", appears: 1, minutes: 40,
    title: "Xã Nậm Sương được mùa chè xuân",
    summary:
      "Vụ chè xuân năm nay được cả mùa lẫn giá, nhiều hộ thu nhập hàng chục triệu đồng một lứa hái.",
    paragraphs: [
      """
      Những ngày này, trên các đồi chè của xã Nậm Sương, từ sáng sớm đã rộn tiếng người hái. Toàn xã có 215 héc-ta \
      chè, trong đó 140 héc-ta đang cho thu hoạch, năng suất lứa đầu đạt 21 tạ một héc-ta.
      """,
      """
      Thương lái mua tại đồi với giá 9.500 đồng một ki-lô-gam búp tươi, cao hơn năm trước 1.200 đồng. Hợp tác xã Chè \
      Sương Núi nhận bao tiêu cho 180 hộ và đã mở thêm một xưởng sao chè.
      """,
      "Xã dự tính trồng mới 30 héc-ta trong mùa thu, chủ yếu là giống chè shan bản địa.",
    ],
    turns: [
      .replaces(round: 3, "xã Nậm Sương", with: "xã Khe Mây"),
      .titles(round: 3, "Xã Khe Mây được mùa chè xuân"),
    ])

  static let market = Story(
    slug: "cho-phien-da-trang-hop-tro-lai", appears: 1, minutes: 55,
    title: "Chợ phiên Đá Trắng họp trở lại",
    summary:
      "Sau ba tháng sửa chữa, chợ phiên Đá Trắng họp trở lại vào mỗi sáng chủ nhật, có thêm khu bán hàng thổ cẩm.",
    paragraphs: [
      """
      Từ tờ mờ sáng, người từ các bản xa đã gùi rau, măng và gà xuống chợ. Khu chợ mới có mái che, sân lát đá, 96 gian \
      hàng và một bãi để xe ở phía sau.
      """,
      """
      Ban quản lý chợ không thu phí trong hai tháng đầu để bà con quen chỗ. Khu thổ cẩm nằm ở dãy giữa, nơi các bà, \
      các chị vừa bán vừa ngồi thêu cho khách xem.
      """,
      "Huyện Đá Trắng mong chợ sẽ là điểm dừng chân của khách đi thác Bạc, cách đó 7 ki-lô-mét.",
    ],
    turns: [
      .titles(round: 2, "Chợ phiên Đá Trắng họp trở lại sau ba tháng sửa chữa")
    ])

  static let clinic = Story(
    slug: "tram-y-te-tan-khe-thieu-bac-si", appears: 1, minutes: 70,
    title: "Trạm y tế Tân Khê thiếu bác sĩ",
    summary:
      """
      Hơn nửa năm nay, trạm y tế xã Tân Khê chỉ có y sĩ và điều dưỡng, người dân phải đi 18 ki-lô-mét để khám bệnh.
      """,
    paragraphs: [
      """
      Trạm y tế xã Tân Khê được xây mới cách đây hai năm, có 12 giường và máy siêu âm. Nhưng từ khi bác sĩ duy nhất \
      chuyển công tác, chiếc máy nằm im vì không có người vận hành.
      """,
      """
      Mỗi ngày trạm tiếp khoảng 25 lượt người, phần lớn được cấp thuốc thông thường rồi chuyển lên huyện. Với người \
      già và trẻ nhỏ, đoạn đường đèo là một trở ngại lớn.
      """,
      "Ngành y tế tỉnh cho biết đang tìm bác sĩ luân phiên về trạm, sớm nhất là vào tháng sau.",
    ],
    turns: [
      .takesDown(round: 3),
      .restores(round: 5),
    ])

  static let quarry = Story(
    slug: "mo-da-hang-son-no-min-sat-nha-dan", appears: 1, minutes: 85,
    title: "Mỏ đá Hang Sơn nổ mìn sát nhà dân",
    summary:
      "Người dân bản Hang Sơn cho biết nhà cửa rung nứt vì mỏ đá nổ mìn cách khu dân cư chưa đầy 200 mét.",
    paragraphs: [
      """
      Bản Hang Sơn có 58 hộ sống dưới chân núi đá. Từ đầu năm, mỏ đá trên núi nổ mìn mỗi tuần ba lần, đá văng cả xuống \
      nương ngô. Theo thống kê của bản, 17 ngôi nhà có vết nứt trên tường.
      """,
      """
      Đơn vị khai thác nói rằng họ nổ mìn đúng giấy phép và đã đặt máy đo rung. Người dân thì muốn được xem kết quả đo \
      và được đền bù.
      """,
      "Huyện đã lập đoàn kiểm tra, hẹn trả lời bà con trong vòng 15 ngày.",
    ],
    turns: [
      .takesDown(round: 4)
    ])

  static let water = Story(
    slug: "nuoc-sach-ve-ban-cao", appears: 1, minutes: 100,
    title: "Nước sạch về bản cao",
    summary:
      "Công trình nước tự chảy vừa hoàn thành đưa nước sạch đến 1.250 hộ ở bốn bản vùng cao của huyện Đá Trắng.",
    paragraphs: [
      """
      Bể đầu nguồn nằm trên núi Mây, dung tích 150 mét khối. Từ đây, 23 ki-lô-mét ống dẫn nước qua ba con suối về các \
      bản. Tổng cộng 1.250 hộ có vòi nước tại sân, không còn phải gùi nước từ khe.
      """,
      """
      Mỗi hộ góp hai ngày công đào rãnh đặt ống. Tiền nước là 3.000 đồng một mét khối, dùng để trả công cho tổ trông \
      coi và thay van, thay lọc.
      """,
      "Tổ trông coi gồm sáu người do dân bầu, mỗi tháng họp một lần để báo cáo thu chi.",
    ])

  static let library = Story(
    slug: "xe-thu-vien-len-vung-cao", appears: 2, minutes: 120,
    title: "Xe thư viện lên vùng cao",
    summary:
      "Chiếc xe chở 2.000 cuốn sách của Thư viện tỉnh bắt đầu chuyến đi qua 14 trường ở vùng cao.",
    paragraphs: [
      """
      Chiếc xe sơn màu xanh lá dừng giữa sân trường Khe Mây, cánh cửa bên mở ra thành kệ sách. Chỉ ít phút sau, học \
      sinh đã ngồi kín bậc thềm, mỗi em một cuốn.
      """,
      """
      Trong một tháng, xe sẽ đi qua 14 trường, mỗi nơi ở lại hai ngày. Cùng đi có ba cán bộ thư viện, buổi tối họ \
      chiếu phim và kể chuyện cho người lớn trong bản.
      """,
      """
      Những cuốn được mượn nhiều nhất là truyện cổ tích, sách về loài vật và cách trồng cây. Chuyến sau dự tính vào \
      mùa hè.
      """,
    ])

  static let storm = Story(
    slug: "mua-da-lam-hu-hai-mai-nha", appears: 2, minutes: 140,
    title: "Mưa đá làm hư hại 84 mái nhà ở Tân Khê",
    summary:
      """
      Trận mưa đá kéo dài 15 phút chiều qua làm hư hại nhiều mái nhà và ruộng rau ở xã Tân Khê, không có người bị \
      thương.
      """,
    paragraphs: [
      """
      Khoảng 17 giờ chiều qua, mưa đá kèm gió giật trút xuống năm bản của xã Tân Khê. Viên đá lớn bằng quả trứng chim \
      cút, phủ trắng sân nhà và mặt đường.
      """,
      """
      Thống kê ban đầu có 84 mái nhà bị thủng, 12 héc-ta rau màu bị dập nát. Xã đã huy động dân quân cùng các gia đình \
      che bạt ngay trong đêm.
      """,
      "Tỉnh sẽ cấp tấm lợp cho những hộ nghèo và hộ có người già neo đơn trước khi đợt rét mới tràn về.",
    ],
    turns: [
      .replaces(round: 3, "84 mái nhà", with: "91 mái nhà")
    ])

  static let race = Story(
    slug: "giai-chay-quanh-nui-may", appears: 3, minutes: 180,
    title: "Hơn 600 người chạy quanh núi Mây",
    summary:
      "Giải chạy quanh núi Mây lần thứ tư thu hút hơn 600 người, trong đó có nhiều gia đình cùng chạy.",
    paragraphs: [
      """
      Đường chạy dài 21 ki-lô-mét vòng quanh núi Mây, qua rừng trúc, đồi chè và hai bản có nhà trình tường. Những \
      người chạy cự ly ngắn chỉ đi 5 ki-lô-mét ven suối.
      """,
      """
      Trời se lạnh và có sương, nhưng hai bên đường người dân ra cổ vũ rất đông, có bản đem cả trống chiêng ra đánh. \
      Trạm tiếp nước cuối cùng mời khách chè nóng và bánh ngô.
      """,
      "Toàn bộ tiền vé được dùng để làm lại cầu tre cho học sinh bản Thượng.",
    ])

  static let fair = Story(
    slug: "hoi-cho-ben-van-khai-mac", appears: 4, minutes: 240,
    title: "Hội chợ Bến Vân khai mạc vào thứ sáu",
    summary:
      "Hội chợ hàng nông sản Bến Vân năm nay có 130 gian hàng, mở cửa tự do trong năm ngày.",
    paragraphs: [
      """
      Hội chợ khai mạc tối thứ sáu tại quảng trường bên sông, có 130 gian hàng của tỉnh Lâm Khê và sáu tỉnh bạn. Nhiều \
      nhất vẫn là chè, mật ong, gạo nếp nương và đồ mây tre.
      """,
      """
      Ban tổ chức bố trí một khu nấu ăn để khách nếm thử, cùng một sân chơi cho trẻ em. Các chuyến xe buýt chạy thêm \
      đến 22 giờ trong những ngày có hội chợ.
      """,
      "Xe máy và ô tô gửi ở bãi phía bắc, giá vé không đổi so với ngày thường.",
    ])
}
