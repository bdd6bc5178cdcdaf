import CXML
import News

/// One pass of libxml2's push parser over a document, handing its events to a feed builder.
final class SAXRun {
  private static let chunkSize = 64 << 10
  private static let depthLimit = 256

  private let builder: FeedBuilder
  private var context: xmlParserCtxtPtr?
  private var spaces: [UnsafePointer<xmlChar>: FeedSpace] = [:]
  private var depth = 0
  private var line: Int?
  private(set) var failure: ParseFailure?
  private(set) var isWhole = false

  init(url: String, source: Source) { builder = FeedBuilder(url: url, source: source) }

  var entryCount: Int { builder.feed.entries.count }
  var result: Result<ParsedFeed, ParseFailure> {
    if let failure = failure ?? builder.failure { return .failure(failure) }
    return .success(builder.feed)
  }
  /// What was read of a document that could not be read whole.
  var damagedResult: Result<ParsedFeed, ParseFailure> {
    if let failure = failure ?? builder.failure { return .failure(failure) }
    guard builder.hasRoot else {
      return .failure(ParseFailure(.malformed, "the XML cannot be read", line: line))
    }
    builder.end()
    var feed = builder.feed
    feed.damaged = true
    return .success(feed)
  }

  func run(_ bytes: [UInt8], recovers: Bool) {
    xmlInitParser()
    builder.recovers = recovers
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
    let recovery = recovers ? XML_PARSE_RECOVER.rawValue : 0
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | recovery))
    feed(bytes, to: context, recovers: recovers)
    // Junk behind the root's end takes nothing away.
    isWhole = builder.isClosed || context.pointee.wellFormed == 1
    if !isWhole { line = context.pointee.input.map { Int($0.pointee.line) } }
    if isWhole, failure == nil { builder.end() }
  }

  private func feed(_ bytes: [UInt8], to context: xmlParserCtxtPtr, recovers: Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count, failure == nil, builder.failure == nil {
        let count = min(Self.chunkSize, buffer.count - at)
        buffer.baseAddress?.advanced(by: at).withMemoryRebound(to: CChar.self, capacity: count) {
          _ = xmlParseChunk(context, $0, Int32(count), 0)
        }
        if context.pointee.wellFormed == 0, !recovers { return }
        at += count
      }
      _ = xmlParseChunk(context, nil, 0, 1)
    }
  }

  private func start(
    _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
    _ attributes: FeedAttributes
  ) {
    depth += 1
    if depth > Self.depthLimit { return stop(ParseFailure(.tooDeep, "elements are nested too deep")) }
    builder.start(String(cString: name), space(uri, prefix), attributes)
    if let failure = builder.failure { stop(failure) }
  }

  private func end() {
    depth -= 1
    builder.close()
  }

  private func stop(_ reason: ParseFailure) {
    failure = reason
    xmlStopParser(context)
  }

  /// libxml2 interns its names, so that the address of a namespace tells it.
  private func space(_ uri: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) -> FeedSpace {
    guard let key = uri ?? prefix else { return .plain }
    if let known = spaces[key] { return known }
    let space = uri.map { FeedSpace(uri: String(cString: $0), hasPrefix: prefix != nil) }
    let found = space ?? FeedSpace(prefix: String(cString: key))
    spaces[key] = found
    return found
  }

  private static func of(_ context: UnsafeMutableRawPointer?, _ body: (SAXRun) -> Void) {
    guard let context else { return }
    Unmanaged<SAXRun>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.getEntity = { xmlGetPredefinedEntity($1) }
    handler.startElementNs = { context, name, prefix, uri, _, _, count, _, values in
      guard let name else { return }
      SAXRun.of(context) { $0.start(name, prefix, uri, FeedAttributes(count: Int(count), values: values)) }
    }
    handler.endElementNs = { context, _, _, _ in SAXRun.of(context) { $0.end() } }
    handler.characters = { context, text, count in
      guard let text else { return }
      SAXRun.of(context) { $0.builder.append(UnsafeBufferPointer(start: text, count: Int(count))) }
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
