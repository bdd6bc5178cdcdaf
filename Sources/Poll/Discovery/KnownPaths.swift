/// Where the publishing systems of Vietnamese outlets keep what can be polled, and what their addresses hold.
enum KnownPaths {
  static let feeds = [
    "/rss/home.rss", "/rss.xml", "/rss", "/home.rss", "/rss/tin-moi-nhat.rss", "/feed/", "/rss/trang-chu.rss",
    "/index.php?nv=news&op=rss", "/atom.xml", "/feed.json",
  ]

  static let sitemaps = ["/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml", "/sitemap-news.xml"]

  /// The id of the publishing system inside an article's address, the safest sign first.
  static let articleIDs = [
    #"-([0-9a-f]{7})/?$"#, #"-post(\d+)\."#, #"-postid(\d+)"#, #"-(\d{15,20})\.htm"#, #"-(\d{5,8})\.html"#,
    #"[?&]id=(\d+)"#, #"[?&]ItemID=(\d+)"#, #"/(\d+)/[^/]+\.aspx$"#,
  ]

  /// The pattern that fits nearly all the addresses and gives each its own id; nil if there is none.
  static func articleID(of addresses: [String]) -> String? {
    let addresses = Set(addresses)
    guard addresses.count >= 5 else { return nil }
    return articleIDs.first { pattern in
      guard let expression = try? Regex(pattern, as: (Substring, Substring).self) else { return false }
      let ids = addresses.compactMap { try? expression.firstMatch(in: $0)?.output.1 }
      return ids.count * 10 >= addresses.count * 9 && Set(ids).count == ids.count
    }
  }
}
