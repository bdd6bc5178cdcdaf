/// What an element of a feed says, and how much it counts beside others that say the same.
struct FeedField {
  enum Role {
    case title, link, id, summary, content, published, updated, date, author, person, name, email, category,
      keywords, language, enclosure, generator, outline, ttl, skip
  }

  let role: Role
  let rank: Int

  init(_ role: Role, _ rank: Int = 4) {
    self.role = role
    self.rank = rank
  }

  /// The field of an element, by vocabulary and name in lower case.
  static func of(_ name: String, _ space: FeedSpace) -> FeedField? {
    switch space {
    case .plain, .netscape: plain[name]
    case .atom, .atom03: atom[name]
    case .dublinCore: dublinCore[name]
    case .content: name == "encoded" ? FeedField(.content) : nil
    case .itunes: itunes[name]
    case .news: news[name]
    case .media: media[name]
    case .feedburner: name == "origlink" ? FeedField(.link, 5) : nil
    case .xhtml: name == "body" ? FeedField(.content, 2) : nil
    case .rdf, .other: nil
    }
  }

  private static let plain: [String: FeedField] = [
    "title": .init(.title), "link": .init(.link), "guid": .init(.id), "description": .init(.summary),
    "summary": .init(.summary, 2), "content": .init(.content, 2), "encoded": .init(.content, 2),
    "pubdate": .init(.published),
    "published": .init(.published, 3), "updated": .init(.updated, 3), "lastbuilddate": .init(.updated),
    "issued": .init(.published, 3), "modified": .init(.updated, 3), "created": .init(.published, 2),
    "author": .init(.person), "name": .init(.name), "email": .init(.email), "creator": .init(.author, 3),
    "id": .init(.id, 2), "date": .init(.date, 2), "category": .init(.category), "enclosure": .init(.enclosure),
    "language": .init(.language), "generator": .init(.generator), "image": .init(.skip),
    "textinput": .init(.skip), "loc": .init(.link), "lastmod": .init(.updated), "outline": .init(.outline),
    "ttl": .init(.ttl),
  ]

  static let atom: [String: FeedField] = [
    "title": .init(.title, 3), "link": .init(.link, 3), "id": .init(.id, 3), "summary": .init(.summary, 3),
    "subtitle": .init(.summary, 3), "tagline": .init(.summary, 3), "content": .init(.content, 3),
    "published": .init(.published, 3), "issued": .init(.published, 3), "created": .init(.published, 2),
    "updated": .init(.updated, 3), "modified": .init(.updated, 3), "author": .init(.person, 4),
    "name": .init(.name), "email": .init(.email), "category": .init(.category), "generator": .init(.generator),
    "contributor": .init(.skip), "source": .init(.skip),
  ]

  private static let dublinCore: [String: FeedField] = [
    "title": .init(.title, 2), "description": .init(.summary, 2), "creator": .init(.author, 3),
    "author": .init(.author, 3), "subject": .init(.category), "language": .init(.language, 3),
    "identifier": .init(.id, 1), "date": .init(.date, 2), "issued": .init(.published, 2),
    "created": .init(.published, 1), "modified": .init(.updated, 3),
  ]

  private static let itunes: [String: FeedField] = [
    "title": .init(.title, 1), "summary": .init(.summary, 1), "author": .init(.author, 2),
    "keywords": .init(.keywords), "owner": .init(.skip),
  ]

  private static let media: [String: FeedField] = [
    "content": .init(.enclosure), "title": .init(.title, 1), "description": .init(.summary, 1),
    "keywords": .init(.keywords),
  ]

  private static let news: [String: FeedField] = [
    "title": .init(.title), "publication_date": .init(.published), "language": .init(.language),
    "keywords": .init(.keywords),
  ]
}
