/// Values by key, asked for at every word of a text: most words are not in it, and a bit tells so without a hash.
struct KeyTable<Value: Sendable>: Sendable {
  private static var slots: Int { 1024 }

  private let values: [EditKey: Value]
  private let mayStand: [Bool]

  init(_ values: [EditKey: Value]) {
    self.values = values
    var mayStand = Array(repeating: false, count: Self.slots)
    for key in values.keys { mayStand[key.mixed & (Self.slots - 1)] = true }
    self.mayStand = mayStand
  }

  /// By words as they are written, several parted by one space.
  init(_ words: [String: Value]) {
    self.init(Dictionary(uniqueKeysWithValues: Spelling.keyed(words).map { (EditKey($0), $1) }))
  }

  subscript(key: EditKey) -> Value? { mayStand[key.mixed & (Self.slots - 1)] ? values[key] : nil }
}
