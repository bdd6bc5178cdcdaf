import FoundationEssentials
import News

/// A field whose text is being gathered.
struct FieldCapture {
  enum Shape { case text, literal, base64 }

  let field: FeedField
  let depth: Int
  let shape: Shape
  /// A guid that is an address too.
  let isPermalink: Bool

  init(_ field: FeedField, depth: Int, format: String, _ attributes: FeedAttributes) {
    self.field = field
    self.depth = depth
    let type = attributes.value("type")?.lowercased()
    shape = Self.shape(type: type, mode: attributes.value("mode")?.lowercased(), format: format)
    isPermalink = field.role != .id || attributes.value(inAnyCase: "ispermalink")?.lowercased() != "false"
  }

  private static func shape(type: String?, mode: String?, format: String) -> Shape {
    guard format.hasPrefix("atom") else { return .text }
    if mode == "base64" { return .base64 }
    guard let type else { return format == "atom10" ? .literal : .text }
    if type == "text" || type == "text/plain" { return .literal }
    let isText = ["html", "xhtml"].contains(type) || type.hasPrefix("text/") || type.hasSuffix("xml")
    return isText || format == "atom03" || !type.contains("/") ? .text : .base64
  }

  /// Base64 as text; what is no text says nothing.
  static func decoded(_ base64: [UInt8]) -> [UInt8] {
    guard let data = Data(base64Encoded: Data(base64), options: .ignoreUnknownCharacters) else { return [] }
    let bytes = Array(data)
    let scan = TextScan(bytes)
    guard scan.isUTF8 else { return [] }
    return NormalForm.composed(scan.hasForbidden ? ControlCharacters.dropped(from: bytes) : bytes)
  }
}
