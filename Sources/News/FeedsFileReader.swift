import Yams

/// Takes values out of the nodes of feeds.yaml and gathers everything that is wrong with them.
struct FeedsFileReader {
  private(set) var problems: [FeedsFileProblem] = []

  mutating func refuse(_ node: Node?, _ message: String) {
    let mark = node?.mark
    problems.append(FeedsFileProblem(line: mark?.line ?? 1, column: mark?.column ?? 1, message: message))
  }

  /// The values of a mapping by key; unknown keys are refused.
  mutating func mapping(_ node: Node?, _ name: String, keys: [String]) -> [String: Node] {
    guard let node, !isEmpty(node) else { return [:] }
    guard let mapping = node.mapping else {
      refuse(node, "\(name) must be keys with values")
      return [:]
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let word = key.scalar?.string, keys.contains(word) else {
        refuseUnknown(key, "key", known: keys)
        continue
      }
      values[word] = value
    }
    return values
  }

  private mutating func refuseUnknown(_ node: Node, _ what: String, known: [String]) {
    let word = node.scalar?.string ?? ""
    let hint =
      NearestWord.find(word, among: known).map { "; did you mean '\($0)'?" }
      ?? "; known here: \(known.joined(separator: ", "))"
    refuse(node, "unknown \(what) '\(word)'\(hint)")
  }

  /// The items of a list; a single value is a list of one only where it is written as a list.
  mutating func list(_ node: Node?, _ name: String) -> [Node] {
    guard let node, !isEmpty(node) else { return [] }
    guard let sequence = node.sequence else {
      refuse(node, "\(name) must be a list")
      return []
    }
    return Array(sequence)
  }

  mutating func texts(_ node: Node?, _ name: String) -> [String] {
    list(node, name).compactMap { text($0, name) }
  }

  /// The text of a scalar; nil where the key is absent, and refused where it has no value.
  mutating func text(_ node: Node?, _ name: String) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar, !isEmpty(node), !scalar.string.allSatisfy(\.isWhitespace) else {
      refuse(node, node.scalar == nil ? "\(name) must be one value" : "\(name) has no value")
      return nil
    }
    return scalar.string
  }

  /// A value read by a rule; `expected` is shown with an example when the rule does not fit.
  mutating func value<Value>(
    _ node: Node?, _ name: String, expected: String, _ rule: (String) -> Value?
  ) -> Value? {
    guard let written = text(node, name) else { return nil }
    if let value = rule(written) { return value }
    refuse(node, "\(name): '\(written)' is not \(expected)")
    return nil
  }

  mutating func duration(_ node: Node?, _ name: String) -> Duration? {
    value(node, name, expected: "a duration such as 90s, 10m, 1h or 2d") { Duration(written: $0) }
  }

  mutating func address(_ node: Node?, _ name: String) -> String? {
    guard let written = text(node, name) else { return nil }
    guard let fault = WebAddress.fault(in: written) else { return written }
    refuse(node, "\(name): \(fault)")
    return nil
  }

  /// One of the words of a type.
  mutating func choice<Word: RawRepresentable & CaseIterable>(
    _ node: Node?, _ name: String, of type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let node, let written = text(node, name) else { return nil }
    if let word = Word(rawValue: written) { return word }
    refuseUnknown(node, name, known: Word.allCases.map(\.rawValue))
    return nil
  }

  /// A key with nothing after it, or YAML's null.
  func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}
