import News

/// Makes a feed of the elements of an XML document, whatever vocabulary they are of.
final class FeedBuilder {
  /// What is kept of one document; relative links and a long base would otherwise make gigabytes of megabytes.
  private static let memoryLimit = 32 << 20
  private static let baseLimit = 512
  /// The most a sitemap may hold by its protocol; nothing else comes near.
  static let entryLimit = 50_000
  private static let nameLimit = 4096
  static let textLimit = 16 << 20

  var feed = ParsedFeed(format: "")
  var failure: ParseFailure?
  private(set) var isClosed = false
  /// Whether the root declares the vocabulary of RSS 0.90.
  var isOfNetscape = false
  /// Whether unclosed elements are to be expected.
  let recovers: Bool
  /// Whether the parser has met a fault by now: of what it reads from there on, something may be missing.
  var isDamaged = false

  let dates: FeedDates
  var channel = FeedDraft()
  var entry: FeedDraft?
  private var entryDepth = 0
  /// The bytes of the entries so far.
  var kept = 0
  var skipDepth: Int?
  var person = FeedPerson()
  var capture: FieldCapture?
  var markup = InlineMarkup()
  var text: [UInt8] = []
  private(set) var depth = 0
  private var bases: [(depth: Int, url: String)]
  var isAtom = false
  var hasHourlyDates = false
  private var elements: [FeedElement.Key: FeedElement] = [:]

  init(url: String, dates: FeedDates, recovers: Bool) {
    self.dates = dates
    self.recovers = recovers
    bases = [(0, url)]
    text.reserveCapacity(64 << 10)
  }

  var hasRoot: Bool { !feed.format.isEmpty }
  /// Entries and parts beyond the limits are not read.
  var isFull: Bool { feed.entries.count + feed.parts.count >= Self.entryLimit || kept > Self.memoryLimit }

  /// What is known of an element; names of which a document has thousands are a bomb.
  func element(_ key: FeedElement.Key, make: () -> (name: String, space: FeedSpace)) -> FeedElement {
    if let known = elements[key] { return known }
    var (name, space) = make()
    if isAtom && space == .plain { space = .atom }
    let element = FeedElement(name: name, space: space)
    elements[key] = element
    if elements.count > Self.nameLimit {
      failure = ParseFailure(.budget, "the document has more than \(Self.nameLimit) element names")
    }
    return element
  }

  func start(_ element: FeedElement, _ attributes: FeedAttributes) {
    depth += 1
    if depth == 1 { return startRoot(element, attributes) }
    rebase(attributes)
    let isEntry = isEntry(element)
    if capture != nil {
      guard recovers, isEntry || element.field != nil else {
        markup.open(element.name, attributes, to: &text)
        return limitText()
      }
      finishField()
    }
    if isEntry { return startEntry(attributes) }
    guard skipDepth == nil, let field = element.field else { return }
    begin(field, attributes)
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard capture != nil else {
      if person.depth == depth { person.text.append(contentsOf: bytes) }
      return
    }
    markup.append(bytes, to: &text)
    limitText()
  }

  func close() {
    if let capture {
      if depth > capture.depth { markup.close(to: &text) } else { finishField() }
    }
    if skipDepth == depth { skipDepth = nil }
    if person.depth == depth { finishPerson() }
    if entry != nil, entryDepth == depth { finishEntry() }
    if bases.count > 1, bases.last?.depth == depth { bases.removeLast() }
    depth -= 1
    if depth == 0 { isClosed = true }
  }

  private func limitText() {
    guard text.count > Self.textLimit else { return }
    failure = ParseFailure(.budget, "a text grows beyond 16 MiB")
  }

  /// Addresses as they are usually written need no work.
  func resolved(_ reference: [UInt8]) -> [UInt8] {
    let isPlain = reference.starts(with: "http".utf8) && !reference.contains { $0 <= 0x20 }
    return isPlain && reference.contains(0x3A)
      ? reference : Array(resolved(String(decoding: reference, as: UTF8.self)).utf8)
  }

  func resolved(_ reference: String) -> String {
    WebAddress.resolve(reference, against: bases.last?.url) ?? MarkupText.folded(reference)
  }

  func rebase(_ attributes: FeedAttributes) {
    guard let base = attributes.value("base", prefix: "xml"), base.utf8.count <= Self.baseLimit else { return }
    bases.append((depth, resolved(base)))
  }

  func change(_ body: (inout FeedDraft) -> Void) {
    guard var draft = entry.take() else { return body(&channel) }
    body(&draft)
    entry = draft
  }

  private func startEntry(_ attributes: FeedAttributes) {
    guard entry == nil || recovers else { return }
    if entry != nil { finishEntry() }
    if isFull {
      feed.damaged = true
      skipDepth = depth
      return
    }
    skipDepth = nil
    person = FeedPerson()
    var draft = FeedDraft()
    draft.language.offer(attributes.value("lang", prefix: "xml"), 1)
    draft.id.offer(attributes.value("about", prefix: "rdf"), 2)
    entry = draft
    entryDepth = depth
  }
}
