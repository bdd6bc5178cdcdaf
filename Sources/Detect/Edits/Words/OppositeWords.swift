/// Pairs of which one on either side turns the statement round: such a change is a negation, S5.
/// To extend: add a pair in lower case, in either order; case, place of tone and i/y need no variants.
enum OppositeWords {
  static let pairs: [([EditKey], [EditKey])] = [
    ("tăng", "giảm"), ("lên", "xuống"), ("xác nhận", "bác bỏ"), ("thừa nhận", "phủ nhận"), ("đồng ý", "từ chối"),
    ("thắng", "thua"), ("đúng", "sai"), ("cho phép", "cấm"), ("ủng hộ", "phản đối"), ("tán thành", "phản đối"),
    ("thành công", "thất bại"), ("mở", "đóng"), ("mua", "bán"), ("xuất khẩu", "nhập khẩu"), ("lãi", "lỗ"),
    ("an toàn", "nguy hiểm"), ("hợp pháp", "trái phép"), ("đủ", "thiếu"), ("trong", "ngoài"), ("sống", "chết"),
    ("nhanh", "chậm"), ("cao", "thấp"), ("nhiều", "ít"), ("hơn", "kém"), ("trước", "sau"), ("đạt", "trượt"),
    ("bắt buộc", "tự nguyện"), ("có tội", "vô tội"), ("công khai", "bí mật"), ("tốt", "xấu"), ("vượt", "dưới"),
    ("thông qua", "bác bỏ"), ("chấp nhận", "bác bỏ"), ("tiếp tục", "chấm dứt"), ("bắt đầu", "kết thúc"),
    ("nhẹ", "nặng"), ("nam", "nữ"), ("trai", "gái"), ("hoãn", "tổ chức"), ("hủy", "phê duyệt"),
  ].map { (Spelling.keys($0).map(EditKey.init), Spelling.keys($1).map(EditKey.init)) }
}
