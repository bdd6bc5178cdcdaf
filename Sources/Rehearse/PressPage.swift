/// The pages of the rehearsed press, with furniture that is never twice the same.
struct PressPage: Sendable {
  let outlet: PressOutlet
  let base: String
  let load: Int
  let related: [Story]

  func article(_ story: Story, published: PressDate) -> String {
    let paragraphs = story.paragraphs.map { "<p>\(Markup.escaped($0))</p>" }.joined(separator: "\n")
    return page(
      title: story.title,
      head: """
        <meta name="description" content="\(Markup.escaped(story.summary))">
        <meta property="og:type" content="article">
        <meta property="og:title" content="\(Markup.escaped(story.title))">
        <meta property="og:description" content="\(Markup.escaped(story.summary))">
        <meta property="article:published_time" content="\(published.rfc3339)">
        <link rel="canonical" href="\(Markup.escaped(base + outlet.path(of: story)))">
        """,
      main: """
        <article class="detail"><h1 class="title">\(Markup.escaped(story.title))</h1>
        <div class="meta"><time datetime="\(published.rfc3339)">\(published.vietnamese)</time></div>
        <div class="sapo"><strong>\(Markup.escaped(story.summary))</strong></div>
        <div class="content" id="content">
        \(paragraphs)
        </div></article>
        """)
  }

  func listing(_ items: [(story: Story, published: PressDate)]) -> String {
    let rows = items.map { story, published in
      """
      <li><h3><a href="\(Markup.escaped(outlet.path(of: story)))">\(Markup.escaped(story.title))</a></h3>
      <span class="date">\(published.vietnamese)</span><p>\(Markup.escaped(story.summary))</p></li>
      """
    }
    return page(
      title: "Tin tức", head: "",
      main: "<main><h1>Tin tức</h1><ul class=\"list\">\n\(rows.joined(separator: "\n"))\n</ul></main>")
  }

  var missing: String {
    page(
      title: "Không tìm thấy", head: "",
      main: "<main><h1>404</h1><p>Bài viết không tồn tại hoặc đã bị gỡ bỏ.</p></main>")
  }

  private func page(title: String, head: String, main: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="vi"><head><meta charset="utf-8"><title>\(Markup.escaped(title)) - \(outlet.name)</title>
    \(head)
    <script>window.luot = \(load);</script></head><body>
    <header><a href="/">\(outlet.name)</a><div class="clock">\(clock)</div>
    <nav><ul><li><a href="/thoi-su/">Thời sự</a></li><li><a href="/kinh-te/">Kinh tế</a></li>
    <li><a href="/van-hoa/">Văn hóa</a></li></ul></nav></header>
    <div class="ads banner"><a href="https://quang-cao.example/\(load)">\(advertisement)</a></div>
    \(main)
    <aside class="related"><h4>Tin liên quan</h4><ul>
    \(relatedLinks)
    </ul></aside>
    <footer>Lượt xem: \(12_000 + load * 7) · Đang trực tuyến: \(40 + load % 13)<p>\(outlet.name). Giữ bản quyền nội dung.</p>
    </footer></body></html>
    """
  }

  private var clock: String { "Hôm nay, \(load / 60 % 24) giờ \(load % 60) phút" }

  private var advertisement: String {
    let all = ["Chè Khe Mây, thơm từ núi", "Nhà xe Đá Trắng, ngày ba chuyến", "Hội chợ Bến Vân, vé vào tự do"]
    return all[load % all.count]
  }

  private var relatedLinks: String {
    guard !related.isEmpty else { return "" }
    return (0..<min(4, related.count)).map { step in
      let story = related[(load + step * 3) % related.count]
      return "<li><a href=\"\(Markup.escaped(outlet.path(of: story)))\">\(Markup.escaped(story.title))</a></li>"
    }.joined(separator: "\n")
  }
}
