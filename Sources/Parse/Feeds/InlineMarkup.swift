/// Writes markup that stands unescaped inside a field back as text.
struct InlineMarkup {
  private var open: [String] = []
  private var dropsOuterDivision: Bool

  init(dropsOuterDivision: Bool = false) { self.dropsOuterDivision = dropsOuterDivision }

  mutating func open(_ name: String, _ attributes: FeedAttributes, to text: inout [UInt8]) {
    if dropsOuterDivision, open.isEmpty, name == "div" {
      open.append("")
      return
    }
    open.append(name)
    text.append(contentsOf: "<\(name)".utf8)
    for (name, value) in attributes.all {
      text.append(contentsOf: " \(name)=\"".utf8)
      Self.escape(value.utf8, quotes: true, to: &text)
      text.append(0x22)
    }
    text.append(0x3E)
  }

  mutating func close(to text: inout [UInt8]) {
    guard let name = open.popLast(), !name.isEmpty else { return }
    let isEmpty = ["br", "img", "hr", "input", "wbr", "source"].contains(name)
    if !isEmpty { text.append(contentsOf: "</\(name)>".utf8) }
  }

  /// Text inside such markup is escaped again; a field without it is kept as it is.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    if open.isEmpty {
      text.append(contentsOf: bytes)
    } else {
      Self.escape(bytes, quotes: false, to: &text)
    }
  }

  private static func escape(_ bytes: some Sequence<UInt8>, quotes: Bool, to text: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case 0x3C: text.append(contentsOf: "&lt;".utf8)
      case 0x3E: text.append(contentsOf: "&gt;".utf8)
      case 0x26: text.append(contentsOf: "&amp;".utf8)
      case 0x22 where quotes: text.append(contentsOf: "&quot;".utf8)
      default: text.append(byte)
      }
    }
  }
}
