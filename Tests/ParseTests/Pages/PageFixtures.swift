import News

@testable import Parse

/// Small pages of an outlet that does not exist.
enum PageFixtures {
  static let outlet = Outlet(id: "bao-mau", name: "Báo Mẫu")

  static let title = "Khánh thành cầu treo qua suối Nậm Mạ"
  static let summary = "Sáng 12/3, xã Nậm Mạ khánh thành cây cầu treo dài 48 m, thay cho bè mảng mà dân bản vẫn dùng."
  static let paragraphs = [
    "Cây cầu được khởi công từ tháng 8 năm ngoái, kinh phí 1,5 tỷ đồng, trong đó người dân đóng góp 200 ngày công.",
    "Ông Lò Văn Páo, trưởng bản, cho biết mùa lũ trước đây học sinh phải nghỉ học, có khi cả tuần không qua được suối.",
    "Theo kế hoạch, đến cuối năm xã sẽ làm thêm hai cầu nữa ở bản Huổi Lặc và bản Nà Phầy, nối với đường liên xã.",
    "Tin, ảnh: Thu Hà",
  ]

  static func parse(_ html: String, for outlet: Outlet = outlet) -> ParsedPage? {
    try? PageParser().parse(
      Payload(bytes: Array(html.utf8), contentType: "text/html; charset=utf-8", url: "https://mau.example/tin/1.html"),
      for: outlet
    ).get()
  }

  /// A page of today: named boxes, JSON-LD, an advertisement between paragraphs; `turn` changes all that is no article.
  static func modern(turn: Int) -> String {
    let offer = "Giảm giá \(turn * 7)% xe máy điện, gọi ngay 0900 00\(turn), giao tận nơi, trả góp."
    let ad = "<div class=\"banner-ads\">\(offer)</div>"
    let others = (0...turn + 3).map {
      "<li><a href=\"/tin/\($0)\">Tin số \($0 * turn) về một việc khác hẳn</a><p>Tóm tắt của tin, khá dài.</p></li>"
    }
    let body = paragraphs.map { "<p>\($0)</p>" }.joined(separator: ad)
    return """
      <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>\(title) - Báo Mẫu</title>
      <meta property="og:title" content="\(title) - Báo Mẫu"><link rel="canonical" href="/tin/1.html">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"\(title)","author":{"name":"Thu Hà"},
      "datePublished":"2024-03-12T09:00:00+07:00"}</script><style>p{margin:\(turn)px}</style></head>
      <body><nav><a href="/">Trang chủ</a></nav><div class="col"><h1>\(title)</h1>
      <div class="meta">12/03/2024 09:00 | <span>\(turn * 31) lượt xem</span></div><h2 class="sapo">\(summary)</h2>
      <div class="detail-content">\(body)<div class="tin-lien-quan"><ul>\(others.joined())</ul></div></div>
      <div id="comments"><p>Bạn đọc \(turn): cầu đẹp quá, bà con hết khổ, cảm ơn các nhà hảo tâm đã giúp.</p></div></div>
      <aside><ul>\(others.joined())</ul></aside><footer>Giấy phép số \(turn), cơ quan chủ quản</footer></body></html>
      """
  }

  /// A page of 2005: tables, line breaks, a title that names only the site.
  static func tables(turn: Int) -> String {
    let others = (0...turn + 2).map { "<li><a href=\"/tin/\($0)\">Tin cũ số \($0 + turn), việc ở nơi khác</a></li>" }
    return """
      <html><head><title>Báo Mẫu</title></head><body><table><tr><td><b><font size=4>\(title)</font></b><br>
      <i>Cập nhật: 12/03/2024 09:00 - Lượt xem: \(turn * 13)</i><br><br><b>\(summary)</b><br><br>
      \(paragraphs.joined(separator: "<br><br>"))<br><table><tr><td><b>Các tin khác</b><ul>\(others.joined())</ul></td>
      </tr></table></td><td><ul>\(others.joined())</ul>Đang online: \(turn)</td></tr></table></body></html>
      """
  }
}
