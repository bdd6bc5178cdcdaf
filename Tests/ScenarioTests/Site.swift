import TestKit

/// A small outlet: a feed that names articles, and their pages.
struct Site: Sendable {
  var articles = 3
  var feedHeaders: [String] = []

  static let feedPath = "/rss"

  func answer(_ request: ScriptedRequest, origin: String) -> ScriptedAnswer {
    if request.path == Self.feedPath {
      return .text(feed(origin: origin), type: "application/rss+xml", feedHeaders)
    }
    let number = request.path.split(separator: "-").last.flatMap { Int($0) }
    guard let number, number <= articles else { return .missing }
    return .text(page(number), type: "text/html; charset=utf-8")
  }

  func path(_ number: Int) -> String { "/ban-tin-thuy-van-so-\(number)" }

  func feed(origin: String) -> String {
    let items = (0..<articles).map { number in
      "<item><title>\(title(number + 1))</title><link>\(origin)\(path(number + 1))</link></item>\n"
    }
    return "<rss version=\"2.0\"><channel><title>Bản tin</title>\n\(items.joined())</channel></rss>"
  }

  private func title(_ number: Int) -> String { "Bản tin thủy văn số \(number)" }

  private func page(_ number: Int) -> String {
    """
    <html><head><title>\(title(number))</title></head><body><article><h1>\(title(number))</h1>
    <p>Trạm đo số \(number) ghi mực nước \(100 + 7 * number) cm lúc sáu giờ, cao hơn hôm qua \(number + 2) cm.</p>
    <p>Người dân ven suối Nậm \(number * 31) được nhắc dời chuồng trại lên bãi cao trước khi trời tối.</p>
    </article></body></html>
    """
  }
}

/// feeds.yaml texts for loopback.
enum FeedsText {
  /// One outlet with one source; peers other than `allowing` are as closed as they are for everybody.
  static func watching(
    _ url: String, kind: String = "feed", allowing: String = "127.0.0.1/32", minFree: String = "1MB"
  ) -> String {
    """
    version: 1
    network:
      per-host-delay: 0s
      allow-addresses: [\(allowing)]
    archive:
      min-free: \(minFree)
    outlets:
      - id: bao
        name: Báo Suối Nậm
        kind: newspaper
        feeds:
          - url: \(url)
            kind: \(kind)

    """
  }
}
