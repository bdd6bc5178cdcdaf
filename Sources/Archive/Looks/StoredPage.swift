import Foundation
import News

/// A page as it was received, read back from its WARC record.
public struct StoredPage: Sendable {
  public var bytes: [UInt8]
  public var contentType: String?
  public var url: String

  /// Reads a response record: a WARC head, an HTTP head, the body; nil where it is none.
  init?(record: [UInt8]) {
    let blank: [UInt8] = [13, 10, 13, 10]
    guard let warcEnd = Self.place(of: blank, in: record, from: 0),
      let httpEnd = Self.place(of: blank, in: record, from: warcEnd + 4)
    else { return nil }
    let warc = Self.fields(record[..<warcEnd])
    let http = Self.fields(record[(warcEnd + 4)..<httpEnd])
    guard let address = warc["warc-target-uri"], let length = http["content-length"].flatMap({ Int($0) }),
      httpEnd + 4 + length <= record.count
    else { return nil }
    url = address
    contentType = http["content-type"]
    bytes = Array(record[(httpEnd + 4)..<(httpEnd + 4 + length)])
  }

  private static func place(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= wanted.count, start <= bytes.count - wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { at in
      bytes[at] == wanted[0] && bytes[at..<(at + wanted.count)].elementsEqual(wanted)
    }
  }

  private static func fields(_ head: ArraySlice<UInt8>) -> [String: String] {
    var fields: [String: String] = [:]
    for line in String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      fields[line[..<colon].lowercased()] = value
    }
    return fields
  }
}
