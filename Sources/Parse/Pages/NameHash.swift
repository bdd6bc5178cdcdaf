/// A hash of an ASCII name without regard to case, built byte by byte. Names are compared by it alone: a page made to
/// collide could only mislead the reading of itself.
struct NameHash: Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ name: some Sequence<UInt8>) { for byte in name { add(byte) } }

  /// Of a name that ends with a zero byte.
  init(_ name: UnsafePointer<UInt8>) {
    var at = name
    while at.pointee != 0 {
      add(at.pointee)
      at += 1
    }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    value = (value ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
  }

  static func == (one: NameHash, other: NameHash) -> Bool { one.value == other.value }
}

/// Values by name; found by the hash of the name without making a string of it.
struct NameTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]

  init(_ pairs: some Collection<(String, Value)>, merging: (Value, Value) -> Value) {
    var size = 16
    while size < pairs.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    for (name, value) in pairs {
      let key = NameHash(name.utf8).value
      let slot = slot(key)
      keys[slot] = key
      values[slot] = values[slot].map { merging($0, value) } ?? value
    }
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  @inline(__always)
  subscript(name: NameHash) -> Value? { values[slot(name.value)] }
}
