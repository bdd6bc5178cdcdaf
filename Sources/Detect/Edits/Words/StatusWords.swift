/// Where a person stands before the law, or what a test found: a change that touches one is S5.
/// To extend: add the phrase in lower case, its syllables parted by one space; case, place of tone and i/y need no
/// variants.
enum StatusWords {
  static let phrases = Phrases([
    "nghi phạm", "nghi can", "bị can", "bị cáo", "bị án", "bị hại", "nhân chứng", "phạm nhân", "khởi tố", "truy tố",
    "tạm giữ", "tạm giam", "bắt giữ", "bắt giam", "bắt khẩn cấp", "truy nã", "tại ngoại", "xét xử", "tuyên án",
    "kết án", "án treo", "chung thân", "tử hình", "tù giam", "miễn tố", "đình chỉ điều tra", "trắng án", "vô tội",
    "có tội",
    "dương tính", "âm tính", "nhiễm bệnh", "tử vong", "thiệt mạng", "bị thương", "mất tích", "nguy kịch", "xuất viện",
    "qua đời", "hồi phục", "bình phục", "cách chức", "đình chỉ công tác", "buộc thôi việc", "khai trừ", "khiển trách",
  ])
}
