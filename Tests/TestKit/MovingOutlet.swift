import Synchronization

/// An outlet that moves to another CMS in one night: other addresses, another template, no redirects.
public final class MovingOutlet: Sendable {
  /// One of its articles.
  public struct Story: Sendable {
    public var title: String
    public var summary: String
    public var paragraphs: [String]
  }

  private let moved = Mutex(false)
  private let listed = Mutex(Int.max)
  public let stories: [Story]

  public init(stories count: Int) { stories = (1...count).map(Self.story) }

  public init(_ stories: [Story]) { self.stories = stories }

  /// From now on the old addresses answer 404; the feed lists so many of the new ones.
  public func move(listing count: Int = .max) {
    moved.withLock { $0 = true }
    listed.withLock { $0 = count }
  }

  /// The answer to a request: a feed at `/rss`, articles by number.
  public func answer(_ request: ScriptedRequest, origin: String) -> ScriptedAnswer {
    let isMoved = moved.withLock { $0 }
    if request.path == "/rss" { return .text(feed(origin, isMoved), type: "application/rss+xml") }
    guard let number = Self.number(request.path), stories.indices.contains(number - 1),
      request.path == path(number, isMoved)
    else { return ScriptedAnswer("404 Not Found", body: Array("<h1>Not found</h1>".utf8)) }
    let story = stories[number - 1]
    return .text(isMoved ? Self.newPage(story, number) : Self.oldPage(story), type: "text/html; charset=utf-8")
  }

  private func path(_ number: Int, _ isMoved: Bool) -> String {
    isMoved ? "/vi/tin/bai?id=\(number)" : "/thoi-su/bai-\(number).html"
  }

  private static func number(_ path: String) -> Int? {
    path.split { !"0123456789".contains($0) }.last.flatMap { Int($0) }
  }

  private func feed(_ origin: String, _ isMoved: Bool) -> String {
    let items = stories.prefix(listed.withLock { $0 }).enumerated().map { index, story in
      "<item><title>\(story.title)</title><link>\(origin)\(path(index + 1, isMoved))</link></item>"
    }
    return "<rss version=\"2.0\"><channel><title>Báo Suối Nậm</title>\(items.joined())</channel></rss>"
  }

  private static func oldPage(_ story: Story) -> String {
    """
    <html><head><title>\(story.title) - Báo Suối Nậm</title></head><body><ul><li><a href="/">Trang chủ</a></li></ul>
    <div class="main"><h1>\(story.title)</h1><h2 class="sapo">\(story.summary)</h2>
    <div class="detail-content">\(story.paragraphs.map { "<p>\($0)</p>" }.joined())</div></div></body></html>
    """
  }

  /// The new template has no sapo of its own and signs every article.
  private static func newPage(_ story: Story, _ number: Int) -> String {
    """
    <html><head><title>Báo Suối Nậm</title><meta property="og:title" content="\(story.title)"></head><body>
    <table><tr><td><b>\(story.title)</b><br><br>\(story.summary)<br><br>
    \(story.paragraphs.joined(separator: "<br><br>"))<br><br>Mã bài: \(number * 37)<br><br>
    Mời bạn đọc gửi tin, ảnh cho tòa soạn qua hộp thư của báo.</td></tr></table></body></html>
    """
  }

  /// Articles whose titles stand every day.
  public static func series(_ count: Int) -> [Story] {
    (1...count).map { number in
      var story = story(number)
      story.title = "Giá nông sản hôm nay"
      return story
    }
  }

  private static func story(_ number: Int) -> Story {
    let place = ["Huổi Lặc", "Nà Phầy", "Pắc Ngoi", "Khau Tràng", "Bản Lằn", "Nặm Cằm"][number % 6]
    let work = ["làm cầu treo", "mở đường vào bản", "kéo điện lưới", "dựng trạm y tế", "trồng rừng", "nuôi cá lồng"]
    let what = work[(number / 6 + number) % 6]
    return Story(
      title: "\(place) \(what), việc thứ \(number) trong năm",
      summary: "Sau \(number + 3) tháng, bà con \(place) đã \(what) xong với \(number * 12) triệu đồng tiền góp.",
      paragraphs: [
        "Từ đầu mùa khô, \(number * 4 + 20) hộ ở \(place) chia nhau \(number + 2) tổ để \(what), mỗi tổ có một tổ trưởng.",
        "Trưởng bản kể rằng năm thứ \(number) ông giữ việc này, chưa lần nào thấy bà con \(place) đồng lòng như vậy.",
        "Huyện hỗ trợ \(number * 5) tấn xi măng và \(number) kỹ sư, còn lại người dân tự lo từ cát sỏi đến cơm nước.",
        "Theo kế hoạch, quý tới \(place) sẽ làm thêm \(number % 4 + 2) việc nữa, trước hết là sửa \(number * 3) mét mương.",
      ])
  }
}
