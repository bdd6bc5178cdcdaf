import CXML
import Glibc

/// Runs libxml2's HTML parser over stripped UTF-8 bytes.
enum MarkupReader {
  private static let options = Int32(
    bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_NODEFDTD.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue)

  /// The page as a flat array, without a tree.
  static func read(_ bytes: [UInt8]) -> PageMarkup {
    var sink = MarkupSink()
    // One chunk: a character split between two would turn the rest of the page into Latin-1.
    let marked = bytes + Array("<\(MarkupSink.endMark)>".utf8)
    withUnsafeMutablePointer(to: &sink) { sink in
      var handler = handler()
      guard let parser = htmlCreatePushParserCtxt(&handler, sink, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else { return }
      htmlCtxtUseOptions(parser, options)
      marked.withUnsafeBytes { buffer in
        let start = buffer.bindMemory(to: CChar.self).baseAddress
        _ = htmlParseChunk(parser, start, Int32(clamping: buffer.count), 0)
      }
      htmlParseChunk(parser, nil, 0, 1)
      if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
      htmlFreeParserCtxt(parser)
    }
    return sink.finish()
  }

  /// The page by way of a tree, on which an outlet's own XPath rules are run first.
  static func read(_ bytes: [UInt8], article: String?, remove: [String]) -> PageMarkup {
    let marked = bytes + Array("<\(MarkupSink.endMark)></\(MarkupSink.endMark)>".utf8)
    guard let document = tree(marked) else { return PageMarkup() }
    defer { xmlFreeDoc(document) }
    var removed: [xmlNodePtr] = []
    for path in remove {
      for node in nodes(at: path, in: document) where node.pointee.type == XML_ELEMENT_NODE {
        // Freed only at the end, each on its own: a later hit may lie inside an earlier one.
        xmlUnlinkNode(node)
        removed.append(node)
      }
    }
    defer { for node in removed { xmlFreeNode(node) } }
    let chosen = article.map { nodes(at: $0, in: document) } ?? []
    var sink = MarkupSink()
    if let root = xmlDocGetRootElement(document) { walk(root, into: &sink, chosen: Set(chosen)) }
    return sink.finish()
  }

  private static func tree(_ bytes: [UInt8]) -> htmlDocPtr? {
    bytes.withUnsafeBytes { buffer in
      let start = buffer.bindMemory(to: CChar.self).baseAddress
      guard let parser = htmlCreateMemoryParserCtxt(start, Int32(clamping: buffer.count)) else { return nil }
      defer { htmlFreeParserCtxt(parser) }
      htmlCtxtUseOptions(parser, options)
      if let handler = xmlFindCharEncodingHandler("UTF-8") { xmlSwitchToEncoding(parser, handler) }
      // The HTML parser knows no such option, but the tree it builds stops at depth 256 without it.
      parser.pointee.options |= Int32(bitPattern: XML_PARSE_HUGE.rawValue)
      htmlParseDocument(parser)
      return parser.pointee.myDoc
    }
  }

  private static func handler() -> htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.serror = { _, _ in }
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      context.assumingMemoryBound(to: MarkupSink.self).pointee.start(name, attributes)
    }
    handler.endElement = { context, name in
      guard let context, let name else { return }
      context.assumingMemoryBound(to: MarkupSink.self).pointee.end(name)
    }
    handler.characters = { context, bytes, count in
      guard let context, count > 0 else { return }
      let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
      context.assumingMemoryBound(to: MarkupSink.self).pointee.characters(buffer)
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    return handler
  }

  private static func nodes(at path: String, in document: htmlDocPtr) -> [xmlNodePtr] {
    guard let context = xmlXPathNewContext(document) else { return [] }
    defer { xmlXPathFreeContext(context) }
    guard let result = xmlXPathEvalExpression(path, context) else { return [] }
    defer { xmlXPathFreeObject(result) }
    guard result.pointee.type == XPATH_NODESET, let set = result.pointee.nodesetval, let table = set.pointee.nodeTab
    else { return [] }
    return (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }
  }

  private static func walk(_ node: xmlNodePtr, into sink: inout MarkupSink, chosen: Set<xmlNodePtr>) {
    var next: xmlNodePtr? = node
    while let node = next {
      next = node.pointee.next
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        guard let content = node.pointee.content else { continue }
        sink.characters(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      case XML_ELEMENT_NODE:
        guard let name = node.pointee.name else { continue }
        start(node, name, into: &sink)
        if chosen.contains(node) { sink.choose() }
        if let child = node.pointee.children { walk(child, into: &sink, chosen: chosen) }
        sink.end(name)
      default: continue
      }
    }
  }

  private static func start(_ node: xmlNodePtr, _ name: UnsafePointer<xmlChar>, into sink: inout MarkupSink) {
    var pairs: [UnsafePointer<xmlChar>?] = []
    var owned: [UnsafeMutablePointer<xmlChar>] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      attribute = current.pointee.next
      guard let key = current.pointee.name else { continue }
      let value = xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1)
      if let value { owned.append(value) }
      pairs.append(key)
      pairs.append(value.map { UnsafePointer($0) })
    }
    pairs.append(nil)
    pairs.withUnsafeMutableBufferPointer { sink.start(name, $0.baseAddress) }
    for value in owned { free(value) }
  }
}
