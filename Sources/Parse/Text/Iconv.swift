import Glibc

/// The C library's converter between character sets.
enum Iconv {
  /// The bytes as UTF-8; nil if the set is unknown or a byte has no meaning in it.
  static func utf8(from bytes: [UInt8], encoding: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    let isWhole = input.withUnsafeMutableBufferPointer { buffer in
      var source = buffer.baseAddress
      var left = buffer.count
      while drain(converter, &source, &left, into: &result) == .full {}
      return left == 0
    }
    return isWhole ? result : nil
  }

  private enum Outcome { case done, full, failed }

  private static func drain(
    _ converter: iconv_t, _ source: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into result: inout [UInt8]
  ) -> Outcome {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { room in
      var target = room.baseAddress
      var space = room.count
      var outcome = Outcome.done
      if iconv(converter, &source, &left, &target, &space) == -1 {
        outcome = errno == E2BIG ? .full : .failed
      }
      // The shift state may hold back a letter that awaits its tone mark.
      if outcome == .done { _ = iconv(converter, nil, nil, &target, &space) }
      result.append(contentsOf: room[..<(room.count - space)].lazy.map { UInt8(bitPattern: $0) })
      return outcome
    }
  }
}
