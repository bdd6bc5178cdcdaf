import Testing

@testable import News

@Suite struct EightBytesTests {
  @Test func bytesInsideAString_whenAnyByteStandsAnywhereBesideAnyOther() {
    for other in [UInt8(0x00), 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5C, 0x5D, 0x61, 0x80, 0xA2, 0xDC, 0xFF] {
      for byte in UInt8.min...UInt8.max {
        for place in 0..<8 {
          var bytes = [UInt8](repeating: 0x61, count: 8)
          bytes[place] = byte
          if place < 7 { bytes[place + 1] = other }
          let expected = bytes.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? 8
          #expect(bytes.withUnsafeBufferPointer { EightBytes($0, 0).countInsideString } == expected)
        }
      }
    }
  }
}
