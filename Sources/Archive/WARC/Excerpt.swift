import Foundation
import GRDB
import News
import Prove

/// Reads exchanges out of an archive's segments, as they lie there.
public struct Excerpt: Sendable {
  /// A response record with what an index says of it.
  public struct Stored: Sendable {
    public var article: Int64
    public var number: Int
    public var url: String
    public var at: Instant
    public var status: Int
    public var mime: String
    public var payload: String
    /// The response's gzip member and that of its request.
    public var members: [[UInt8]]
  }

  private let folder: String

  public init(folder: String) { self.folder = folder }

  /// The exchange behind a version; nil where it has none or it was erased.
  public func stored(_ row: Row) throws -> Stored? {
    guard let segment = row["segment"] as String?, let offset = row["offset"] as Int64? else { return nil }
    let file = try SegmentFile(path: SegmentCheck.name(folder, segment))
    do {
      let reader = try WARCReader(file, from: offset)
      guard let head = try reader.next(), head.type == "response", let at = head.date,
        let message = HTTPMessage(try reader.block())
      else { return nil }
      var members = [try bytes(file, offset, try reader.finish())]
      if let next = try? reader.next(), next.type == "request" {
        members.append(try bytes(file, next.offset, try reader.finish()))
      }
      let mime = message.header("content-type")?.split(separator: ";").first.map(String.init) ?? "unk"
      return Stored(
        article: row["article"], number: row["number"], url: head.target ?? row["url"] ?? "", at: at,
        status: message.status,
        mime: mime.trimmingCharacters(in: .whitespaces), payload: row["payload_sha256"] ?? "", members: members)
    } catch let damage as WARCDamage {
      throw ArchiveError(.verification, "\(file.path) \(damage); run `banluu verify --full`")
    }
  }

  private func bytes(_ file: SegmentFile, _ offset: Int64, _ length: Int64) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(length))
    _ = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
    return bytes
  }

  /// What stands at the start of an exported file; the same for the same `moment`, so that an index made at another
  /// time names the same places.
  public static func info(at moment: Instant, name: String) throws -> [UInt8] {
    try WARCRecord.info(id: WARCRecord.id(of: "\(name) \(moment.rfc3339)"), name: name, at: moment)
  }

  /// A look that found what was there before, as a revisit: replay tools show the earlier payload at its time.
  ///
  /// Without HTTP headers: a record with those of a 304 would be replayed as an empty 304.
  public static func revisit(of stored: Stored, at: Instant) throws -> [UInt8] {
    let record = WARCRecord(
      type: "revisit", id: WARCRecord.id(of: "revisit \(stored.url) \(stored.payload) \(at.rfc3339)"), at: at,
      fields: [
        ("WARC-Target-URI", stored.url),
        ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"),
        ("WARC-Refers-To-Target-URI", stored.url), ("WARC-Refers-To-Date", stored.at.toSeconds.rfc3339),
        ("WARC-Payload-Digest", "sha256:\(stored.payload)"), ("WARC-Truncated", "length"),
        ("Content-Type", "application/http;msgtype=response"),
      ], block: [])
    return try GzipMember.compress(record.bytes)
  }
}

extension Instant {
  /// Without what is less than a second.
  var toSeconds: Instant { Instant(milliseconds: milliseconds / 1000 * 1000) }
}
