import Foundation
import Glibc
import News
import Prove

/// Appends exchanges to the open WARC segment; a commit syncs the segment before the database names its new length.
final class WARCWriter {
  /// Where a response record stands.
  struct Place {
    var segment: String
    var offset: Int64
    var length: Int64
    var payloadDigest: String
  }

  /// When the last record was made.
  private(set) var lastWritten: Instant
  private let folder: String
  private var descriptor: Int32 = -1
  private(set) var segment: String
  private var number: Int
  private(set) var length: Int64
  private let full: Int64
  private let deflater: Deflater
  private let quick: Deflater
  /// Where a segment ends; the record that reaches it is its last.
  static let full: Int64 = 1_000_000_000

  /// Opens the last segment at the length the database knows, cutting off what a crash left behind it; a new one
  /// waits for its first exchange.
  init(folder: String, last: (name: String, length: Int64)?, full: Int64 = full, at: Instant) throws {
    self.folder = folder
    self.full = full
    lastWritten = at
    deflater = try Deflater(level: 6)
    quick = try Deflater(level: 1)
    let resumed = last.flatMap { $0.length < full ? $0 : nil }
    number = last.flatMap { SegmentName($0.name)?.number } ?? 0
    segment = resumed?.name ?? ""
    length = resumed?.length ?? 0
    if resumed == nil { nameNext() } else { try openSegment() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether the segment has its length and a new one is due.
  var isFull: Bool { length >= full }

  /// Leaves the segment; the next record opens another.
  func startNext() {
    close(descriptor)
    descriptor = -1
    nameNext()
    length = 0
  }

  private func nameNext() {
    number += 1
    segment = SegmentName(number: number, at: lastWritten).text
  }

  private func openSegment() throws {
    let isNew = length == 0
    repeat {
      descriptor = open(folder + "/" + segment, O_WRONLY | O_CREAT | (isNew ? O_EXCL : 0) | O_CLOEXEC, 0o640)
      guard descriptor < 0, errno == EEXIST else { break }
      // A crash may have left one that the database never knew.
      nameNext()
    } while true
    guard descriptor >= 0 else {
      throw ArchiveError(.cannotCreate, "cannot open \(folder)/\(segment): \(String(cString: strerror(errno)))")
    }
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw DiskFile.failure(folder) }
    if isNew { try DiskFile.sync(folder: folder) }
  }

  private func prepare() throws {
    if descriptor < 0 { try openSegment() }
    if length == 0 { try appendInfo(at: lastWritten) }
  }

  /// Appends the rows a commit wrote, one JSON object a line, so that the database can be made again.
  func append(rows: [UInt8]) throws {
    try prepare()
    let record = WARCRecord.rows(rows, at: lastWritten, of: [("WARC-Warcinfo-ID", "<\(infoID)>")])
    // The rows of a group of imported articles are many; there speed counts more than room.
    try write((record.block.count < 1 << 16 ? deflater : quick).member(of: record.bytes))
  }

  /// Appends a record that was made ready before.
  func append(member: [UInt8]) throws {
    try prepare()
    try write(member)
  }

  /// The id of the segment's first record, made from its name so that it is known again after a restart.
  private var infoID: String {
    let hex = Array(Digest(of: Array(segment.utf8)).hex)
    let parts = [hex[0..<8], hex[8..<12], ["5"] + hex[13..<16], ["8"] + hex[17..<20], hex[20..<32]]
    return "urn:uuid:" + parts.map { String($0) }.joined(separator: "-")
  }

  /// Appends request and response records; returns the response's place.
  func append(_ exchange: Exchange, at: Instant) throws -> Place {
    lastWritten = at
    try prepare()
    let digest = Digest(of: exchange.body).hex
    let response = WARCRecord(
      type: "response", at: at,
      fields: [
        ("WARC-Warcinfo-ID", "<\(infoID)>"), ("WARC-Target-URI", exchange.url),
        ("WARC-IP-Address", exchange.peer ?? "0.0.0.0"),
        ("WARC-Payload-Digest", "sha256:\(digest)"), ("Content-Type", "application/http;msgtype=response"),
      ], block: Self.responseBlock(exchange))
    let request = WARCRecord(
      type: "request", at: at,
      fields: [
        ("WARC-Warcinfo-ID", "<\(infoID)>"), ("WARC-Target-URI", exchange.url),
        ("WARC-Concurrent-To", "<\(response.id)>"),
        ("Content-Type", "application/http;msgtype=request"),
      ], block: Self.requestBlock(exchange))
    let offset = length
    try write(deflater.member(of: response.bytes))
    let place = Place(segment: segment, offset: offset, length: length - offset, payloadDigest: digest)
    try write(deflater.member(of: request.bytes))
    return place
  }

  /// Makes all that was appended durable.
  func sync() throws { guard fdatasync(descriptor) == 0 else { throw DiskFile.failure(folder) } }

  /// Takes back what was appended after `length`; used when the database refuses the commit.
  func rewind(to length: Int64) {
    self.length = length
    _ = ftruncate(descriptor, off_t(length))
  }

  private func appendInfo(at: Instant) throws {
    try write(WARCRecord.info(id: infoID, name: segment, at: at))
  }

  private func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try DiskFile.put($0, into: descriptor, at: Int(length), folder: folder) }
    length += Int64(bytes.count)
  }

  private static func requestBlock(_ exchange: Exchange) -> [UInt8] {
    let path = exchange.url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    let target = path.count > 3 ? "/" + path[3] : "/"
    return Array("GET \(target) HTTP/1.1\r\n\(lines(exchange.requestHeaders))\r\n".utf8)
  }

  /// Bodies are stored decoded, so the coding is renamed and the length made true.
  private static func responseBlock(_ exchange: Exchange) -> [UInt8] {
    var headers: [(name: String, value: String)] = []
    for header in exchange.responseHeaders {
      switch header.name.lowercased() {
      case "content-length", "transfer-encoding": continue
      case "content-encoding": headers.append(("X-Archive-Orig-Content-Encoding", header.value))
      default: headers.append(header)
      }
    }
    headers.append(("Content-Length", "\(exchange.body.count)"))
    return Array("HTTP/1.1 \(exchange.status) \(ReasonPhrase.of(exchange.status))\r\n\(lines(headers))\r\n".utf8)
      + exchange.body
  }

  private static func lines(_ headers: [(name: String, value: String)]) -> String {
    headers.map { "\($0.name): \($0.value)\r\n" }.joined()
  }
}
