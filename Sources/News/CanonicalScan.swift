/// Tells in one pass over bytes whether they are UTF-8 that needs no change: single inner spaces, and beyond ASCII only
/// letters and signs of Vietnamese and its neighbours, which are NFC as they are. False also of some text that is
/// canonical; the long way tells.
///
/// An automaton without a branch, as words and marks alternate too irregularly to be foreseen: a byte has a row with
/// the state that each state leads to, six bits apiece, and a state is how far the row is shifted to find the next.
struct CanonicalScan {
  /// One line, which may be empty.
  static let line = CanonicalScan(afterBreak: .refused)
  /// Lines none of which is empty, or nothing at all.
  static let lines = CanonicalScan(afterBreak: .newLine)

  private enum State: UInt64, CaseIterable {
    case start, newLine, word, space
    /// Before the last byte of a scalar: any, that after C2, that after E2 80.
    case last, afterC2, afterE280
    case afterE1, afterE2, refused

    var shift: UInt64 { rawValue * 6 }
  }

  private let rows: [UInt64]

  private init(afterBreak: State) {
    rows = (UInt8.min...UInt8.max).map { byte in
      State.allCases.reduce(0) { row, state in
        row | (Self.next(state, byte, afterBreak: afterBreak).shift << state.shift)
      }
    }
  }

  func accepts(_ bytes: Span<UInt8>) -> Bool {
    rows.withUnsafeBufferPointer { rows in
      var shift = State.start.shift
      for at in bytes.indices { shift = rows[Int(bytes[at])] &>> shift & 0x3F }
      return shift == State.word.shift || shift == State.start.shift
    }
  }

  private static func next(_ state: State, _ byte: UInt8, afterBreak: State) -> State {
    switch (state, byte) {
    case (.last, 0x80...0xBF): .word
    case (.afterC2, 0xAE...0xBF): .word  // controls, the hard space and the soft hyphen lie below
    case (.afterE1, 0xB8...0xBB): .last  // Latin Extended Additional: Vietnamese letters with a tone
    case (.afterE2, 0x80): .afterE280
    case (.afterE2, 0x82): .last  // among others the đồng sign
    case (.afterE280, 0x90...0xA6): .word  // dashes, quotes, the ellipsis
    case (.last, _), (.afterC2, _), (.afterE1, _), (.afterE2, _), (.afterE280, _), (.refused, _): .refused
    case (_, 0x21...0x7E): .word
    case (.word, 0x20): .space
    case (.word, 0x0A): afterBreak
    case (_, 0xC2): .afterC2
    case (_, 0xC3...0xCB): .last
    case (_, 0xE1): .afterE1
    case (_, 0xE2): .afterE2
    default: .refused
    }
  }
}
