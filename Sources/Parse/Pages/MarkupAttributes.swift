import CXML

/// The attributes of the element just started, read where they lie: most are never asked for.
struct MarkupAttributes {
  let pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  subscript(wanted: StaticString) -> String? { bytes(wanted).map { String(cString: $0) } }

  /// The value as it lies there; empty for an attribute without one.
  func bytes(_ wanted: StaticString) -> UnsafePointer<xmlChar>? {
    guard let pairs else { return nil }
    var i = 0
    while let name = pairs[i] {
      if xmlStrcmp(name, wanted.utf8Start) == 0 { return pairs[i + 1] ?? StaticString("").utf8Start }
      i += 2
    }
    return nil
  }
}
