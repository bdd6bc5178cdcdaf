import CXML
import Glibc

/// An HTML tree of libxml2's, freed with its owner; nodes must not outlive it.
final class ListingPage {
  typealias Node = xmlNodePtr

  private let document: htmlDocPtr
  /// Whether a node lies in a menu, as far as it was asked.
  private var menus: [xmlNodePtr: Bool] = [:]

  init?(_ utf8: [UInt8]) {
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    let read = utf8.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8",
        Int32(options | HTML_PARSE_NONET.rawValue))
    }
    guard let read else { return nil }
    document = read
  }

  deinit { xmlFreeDoc(document) }

  /// The nodes an XPath selects; nil if it cannot be read.
  func nodes(_ path: String) -> [xmlNodePtr]? {
    guard let context = xmlXPathNewContext(document) else { return nil }
    defer { xmlXPathFreeContext(context) }
    context.pointee.opLimit = 10_000_000
    context.pointee.error = { _, _ in }
    guard let found = xmlXPathEvalExpression(path, context) else { return nil }
    defer { xmlXPathFreeObject(found) }
    guard let set = found.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
    return (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }
  }

  static func name(_ node: xmlNodePtr) -> String { node.pointee.name.map { String(cString: $0) } ?? "" }

  static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
    guard node.pointee.type == XML_ELEMENT_NODE, let value = xmlGetProp(node, name) else { return nil }
    defer { free(value) }
    return String(cString: value)
  }

  /// The length of the text inside a node; counting ends at `limit`.
  static func textLength(_ node: xmlNodePtr, upTo limit: Int) -> Int {
    var length = 0
    var waiting = [node]
    while let current = waiting.popLast(), length < limit {
      if current.pointee.type == XML_TEXT_NODE { length += Int(xmlStrlen(current.pointee.content)) }
      var child = current.pointee.children
      while let next = child {
        waiting.append(next)
        child = next.pointee.next
      }
    }
    return length
  }

  /// The words inside a node, white space folded.
  static func text(_ node: xmlNodePtr) -> String {
    guard let content = xmlNodeGetContent(node) else { return "" }
    defer { free(content) }
    let bytes = UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
    return String(decoding: MarkupText.folded(Array(bytes)), as: UTF8.self)
  }

  /// The link a selected node is, lies in or holds first.
  static func anchor(at node: xmlNodePtr) -> xmlNodePtr? {
    if node.pointee.type == XML_ATTRIBUTE_NODE { return node.pointee.parent }
    guard node.pointee.type == XML_ELEMENT_NODE else { return nil }
    return elements(in: node).first { name($0) == "a" && attribute("href", of: $0) != nil }
  }

  /// Whether no element that makes a block lies inside.
  static func isLeaf(_ node: xmlNodePtr) -> Bool {
    let blocks: Set = ["p", "div", "ul", "ol", "li", "table", "article", "section", "h1", "h2", "h3", "h4"]
    return !elements(in: node).dropFirst().contains { blocks.contains(name($0)) }
  }

  /// No card of a list has more elements; what lies behind them is not looked at.
  private static let cardLimit = 300

  /// The node and the elements below it, in the order of the page.
  static func elements(in root: xmlNodePtr) -> [xmlNodePtr] {
    var result: [xmlNodePtr] = []
    var waiting = [root]
    while let node = waiting.popLast(), result.count < cardLimit {
      guard node.pointee.type == XML_ELEMENT_NODE else { continue }
      result.append(node)
      var child = node.pointee.last
      while let current = child {
        waiting.append(current)
        child = current.pointee.prev
      }
    }
    return result
  }

  /// Whether the node lies in what leads through the site instead of to news.
  func isInMenu(_ node: xmlNodePtr) -> Bool {
    var asked: [xmlNodePtr] = []
    var answer = false
    var current: xmlNodePtr? = node
    while let element = current, element.pointee.type == XML_ELEMENT_NODE {
      if let known = menus[element] ?? Self.isMenu(element) {
        answer = known
        break
      }
      asked.append(element)
      current = element.pointee.parent
    }
    for element in asked { menus[element] = answer }
    return answer
  }

  /// Whether an element is a menu or an article's card; nil where it is neither.
  private static func isMenu(_ element: xmlNodePtr) -> Bool? {
    let name = name(element)
    if name == "article" { return false }
    if ["nav", "header", "footer", "form"].contains(name) { return true }
    let label = ((attribute("class", of: element) ?? "") + " " + (attribute("id", of: element) ?? "")).lowercased()
    let words = label.utf8.split { $0 == 0x20 || $0 == 0x2D || $0 == 0x5F }
    let menus = ["menu", "nav", "navbar", "footer", "breadcrumb", "header"]
    let isMenu = words.contains { word in menus.contains { word.elementsEqual($0.utf8) } }
    return isMenu && name != "body" ? true : nil
  }
}
