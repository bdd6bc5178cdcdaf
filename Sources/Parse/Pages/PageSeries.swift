import News

/// The pages an article is cut into, as far as their addresses are known: such as differ from the article's own in a
/// page's number only, so that a link to the next article is never one.
public struct PageSeries: Sendable {
  /// Pages of one article that are read at most.
  public static let most = 10

  /// How many pages were taken in.
  public private(set) var count = 0
  private let articles: Set<String>
  private var addresses: [Int: String] = [:]

  /// The series that starts with a page answered from `url`.
  public init(first: ParsedPage, url: String) {
    let own = [url, first.canonical].compactMap(\.self)
    articles = Set(own.map { WebAddress.canonical($0, hosts: []) } + own.flatMap(Self.whole))
      .filter { $0.contains("/") || $0.contains("?") }
    take(first)
  }

  /// Takes in the next page, which may link to later ones.
  public mutating func take(_ page: ParsedPage) {
    count += 1
    for pager in page.pagers {
      guard let read = PageAddress(pager), read.number > count, addresses[read.number] == nil else { continue }
      if !articles.isDisjoint(with: read.articles) { addresses[read.number] = pager }
    }
  }

  /// The address of the page that follows; nil where the article ends.
  public var next: String? { count < Self.most ? addresses[count + 1] : nil }

  /// An article's own address may say that this is its first page.
  private static func whole(_ url: String) -> [String] {
    guard let read = PageAddress(url), read.number == 1, read.isMarked else { return [] }
    return read.articles
  }
}

extension ParsedPage {
  /// Adds the words of the article's next page that were not there before: title, summary and credits are repeated on
  /// each. False, and nothing is added, where it mostly says again what was said: then the numbers turn something else.
  public mutating func append(_ next: ParsedPage) -> Bool {
    let known = Set(paragraphs + [title, summary])
    let shown = (next.summary.isEmpty ? [] : [next.summary]) + next.paragraphs
    let added = shown.filter { !known.contains($0) }
    func size(_ paragraphs: [String]) -> Int { paragraphs.reduce(0) { $0 + $1.utf8.count } }
    guard size(added) * 2 > size(shown.filter { $0 != summary }) else { return false }
    paragraphs += added
    asides.merge(next.asides.filter { !known.contains($0.key) }) { own, _ in own }
    hasCorrection = hasCorrection || next.hasCorrection
    damaged = damaged || next.damaged
    return true
  }
}
