import CXML
import Glibc

/// The attributes of an element, read where libxml2 keeps them; valid only during the event.
struct FeedAttributes {
  let count: Int
  let values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// The value of an attribute without a prefix, or with the one given.
  func value(_ name: String, prefix: String? = nil) -> String? {
    guard let values else { return nil }
    for index in 0..<count {
      let entry = values + index * 5
      guard equal(entry[0], name), prefix.map({ equal(entry[1], $0) }) ?? (entry[1] == nil) else { continue }
      return text(entry)
    }
    return nil
  }

  /// The value of an attribute without a prefix; the name is given in lower case.
  func value(inAnyCase name: String) -> String? { all.first { $0.name.lowercased() == name }?.value }

  /// Every attribute as a name, with its prefix, and a value.
  var all: [(name: String, value: String)] {
    guard let values else { return [] }
    return (0..<count).map { index in
      let entry = values + index * 5
      let name = entry[0].map { String(cString: $0) } ?? ""
      return (entry[1].map { String(cString: $0) + ":" + name } ?? name, text(entry))
    }
  }

  private func text(_ entry: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) -> String {
    guard let start = entry[3], let end = entry[4] else { return "" }
    return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
  }

  private func equal(_ name: UnsafePointer<xmlChar>?, _ other: String) -> Bool {
    guard let name else { return false }
    return xmlStrEqual(name, other) == 1
  }
}
