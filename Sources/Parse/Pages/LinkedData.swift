import Foundation

/// What a page's JSON-LD states about its article.
struct LinkedData {
  private(set) var headline: String?
  private(set) var summary: String?
  /// The whole text, where the page states it.
  private(set) var body: String?
  private(set) var author: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var section: String?
  private(set) var language: String?
  private(set) var hasCorrection = false

  init(_ scripts: [[UInt8]]) {
    for script in scripts {
      // Raw control characters inside strings are common, and no JSON.
      let bytes = script.map { $0 < 0x20 ? 0x20 : $0 }
      guard bytes.count < 2_000_000, let value = try? JSONSerialization.jsonObject(with: Data(bytes)) else { continue }
      visit(value, depth: 0)
    }
  }

  private mutating func visit(_ value: Any, depth: Int) {
    guard depth < 6 else { return }
    if let list = value as? [Any] {
      for item in list { visit(item, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      if Self.types(object).contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }) { take(object) }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = object[key] { visit(inner, depth: depth + 1) }
      }
    }
  }

  private static func types(_ object: [String: Any]) -> [String] {
    if let list = object["@type"] as? [Any] { return list.compactMap { $0 as? String } }
    return [object["@type"] as? String].compactMap(\.self)
  }

  private mutating func take(_ object: [String: Any]) {
    if headline == nil { headline = object["headline"] as? String }
    if author == nil { author = object["author"].flatMap { Self.name($0) } }
    if published == nil { published = object["datePublished"] as? String }
    if modified == nil { modified = object["dateModified"] as? String }
    if section == nil { section = object["articleSection"].flatMap { Self.name($0) } }
    if language == nil { language = object["inLanguage"] as? String }
    if summary == nil { summary = object["description"] as? String }
    if body == nil { body = object["articleBody"] as? String }
    let comments = (object["comment"] as? [Any] ?? [object["comment"] as Any]).compactMap { $0 as? [String: Any] }
    let corrects = comments.contains { Self.types($0).contains("CorrectionComment") }
    if let correction = object["correction"], !(correction is NSNull) { hasCorrection = true }
    hasCorrection = hasCorrection || corrects
  }

  private static func name(_ value: Any) -> String? {
    if let text = value as? String { return text }
    if let object = value as? [String: Any] { return object["name"] as? String }
    guard let list = value as? [Any] else { return nil }
    let names = list.compactMap { name($0) }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
