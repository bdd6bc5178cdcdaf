/// The words credits are made of; data, one phrase an entry.
enum CreditWords {
  /// Stand before the name of who is credited.
  static let openings = [
    "theo", "nguồn", "nguồn tin", "nguồn tin từ", "dẫn nguồn", "dẫn nguồn tin", "dẫn nguồn từ", "dẫn lại", "dẫn tin",
    "dẫn tin từ", "dẫn thông tin từ", "dẫn từ", "dẫn", "trích dẫn nguồn", "trích nguồn", "trích từ", "trích",
    "tổng hợp từ", "tổng hợp theo", "lược dịch từ", "lược dịch", "biên dịch từ", "dịch từ", "lược dịch theo",
    "dịch theo", "thông tin trên", "thông tin từ", "tin từ", "đăng trên", "đăng tải trên", "đăng lại từ",
    "đăng tải lại từ", "bài viết trên", "bài đăng trên", "viết trên", "phỏng vấn của", "xuất bản trên", "tin của",
    "bản tin của", "bài viết của", "bài của",
  ]

  /// May stand between an opening and a name.
  static let carriers = [
    "báo", "tờ", "tờ báo", "nhật báo", "hãng", "hãng tin", "hãng thông tấn", "đài", "đài truyền hình", "kênh",
    "kênh truyền hình", "tạp chí", "trang", "trang tin", "trang tin điện tử", "trang web", "trang báo",
    "trang thông tin điện tử", "website", "báo điện tử", "cổng thông tin", "cổng thông tin điện tử", "nguồn tin",
    "nguồn tin của", "nguồn tin từ", "nguồn", "thông tin từ", "thông tin của", "thông tin trên", "tin từ", "tin của",
    "phóng viên", "pv", "phóng viên báo", "pv báo", "bài viết trên", "bài đăng trên",
  ]

  /// Carriers that only ever name a medium, so that a name nobody listed is believed after them.
  static let mediaCarriers = [
    "tờ", "tờ báo", "nhật báo", "hãng tin", "hãng thông tấn", "kênh truyền hình", "kênh", "tạp chí", "trang tin",
    "trang", "trang web", "trang tin điện tử", "đài truyền hình", "báo điện tử", "trang báo", "báo", "website",
  ]

  /// Stand after the name of a medium that is credited.
  static let closings = [
    "đưa tin", "dẫn lời", "dẫn nguồn", "dẫn tin", "cho biết", "cho hay", "viết", "đăng tải", "đăng tin",
    "loan tin", "tiết lộ", "tường thuật", "trích lời", "trích dẫn",
  ]

  /// Make a name the credit of a picture.
  static let media = ["ảnh", "clip", "video", "đồ họa", "hình ảnh", "hình", "infographic", "minh họa", "nguồn ảnh"]

  /// Follow `theo` where nobody is credited.
  static let prose = [
    "báo cáo", "báo động", "báo giá", "báo chí", "báo án", "giờ", "điều", "khoản", "luật", "nghị", "thông tư",
    "thông báo", "quyết định", "quy", "kế hoạch", "ông", "bà", "anh",
    "chị", "em", "công an", "công văn", "ubnd", "bộ",
    "sở", "đài khí tượng", "cơ quan", "nguồn tin riêng", "dự báo", "trung tâm",
    "đó", "thống kê", "số liệu", "hợp đồng",
    "kết quả", "kết luận", "cáo trạng", "hồ sơ", "lời", "tìm hiểu", "tin từ", "chỉ thị", "phương án", "tôi", "hướng",
    "viện", "hội", "đại diện", "lãnh đạo", "tiến sĩ", "bác sĩ",
    "luật sư", "bản án", "lịch", "pháp luật", "tiêu chuẩn",
    "hiến pháp", "bộ luật", "công điện", "văn bản", "ban", "tổng cục", "cục", "chủ tịch", "khảo sát", "nghiên cứu",
    "bảng", "danh sách", "tỷ giá", "giá", "phong tục", "truyền thống", "từng", "dõi",
  ]

  /// Agencies whose reports many outlets carry, each by all its names.
  static let agencies = [
    ["TTXVN", "Thông tấn xã Việt Nam", "Vietnam+", "VietnamPlus"], ["Reuters"], ["AFP"], ["AP", "Associated Press"],
    ["Tân Hoa xã", "Xinhua"], ["Kyodo"], ["Yonhap"], ["TASS", "Itar-Tass"], ["Sputnik", "RIA Novosti"], ["Bloomberg"],
    ["DPA"], ["EFE"], ["Bernama"],
  ]

  /// Agencies and outlets that others credit; names of the outlets watched come from feeds.yaml.
  static let outlets = [
    "TTXVN", "Thông tấn xã Việt Nam", "Vietnam+", "VietnamPlus", "AFP", "Reuters", "AP", "Associated Press", "UPI",
    "DPA", "EFE", "ANSA", "Kyodo", "Yonhap", "Jiji", "Bernama",
    "Antara", "Tân Hoa xã", "Tân Hoa Xã", "Xinhua", "TASS",
    "Itar-Tass", "RIA Novosti", "RIA", "Interfax", "Sputnik", "RT", "Bloomberg",
    "BBC", "CNN", "CNBC", "NBC", "NBC News",
    "ABC", "ABC News", "CBS", "CBS News", "Fox News", "NPR", "VOA", "RFI", "DW", "NHK", "CCTV", "CGTN", "KBS", "KCNA",
    "Al Jazeera", "Sky News", "The Guardian", "Guardian", "The Times", "The New York Times", "New York Times", "NYT",
    "Washington Post", "The Washington Post", "Wall Street Journal", "WSJ", "USA Today", "Financial Times", "Forbes",
    "The Economist", "Time", "Newsweek", "Daily Mail", "DailyMail", "The Sun", "Mirror", "Daily Mirror", "Express",
    "Independent", "Telegraph", "The Telegraph", "Metro", "Marca", "AS",
    "Sport", "Goal", "ESPN", "L'Equipe", "Le Monde",
    "Le Figaro", "Der Spiegel", "Bild", "Straits Times", "The Straits Times", "Channel NewsAsia", "CNA",
    "Bangkok Post", "The Nation", "Jakarta Post", "South China Morning Post", "SCMP", "Global Times",
    "Hoàn Cầu thời báo", "Nhân dân nhật báo", "People's Daily", "China Daily", "Sina", "Sohu", "NDTV",
    "Times of India", "Press Trust of India", "PTI", "Japan Times", "Asahi", "Korea Herald", "Chosun Ilbo",
    "VTV", "VOV", "VTC", "VTC News", "VnExpress", "Vietnamnet", "VietNamNet", "Zing", "Zing News", "Znews", "Dân trí",
    "Tuổi Trẻ", "Tuổi Trẻ Online", "Thanh Niên", "Thanh Niên Online", "Tiền Phong", "Lao Động", "Người Lao Động",
    "Nhân Dân", "Quân đội nhân dân", "Công an nhân dân", "An ninh Thủ đô", "Pháp luật TP.HCM", "PLO",
    "Pháp luật Việt Nam", "Sài Gòn Giải Phóng", "SGGP", "Hà Nội Mới", "Người Đưa Tin", "Infonet", "Soha", "Kênh 14",
    "Kenh14", "CafeF", "CafeBiz", "Đời sống và Pháp luật",
    "Đời sống & Pháp luật", "Gia đình & Xã hội", "Sức khỏe & Đời sống",
    "Giáo dục Việt Nam", "Giao thông", "Đất Việt", "Kinh tế đô thị", "VnEconomy", "VnMedia", "Báo Chính phủ",
    "Đầu tư", "Công Thương", "Nông nghiệp Việt Nam", "Dân Việt", "Đại đoàn kết", "Phụ nữ", "Phụ nữ Việt Nam",
    "Thể thao & Văn hóa", "Bóng đá", "Bóng đá Plus", "24h", "Saostar",
    "Ngôi sao", "Trí thức trẻ", "Helino", "Một thế giới",
  ]
}
