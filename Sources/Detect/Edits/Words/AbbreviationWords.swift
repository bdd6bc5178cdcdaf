/// Abbreviations and what they stand for: one for the other is only another writing, S1.
/// To extend: add a row `abbreviation: words`, both in lower case, parted by one space; case, place of tone and i/y need
/// no variants, nor does a dot after the abbreviation.
enum AbbreviationWords {
  /// The keys of the words by the key of the abbreviation.
  static let expansions: KeyTable<[String]> = KeyTable(
    [
      "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc", "tp": "thành phố",
      "hcm": "hồ chí minh", "tphcm": "thành phố hồ chí minh", "hn": "hà nội", "tx": "thị xã", "tt": "thị trấn",
      "thcs": "trung học cơ sở", "thpt": "trung học phổ thông", "đh": "đại học", "cđ": "cao đẳng",
      "gd": "giáo dục", "đt": "đào tạo", "gtvt": "giao thông vận tải", "csgt": "cảnh sát giao thông",
      "atgt": "an toàn giao thông", "csđt": "cảnh sát điều tra", "cshs": "cảnh sát hình sự", "cand": "công an nhân dân",
      "tand": "tòa án nhân dân", "vksnd": "viện kiểm sát nhân dân", "hđxx": "hội đồng xét xử",
      "pccc": "phòng cháy chữa cháy", "cnch": "cứu nạn cứu hộ", "bch": "ban chấp hành", "bhxh": "bảo hiểm xã hội",
      "bhyt": "bảo hiểm y tế", "bhtn": "bảo hiểm thất nghiệp", "tnhh": "trách nhiệm hữu hạn", "cp": "cổ phần",
      "htx": "hợp tác xã", "gpmb": "giải phóng mặt bằng", "khcn": "khoa học công nghệ", "nxb": "nhà xuất bản",
      "đbqh": "đại biểu quốc hội", "hlv": "huấn luyện viên", "ql": "quốc lộ", "pgs": "phó giáo sư", "gs": "giáo sư",
      "ts": "tiến sĩ", "ths": "thạc sĩ", "kcn": "khu công nghiệp", "vđv": "vận động viên", "ktxh": "kinh tế xã hội",
      "kt": "kinh tế", "xh": "xã hội", "sn": "sinh năm", "qsdđ": "quyền sử dụng đất",
    ].mapValues(Spelling.keys))
}
