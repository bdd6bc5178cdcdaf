import Foundation
import Testing

/// Pages in the templates that provincial outlets use, of places and persons that do not exist.
enum ProvincialPages {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var html: String
    var title = ProvincialPages.title
    var summary = ProvincialPages.summary
    var paragraphs = ProvincialPages.texts
    var testDescription: String { name }
  }

  static let title = "Xã Khau Tràng đưa vào sử dụng trạm y tế mới"
  static let summary =
    "Trạm y tế xây trong mười bốn tháng, có sáu phòng khám và nhà ở cho cán bộ trực, vốn 9,6 tỷ đồng."
  static let texts = [
    "Sáng 17/9, đông đảo bà con tám bản của xã Khau Tràng đến dự lễ khánh thành trạm y tế, xây trên nền trạm cũ.",
    "Bác sĩ Nông Thị Lường, trạm trưởng, cho biết trạm có máy siêu âm, máy xét nghiệm và tủ thuốc thiết yếu.",
    "\"Trước đây muốn siêu âm phải đi 38 cây số ra huyện, mùa lũ thì chịu\", bà Hoàng Thị Mẩy ở bản Nà Tông nói.",
    "Theo lãnh đạo xã, từ nay đến cuối năm trạm sẽ khám sàng lọc miễn phí cho người trên sáu mươi tuổi.",
  ]
  private static let others = (1...5).map {
    "<li><a href=\"/tin/\($0 * 31).html\">Tin khác số \($0): chợ phiên, đường bản, nước sạch và trường lớp</a></li>"
  }
  .joined()
  private static func p(_ tag: String = "p") -> String {
    texts.map { "<\(tag)>\($0)</\(tag)>" }.joined(separator: "\n")
  }
  private static func page(_ head: String = "", _ body: String) -> String {
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title) - Báo Khau Tràng</title>\(head)</head><body>\(body)</body></html>"
  }

  static let all = [
    nukeViet, liferay, joomla, radio, magazine, gallery, liveBlog, video, tables, decomposed, sharePoint, spans, poem,
    data,
  ]

  static let nukeViet = Sample(
    name: "NukeViet",
    html: page(
      "",
      """
      <div class="wraper"><header><div class="container"><div id="header" class="row"><a href="/">Cổng TTĐT</a></div></div></header>
      <nav class="second-nav"><div class="breadcrumbs-wrap"><ol class="breadcrumb"><li><a href="/news/">Tin tức</a></li></ol></div></nav>
      <section><div id="body"><div class="row"><div class="col-sm-16"><div class="news_column panel panel-default"><div class="panel-body">
      <h1 class="title margin-bottom-lg">\(title)</h1><div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">Thứ năm - 17/09/2026 10:22</span></div>
      <div class="col-md-12"><ul class="list-inline text-right"><li><a class="dimgray" rel="nofollow" title="In ra" href="javascript:void(0)"><em class="fa fa-print">&nbsp;</em></a></li></ul></div></div>
      <div class="clearfix"><div class="hometext m-bottom" itemprop="description">\(summary)</div></div>
      <div id="news-bodyhtml" class="bodytext margin-bottom-lg">\(p("div"))</div>
      <div class="margin-bottom-lg"><p class="text-right"><strong>Nguồn tin: </strong>Văn phòng xã</p></div></div></div>
      <div class="news_column panel panel-default"><div class="panel-body"><form id="form3B" action=""><div class="h5 clearfix"><p id="stringrating">Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p>
      <div style="padding: 5px;"><input class="hover-star" type="radio" value="1"/></div></div></form></div></div>
      <div class="news_column panel panel-default"><div class="panel-body other-news"><p class="h3"><strong>Những tin mới hơn</strong></p><ul class="related list-inline">\(others)</ul>
      <p class="h3"><strong>Những tin cũ hơn</strong></p><ul class="related list-inline">\(others)</ul></div></div></div>
      <div class="col-sm-8"><div class="panel panel-primary"><div class="panel-heading">Thăm dò ý kiến</div><div class="panel-body"><p>Bạn đánh giá thế nào về cổng thông tin của xã chúng tôi?</p></div></div></div></div></div></section></div>
      """),
    paragraphs: texts + ["Nguồn tin: Văn phòng xã"])

  static let liferay = Sample(
    name: "Liferay portal",
    html: page(
      "",
      """
      <div id="wrapper"><div class="portlet-boundary portlet-static-end" id="p_p_id_menu"><ul class="menu"><li><a href="/web/guest">Trang chủ</a></li></ul></div>
      <div id="column-1" class="portlet-column"><div class="portlet-dropzone portlet-column-content"><section class="portlet"><div class="portlet-content"><div class="portlet-body">
      <div class="journal-content-article"><div class="detail-news"><div class="title-news">\(title)</div><div class="date-news">17/09/2026 | 10:22 | Lượt xem: 341</div>
      <div class="sapo-news">\(summary)</div><div class="content-news"><p>&nbsp;</p>\(texts.map { "<p style=\"text-align:justify\"><span style=\"font-size:14px\">\($0.replacing(" ", with: "&nbsp;", maxReplacements: 2))</span></p>" }.joined())</div>
      <div class="author-news">Hứa Văn Khao</div></div></div></div></div></section>
      <section class="portlet"><header class="portlet-topper"><h1 class="portlet-title">Tin liên quan</h1></header><div class="portlet-content"><ul>\(others)</ul></div></section></div></div>
      <div id="column-2"><section class="portlet"><h1 class="portlet-title">Văn bản mới</h1><ul>\(others)</ul></section></div></div>
      """),
    paragraphs: texts + ["Hứa Văn Khao"])

  static let joomla = Sample(
    name: "Joomla",
    html: page(
      "",
      """
      <div class="body"><div class="container"><main id="content" role="main" class="span9"><div id="system-message-container"></div>
      <div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="vi-VN"/><div class="page-header"><h2 itemprop="headline">\(title)</h2></div>
      <div class="icons"><div class="btn-group pull-right"><ul class="dropdown-menu"><li class="print-icon"><a href="?print=1">In</a></li></ul></div></div>
      <dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="category-name">Chuyên mục: <a href="/xa-hoi">Xã hội</a></dd><dd class="published"><time datetime="2026-09-17T10:22:00+07:00">Được đăng: 17 Tháng 9 2026</time></dd><dd class="hits">Lượt xem: 93</dd></dl>
      <div itemprop="articleBody"><p><strong>\(summary)</strong></p>\(p())</div>
      <ul class="pager pagenav"><li class="previous"><a href="/tin/200" rel="prev">Trước</a></li><li class="next"><a href="/tin/202" rel="next">Sau</a></li></ul></div></main>
      <div id="aside" class="span3"><div class="well"><h3 class="page-header">Tin mới nhất</h3><ul class="latestnews">\(others)</ul></div></div></div></div>
      """))

  static let radio = Sample(
    name: "WordPress of a radio and television station",
    html: page(
      "<meta property=\"og:description\" content=\"\(summary)\">",
      """
      <div id="tdi_1" class="td-theme-wrap"><div class="td-main-content-wrap"><article id="post-771" class="post-771 post type-post status-publish">
      <div class="td-post-header"><ul class="td-category"><li><a href="/thoi-su">Thời sự</a></li></ul><header class="td-post-title"><h1 class="entry-title">\(title)</h1>
      <div class="td-module-meta-info"><span class="td-post-date"><time class="entry-date" datetime="2026-09-17T10:22:00+07:00">17/09/2026</time></span><div class="td-post-views">512</div></div></header></div>
      <div class="td-post-sharing-top"><span>Chia sẻ</span><a href="#">Facebook</a></div>
      <div class="td-post-content tagdiv-type"><div class="wp-video"><iframe src="https://video.example/embed/1"></iframe></div><p><strong>\(summary)</strong></p>\(p())
      <p style="text-align: right;"><em>Thu Hiền – Quang Minh</em></p></div>
      <div class="td-post-next-prev"><div class="td-post-prev-post"><span>Bài trước</span><a href="/x">Chợ phiên cuối tuần nhộn nhịp trở lại sau mưa lũ</a></div></div></article>
      <div class="td_block_related_posts"><h4 class="td-related-title"><a>BÀI VIẾT LIÊN QUAN</a></h4><div class="td_module_related_posts"><h3 class="entry-title"><a href="/y">Đàn trâu của bản Nà Tông được tiêm phòng</a></h3></div></div>
      <div class="comments" id="comments"><div id="respond"><h3>BÌNH LUẬN</h3><p>Vui lòng nhập bình luận của bạn vào đây, chúng tôi sẽ đăng sau khi duyệt.</p></div></div></div></div>
      """),
    paragraphs: texts + ["Thu Hiền – Quang Minh"])

  static let magazine = Sample(
    name: "eMagazine",
    html: page(
      "",
      """
      <div class="emagazine"><div class="e-cover"><img src="cover.jpg"><h1 class="e-title">\(title)</h1><div class="e-sapo">\(summary)</div></div>
      <div class="e-body"><div class="VCSortableInPreviewMode" type="content"><div class="e-text"><p>\(texts[0])</p></div></div>
      <div class="VCSortableInPreviewMode" type="Photo"><img src="a.jpg"><div class="PhotoCMS_Caption"><p>Nhà trạm nhìn từ đồi chè phía tây.</p></div></div>
      <div class="e-text"><h3>Sáu phòng khám giữa rừng</h3><p>\(texts[1])</p></div><div class="e-quote"><p>\(texts[2])</p></div>
      <div class="e-text"><p>\(texts[3])</p></div><div class="e-credit"><p>Nội dung: Thu Hà</p><p>Ảnh: Văn Tiến</p></div></div>
      <div class="e-relate"><ul>\(others)</ul></div></div>
      """),
    paragraphs: [texts[0], "Nhà trạm nhìn từ đồi chè phía tây.", "Sáu phòng khám giữa rừng"] + texts[1...]
      + ["Nội dung: Thu Hà", "Ảnh: Văn Tiến"])

  static let gallery = Sample(
    name: "gallery",
    html: page(
      "",
      """
      <div class="main-col"><div class="gallery-detail"><h1>\(title)</h1><p class="lead">\(summary)</p><div class="gallery-list">
      \(texts.enumerated().map { "<div class=\"item\"><a href=\"/images/\($0 + 1).jpg\"><img src=\"/images/\($0 + 1).jpg\" alt=\"\"></a><div class=\"caption\"><span>\($0 + 1)/4</span> \($1)</div></div>" }.joined())
      </div></div></div><div class="right-col"><h3>Ảnh khác</h3><ul>\(others)</ul></div>
      """),
    paragraphs: texts.enumerated().map { "\($0 + 1)/4 \($1)" })

  static let liveBlog = Sample(
    name: "live blog",
    html: page(
      "",
      """
      <article class="live"><h1>\(title)</h1><h2 class="sapo">\(summary)</h2><ul class="live-list">
      \(texts.enumerated().map { "<li class=\"live-item\"><time datetime=\"2026-09-17T1\(4 - $0):05:00+07:00\">1\(4 - $0):05</time><div class=\"live-text\"><p>\($1)</p></div></li>" }.joined())
      </ul></article>
      """),
    paragraphs: texts.reversed())

  static let video = Sample(
    name: "video with a caption",
    html: page(
      "<meta property=\"og:description\" content=\"\(summary)\">",
      """
      <header><ul><li><a href="/truyen-hinh">Truyền hình</a></li><li><a href="/phat-thanh">Phát thanh</a></li></ul></header>
      <div class="video-detail"><h1 class="video-title">\(title)</h1><div class="player"><video src="a.mp4"></video></div>
      <div class="video-desc">\(summary)</div><div class="meta">17/09/2026 10:22</div></div>
      <div class="list-video"><h3>Video khác</h3><ul>\(others)\(others)</ul></div><footer>Đài Phát thanh và Truyền hình. Giấy phép số 12.</footer>
      """), summary: "", paragraphs: [summary])

  static let tables = Sample(
    name: "tables and line breaks",
    html: """
      <html><head><title>Trang tin xa Khau Trang</title><meta http-equiv=Content-Type content="text/html; charset=utf-8"></head><body bgcolor=#ffffff>
      <table width=100%><tr><td colspan=3><img src=banner.jpg></td></tr><tr><td width=180 valign=top><table><tr><td><a href=/>Trang ch&#7911;</a></td></tr><tr><td><a href=/tin>Tin t&#7913;c</a></td></tr></table></td>
      <td valign=top><font color=#cc0000 size=3><b>\(title)</b></font><br><font size=1>(17/09/2026 10:22)</font><br><br><b>\(summary)</b><br><br>\(texts.joined(separator: "<br><br>\n"))<br><br><div align=right><b>H.V.K</b></div>
      <hr><b>Tin đã đưa:</b><br><a href=/1>&bull; Chợ phiên cuối tuần nhộn nhịp trở lại</a><br><a href=/2>&bull; Đàn trâu của bản được tiêm phòng</a><br></td>
      <td width=160 valign=top><b>Liên kết</b><br><select><option>-- Chọn trang --</option></select><br>Số người đang xem: 12</td></tr></table></body></html>
      """, paragraphs: texts + ["H.V.K"])

  static let decomposed = Sample(
    name: "NFD",
    html: page(
      "",
      "<div class=\"content\"><h1>\(title)</h1><div class=\"sapo\">\(summary)</div><div class=\"noi-dung\">\(p())</div></div>"
    )
    .decomposedStringWithCanonicalMapping)

  static let sharePoint = Sample(
    name: "SharePoint",
    html: page(
      "",
      """
      <form id="aspnetForm"><div id="s4-workspace"><div id="s4-bodyContainer"><div class="menu-top"><ul><li><a href="/Pages/default.aspx">Trang chủ</a></li></ul></div>
      <div class="ms-webpart-zone"><div class="ArticleHeader"><span class="ArticleTitle">\(title)</span></div><div class="ArticleByLine"><span>17/09/2026</span></div>
      <div class="ArticleSummary">\(summary)</div><div class="ArticleContent"><div class="ExternalClass5A7F"><p>\u{200B}\(texts[0])</p><p>\(texts[1])</p><div>\(texts[2])</div><div>\(texts[3])</div><p>\u{200B}</p></div></div>
      <div class="ArticleOther"><div class="ArticleOtherTitle">Các tin khác:</div><ul>\(others)</ul></div></div></div></div></form>
      """))

  static let spans = Sample(
    name: "paragraphs as spans with breaks",
    html: page(
      "",
      """
      <div class="bx_main"><div class="post"><span id="ctl00_lblTitle" class="tieude">\(title)</span><br/><span id="ctl00_lblDate" class="ngay">Cập nhật ngày: 17/09/2026 10:22:07 SA</span>
      <div id="ctl00_lblSummary" class="tomtat">\(summary)</div><span id="ctl00_lblContent">\(texts.map { "<span>\($0)</span>" }.joined(separator: "<br/>"))</span>
      <br/><span id="ctl00_lblAuthor" class="tacgia">Lý Thị Páo</span></div><div class="bx_khac"><b>CÁC TIN KHÁC</b>\(others)</div></div>
      """), paragraphs: texts + ["Lý Thị Páo"])

  static let poem = Sample(
    name: "blockquotes and lists",
    html: page(
      "",
      """
      <div class="detail"><h1 class="detail-title">\(title)</h1><p class="detail-sapo">\(summary)</p><div class="detail-content afcbc-body"><p>\(texts[0])</p>
      <ul><li>Phòng khám số một dành cho trẻ em dưới sáu tuổi, mở từ bảy giờ.</li><li>Phòng khám số hai dành cho phụ nữ mang thai, mở cả ngày.</li></ul>
      <p>\(texts[1])</p><blockquote><p>\(texts[2])</p></blockquote><p>\(texts[3])</p></div><div class="detail-tags"><a href="/tag/y-te">y tế</a><a href="/tag/xa">xã</a></div>
      <div class="box-category"><h3>Đọc thêm</h3><ul>\(others)</ul></div></div>
      """),
    paragraphs: [
      texts[0], "Phòng khám số một dành cho trẻ em dưới sáu tuổi, mở từ bảy giờ.",
      "Phòng khám số hai dành cho phụ nữ mang thai, mở cả ngày.",
    ] + texts[1...])

  static let data = Sample(
    name: "text in a table of figures",
    html: page(
      "",
      """
      <div class="article-detail"><h1>\(title)</h1><div class="sapo">\(summary)</div><div class="article-content"><p>\(texts[0])</p>
      <table border="1"><tbody><tr><td>Năm</td><td>Lượt khám tại trạm</td></tr><tr><td>2024</td><td>1.932 lượt</td></tr></tbody></table><p>\(texts[1])</p><p>\(texts[2])</p><p>\(texts[3])</p></div>
      <div class="article-related"><h4>Tin cùng chuyên mục</h4><ul>\(others)</ul></div></div>
      """),
    paragraphs: [texts[0], "Năm", "Lượt khám tại trạm", "2024", "1.932 lượt"] + texts[1...])
}
