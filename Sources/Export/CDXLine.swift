import Foundation
import News
import Query

/// One line of a CDXJ index: a key that sorts by site, a 14-digit time, and a JSON object (pywb's documentation).
public enum CDXLine {
  /// The line of a record at a place in a file; nil for records that no index names.
  public static func text(_ record: ExportedRecord, file: String, offset: Int64) throws -> String? {
    guard let type = record.type else { return nil }
    let fields = Fields(
      digest: "sha256:" + record.payload, filename: file, length: "\(record.bytes.count)",
      mime: type == "revisit" ? "warc/revisit" : record.mime, offset: "\(offset)", status: "\(record.status)",
      url: record.url)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return "\(key(record.url)) \(stamp(record.at)) \(String(decoding: try encoder.encode(fields), as: UTF8.self))"
  }

  private struct Fields: Encodable {
    var digest, filename, length, mime, offset, status, url: String
  }

  /// `20261123080001`
  static func stamp(_ at: Instant) -> String { String(at.rfc3339.prefix(19).filter(\.isNumber)) }

  /// The address with its host turned around: `vn,example,bao)/tin-1.html` (SURT).
  public static func key(_ url: String) -> String {
    let parts = url.lowercased().split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return url.lowercased() }
    var host = parts[2].split(separator: "@").last ?? parts[2]
    let standard = parts[0] == "https:" ? ":443" : ":80"
    if host.hasSuffix(standard) { host = host.dropLast(standard.count) }
    let name = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    var labels = name[0].split(separator: ".")
    // www, www1, www27: one site.
    if let first = labels.first, labels.count > 2, first.hasPrefix("www"), first.dropFirst(3).allSatisfy(\.isNumber) {
      labels.removeFirst()
    }
    let isAddress = labels.allSatisfy { $0.allSatisfy(\.isNumber) }
    let turned = isAddress ? labels.joined(separator: ".") : labels.reversed().joined(separator: ",")
    let port = name.count > 1 ? ":" + name[1] : ""
    return turned + port + ")/" + path(parts.count > 3 ? String(parts[3]) : "")
  }

  private static func path(_ rest: String) -> String {
    let whole = rest.prefix { $0 != "#" }
    let parts = whole.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return String(parts.first ?? "") }
    return parts[0] + "?" + parts[1].split(separator: "&").sorted().joined(separator: "&")
  }
}
