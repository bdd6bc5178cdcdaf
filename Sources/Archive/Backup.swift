import Foundation
import GRDB
import Glibc
import Prove

/// Copies an archive while it is being written: the database as of one moment, and every file it names.
///
/// A file that will not change again is linked, or copied once; a later backup into the same folder brings only what is
/// new. Copying the folder back is the restore.
public struct Backup: Sendable {
  /// What a backup did.
  public struct Summary: Encodable, Sendable {
    public var linked = 0
    public var copied = 0
    /// Files that an earlier backup had brought.
    public var kept = 0
    public var bytes: Int64 = 0
  }

  private let folder: String
  private let target: String

  public init(folder: String, target: String) {
    self.folder = folder
    self.target = target
  }

  public func run() throws -> Summary {
    let database = try ArchiveDatabase.openReader(folder: folder)
    try refuseInside()
    try makeFolder("warc")
    try makeFolder("log")
    var summary = Summary()
    // The signed head before the database: it must not be ahead of what is put beside it.
    let log = LogFolder(archive: folder)
    let head = ["checkpoint", "key", "vkey"].map { ($0, log.contents($0)) }
    // Before and after: a segment that the database names may be merged away meanwhile.
    try bringFiles(below: "copies", &summary)
    try copyDatabase(database, &summary)
    let segments = try ArchiveDatabase.openReader(folder: target).read { db in
      try Row.fetchAll(db, sql: "SELECT name, length, entry FROM segment").map { row in
        (name: row["name"] as String, length: row["length"] as Int64, isClosed: row["entry"] != nil)
      }
    }
    for segment in segments {
      try bring("warc/\(segment.name)", length: segment.length, links: segment.isClosed, &summary)
    }
    for folder in ["log/tile", "copies"] { try bringFiles(below: folder, &summary) }
    for (name, bytes) in head {
      guard let bytes else { continue }
      try LogFolder(archive: target).write(name, bytes, mode: name == "key" ? 0o600 : 0o640, synced: true)
    }
    return summary
  }

  private func makeFolder(_ name: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: "\(target)/\(name)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    } catch {
      throw ArchiveError(
        .cannotCreate, "cannot make the folder \(target)/\(name) (\(error.localizedDescription)); name another")
    }
  }

  private func copyDatabase(_ database: DatabaseQueue, _ summary: inout Summary) throws {
    let path = ArchiveDatabase.path(target)
    let draft = path + ".new"
    try? FileManager.default.removeItem(atPath: draft)
    try ArchiveDatabase.translating(target) {
      let copy = try DatabaseQueue(path: draft)
      try database.backup(to: copy)
      try copy.close()
    }
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    try sync(draft)
    guard rename(draft, path) == 0 else { throw failure(path) }
    summary.copied += 1
    summary.bytes += try size(path) ?? 0
  }

  private func bringFiles(below name: String, _ summary: inout Summary) throws {
    let source = "\(folder)/\(name)"
    for file in (try? FileManager.default.subpathsOfDirectory(atPath: source)) ?? [] {
      guard let length = try size("\(source)/\(file)"), !file.hasSuffix(".new") else { continue }
      try bring("\(name)/\(file)", length: length, links: true, &summary)
    }
  }

  /// Brings the first `length` bytes of a file, unless they are there.
  private func bring(_ name: String, length: Int64, links: Bool, _ summary: inout Summary) throws {
    let (source, place) = ("\(folder)/\(name)", "\(target)/\(name)")
    if try size(place) == length {
      summary.kept += 1
      return
    }
    try makeFolder((name as NSString).deletingLastPathComponent)
    try? FileManager.default.removeItem(atPath: place)
    if links, link(source, place) == 0 {
      summary.linked += 1
      return
    }
    // A partial tile may have given way to the full one meanwhile.
    if !FileManager.default.fileExists(atPath: source), name.contains(".p/") { return }
    try copy(source, to: place, length: length)
    summary.copied += 1
    summary.bytes += length
  }

  private func copy(_ source: String, to place: String, length: Int64) throws {
    let file = try SegmentFile(path: source)
    let draft = place + ".new"
    let output = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard output >= 0 else { throw failure(place) }
    defer { close(output) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var at: Int64 = 0
    while at < length {
      let want = Int(min(Int64(buffer.count), length - at))
      let got = try buffer.withUnsafeMutableBytes { try file.read(into: .init(rebasing: $0[..<want]), at: at) }
      guard got > 0, write(output, buffer, got) == got else { throw failure(place) }
      at += Int64(got)
    }
    guard fsync(output) == 0, rename(draft, place) == 0 else { throw failure(place) }
  }

  private func sync(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    guard file >= 0, fsync(file) == 0 else { throw failure(path) }
  }

  private func size(_ path: String) throws -> Int64? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(status.st_size)
  }

  private func failure(_ place: String) -> ArchiveError {
    ArchiveError(.disk, "cannot write \(place) (\(String(cString: strerror(errno)))); \(ArchiveError.diskAdvice)")
  }

  /// A copy within the archive would be copied with it the next time.
  private func refuseInside() throws {
    let archive = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let copy = URL(fileURLWithPath: target).resolvingSymlinksInPath().path
    guard copy == archive || copy.hasPrefix(archive + "/") else { return }
    throw ArchiveError(.cannotCreate, "\(target) lies in the archive \(folder); name a folder outside it")
  }
}
