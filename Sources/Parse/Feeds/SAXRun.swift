import CXML
import News

/// One pass of libxml2's push parser over a document, handing its events to a feed builder.
final class SAXRun {
  private static let chunkSize = 64 << 10
  private static let depthLimit = 256

  /// Input the parser holds back inside one tag; more than this is a trap for its quadratic search.
  private static let unreadLimit = 256 << 10

  private let builder: FeedBuilder
  private let budget: ParseBudget
  private var context: xmlParserCtxtPtr?
  private var depth = 0
  /// The namespace of the root where it has no prefix: what else stands in it is of the document's own vocabulary,
  /// whatever the namespace is.
  private var rootSpace: UnsafePointer<xmlChar>?
  /// Of the fault in a document that has not even a root.
  private var line: Int?
  /// Where the CPU time was last asked for.
  private var lastQuestion = 0
  private var failure: ParseFailure?
  private var isWhole = false

  init(url: String, dates: FeedDates, budget: ParseBudget, recovers: Bool = false) {
    builder = FeedBuilder(url: url, dates: dates, recovers: recovers)
    self.budget = budget
  }

  /// The feed or what forbids it; nil where another try may read more.
  var wholeResult: Result<ParsedFeed, ParseFailure>? {
    if let failure = failure ?? builder.failure { return .failure(failure) }
    return isWhole ? .success(builder.feed) : nil
  }
  /// What was read of a document that could not be read whole; where time ran out, the entries until then.
  var damagedResult: Result<ParsedFeed, ParseFailure> {
    let isOutOfTime = failure == ParseBudget.failure && !builder.feed.entries.isEmpty
    if let failure = failure ?? builder.failure, !isOutOfTime { return .failure(failure) }
    guard builder.hasRoot else {
      return .failure(ParseFailure(.malformed, "the XML cannot be read", line: line))
    }
    builder.end()
    var feed = builder.feed
    feed.damaged = true
    return .success(feed)
  }

  /// By default glibc maps every block of 128 KiB and more anew and gives it back at once: the page faults took a sixth
  /// of a feed's reading. Blocks up to 1 MiB, and 4 MiB that are free, are kept for the next document.
  private static let keepsMemory = mallopt(M_MMAP_THRESHOLD, 1 << 20) == 1 && mallopt(M_TRIM_THRESHOLD, 4 << 20) == 1

  func run(_ document: FeedDocument) {
    _ = Self.keepsMemory
    xmlInitParser()
    var handler = Self.handler
    guard let context = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    else {
      failure = ParseFailure(.malformed, "no memory for the XML parser")
      return
    }
    self.context = context
    defer {
      xmlFreeDoc(context.pointee.myDoc)
      context.pointee.myDoc = nil
      xmlFreeParserCtxt(context)
      self.context = nil
    }
    let recovery = builder.recovers ? XML_PARSE_RECOVER.rawValue : 0
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | recovery))
    feed(document, to: context)
    // Junk behind the root's end takes nothing away.
    isWhole = builder.isClosed || context.pointee.wellFormed == 1
    if !isWhole { line = context.pointee.input.map { Int($0.pointee.line) + document.linesBefore } }
    if isWhole, failure == nil { builder.end() }
  }

  /// Long CDATA is handed on as it stands: it is known to be clean UTF-8, and the parser would read it three times. The
  /// parser is given the section without its text, and asked whether it takes it for CDATA too.
  private func feed(_ document: FeedDocument, to context: xmlParserCtxtPtr) {
    document.bytes.withUnsafeBufferPointer { buffer in
      var at = document.start
      for text in document.longTexts {
        guard push(buffer, at..<text.lowerBound, to: context) else { return }
        at = text.lowerBound
        guard context.pointee.instate == XML_PARSER_CDATA_SECTION else { continue }
        self.text(UnsafeBufferPointer(rebasing: buffer[text]))
        at = text.upperBound
      }
      guard push(buffer, at..<buffer.count, to: context) else { return }
      _ = xmlParseChunk(context, nil, 0, 1)
    }
  }

  /// Hands bytes to the parser; false once there is no sense in going on.
  private func push(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to context: xmlParserCtxtPtr) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      guard failure == nil, builder.failure == nil else { return false }
      let count = min(Self.chunkSize, range.upperBound - at)
      buffer.baseAddress?.advanced(by: at).withMemoryRebound(to: CChar.self, capacity: count) {
        _ = xmlParseChunk(context, $0, Int32(count), 0)
      }
      at += count
      if context.pointee.wellFormed == 0, !builder.recovers { return false }
      if holdsBack(context) { failure = ParseFailure(.tagTooLong, "a tag is longer than 256 KiB") }
      if at - lastQuestion >= Self.chunkSize {
        lastQuestion = at
        if budget.isSpent { failure = ParseBudget.failure }
      }
    }
    return true
  }

  private func start(
    _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
    _ attributes: FeedAttributes
  ) {
    depth += 1
    if depth > Self.depthLimit { return stop(ParseFailure(.tooDeep, "elements are nested too deep")) }
    let uri = prefix == nil && depth > 1 && uri == rootSpace ? nil : uri
    if depth == 1, prefix == nil { rootSpace = uri }
    let element = builder.element(FeedElement.Key(name: name, space: uri ?? prefix)) {
      (String(cString: name), Self.space(uri, prefix))
    }
    if builder.recovers { builder.isDamaged = context?.pointee.wellFormed == 0 }
    builder.start(element, attributes)
    if let failure = builder.failure { stop(failure) }
  }

  /// The namespaces of the root tell RSS 0.90 from 1.0 even where nothing stands in it.
  private func declare(_ spaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ count: Int) {
    guard depth == 0 else { return }
    for index in 0..<count {
      guard let uri = spaces[index * 2 + 1] else { continue }
      if FeedSpace(uri: String(cString: uri), prefix: nil) == .netscape { builder.isOfNetscape = true }
    }
  }

  private func end() {
    depth -= 1
    if builder.recovers { builder.isDamaged = context?.pointee.wellFormed == 0 }
    builder.close()
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    builder.append(bytes)
    if let failure = builder.failure, self.failure == nil { stop(failure) }
  }

  private func stop(_ reason: ParseFailure) {
    failure = reason
    xmlStopParser(context)
  }

  private static func space(_ uri: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) -> FeedSpace {
    let prefix = prefix.map { String(cString: $0) }
    if let uri { return FeedSpace(uri: String(cString: uri), prefix: prefix) }
    return prefix.map { FeedSpace(prefix: $0) } ?? .plain
  }

  private func holdsBack(_ context: xmlParserCtxtPtr) -> Bool {
    guard let input = context.pointee.input, let unread = input.pointee.cur, let end = input.pointee.end,
      end - unread > Self.unreadLimit
    else { return false }
    return unread[0] == 0x3C && (0x61...0x7A).contains(unread[1] | 0x20)
  }

  private static func of(_ context: UnsafeMutableRawPointer?, _ body: (SAXRun) -> Void) {
    guard let context else { return }
    Unmanaged<SAXRun>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.getEntity = { xmlGetPredefinedEntity($1) }
    handler.startElementNs = { context, name, prefix, uri, spaceCount, spaces, count, _, values in
      guard let name else { return }
      if let spaces, spaceCount > 0 { SAXRun.of(context) { $0.declare(spaces, Int(spaceCount)) } }
      SAXRun.of(context) { $0.start(name, prefix, uri, FeedAttributes(count: Int(count), values: values)) }
    }
    handler.endElementNs = { context, _, _, _ in SAXRun.of(context) { $0.end() } }
    handler.characters = { context, text, count in
      guard let text else { return }
      SAXRun.of(context) { $0.text(UnsafeBufferPointer(start: text, count: Int(count))) }
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.entityDecl = { context, _, _, _, _, _ in
      SAXRun.of(context) { $0.stop(ParseFailure(.documentType, "the document type declares entities")) }
    }
    handler.serror = { _, _ in }
    return handler
  }
}
