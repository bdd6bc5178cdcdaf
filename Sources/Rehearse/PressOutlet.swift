/// One of the three outlets of the rehearsed press.
enum PressOutlet: Int, CaseIterable, Sendable {
  case newspaper, broadcaster, portal

  var name: String {
    switch self {
    case .newspaper: "Báo Lâm Khê"
    case .broadcaster: "Đài Phát thanh và Truyền hình tỉnh Lâm Khê"
    case .portal: "Cổng thông tin điện tử tỉnh Lâm Khê"
    }
  }

  var stories: [Story] {
    switch self {
    case .newspaper: NewspaperStories.all
    case .broadcaster: BroadcasterStories.all
    case .portal: PortalStories.all
    }
  }

  /// Where its source is polled.
  var sourcePath: String {
    switch self {
    case .newspaper: "/rss/home.rss"
    case .broadcaster: "/atom.xml"
    case .portal: "/vi/tin-tuc"
    }
  }

  /// Where a story stands; each outlet has the habits of another CMS.
  func path(of story: Story) -> String {
    let id = Checksum.of(story.slug)
    switch self {
    case .newspaper: return "/thoi-su/\(story.slug)-\(Checksum.hexadecimal(id, digits: 7))/"
    case .broadcaster: return "/tin-tuc/\(story.slug)-\(100_000 + id % 900_000).html"
    case .portal: return "/vi/post/\(story.slug)?type=NEWS&id=\(100_000 + id % 900_000)"
    }
  }
}
