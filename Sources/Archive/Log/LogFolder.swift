import Foundation
import Glibc
import Prove

/// The `log` folder of an archive: tiles, the signed checkpoint, and the key that signs it.
struct LogFolder: Sendable {
  let path: String

  init(archive folder: String) { path = folder + "/log" }

  /// The signed head; nil before the first.
  var checkpoint: String? { text("checkpoint") }

  /// The key, as signed notes keep it: `PRIVATE+KEY+name+id+base64`.
  func key() throws -> SignerKey? {
    guard let text = text("key") else { return nil }
    let parts = text.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: "+", maxSplits: 4)
    guard parts.count == 5, let bytes = Data(base64Encoded: String(parts[4])), bytes.first == 1,
      let key = SignerKey(name: String(parts[2]), seed: Array(bytes.dropFirst()))
    else { throw ArchiveError(.verification, "\(path)/key is no key; restore it from a backup") }
    return key
  }

  /// The public half of the key, for whoever checks.
  var verifier: VerifierKey? {
    text("vkey").flatMap { VerifierKey($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// Keeps a new key for the owner's eyes only.
  func keep(_ key: SignerKey) throws {
    let id = key.verifier.text.split(separator: "+")[1]
    let text = "PRIVATE+KEY+\(key.name)+\(id)+\(Data([1] + key.seed).base64EncodedString())\n"
    // The key last: where it is, nothing of it is made again.
    try write("vkey", Array((key.verifier.text + "\n").utf8), synced: true)
    try write("key", Array(text.utf8), mode: 0o600, synced: true)
  }

  /// The hashes of a tile; nil where the file is missing or has another length.
  func hashes(_ tile: Tile) -> [Digest]? {
    guard let data = FileManager.default.contents(atPath: path + "/" + tile.path), data.count == tile.width * 32 else {
      return nil
    }
    return stride(from: 0, to: data.count, by: 32).compactMap { Digest(bytes: data.dropFirst($0).prefix(32)) }
  }

  func contents(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path + "/" + name).map(Array.init)
  }

  private func text(_ name: String) -> String? { contents(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Writes a file whole: under another name first, so that a reader never sees half of it.
  func write(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o640, synced: Bool) throws {
    let target = path + "/" + name
    let folder = (target as NSString).deletingLastPathComponent
    if !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    }
    let draft = target + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw failure(target) }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress?.advanced(by: done), bytes.count - done) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(target) }
      done += count
    }
    guard !synced || fsync(file) == 0, rename(draft, target) == 0 else { throw failure(target) }
  }

  /// Makes files durable that were written without it; the first call of many starts the writing of all.
  func sync(_ names: [String]) throws {
    for name in names {
      let file = open(path + "/" + name, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw failure(name) }
      defer { close(file) }
      guard fsync(file) == 0 else { throw failure(name) }
    }
  }

  /// Removes the partial tiles that a full one has replaced.
  func dropPartials(of tile: Tile) {
    guard tile.width == Tile.full else { return }
    try? FileManager.default.removeItem(atPath: path + "/" + tile.partialFolder)
  }

  private func failure(_ target: String) -> ArchiveError {
    let cause: ArchiveError.Cause = errno == EACCES || errno == EPERM ? .noPermission : .disk
    return ArchiveError(
      cause, "cannot write \(target) (\(String(cString: strerror(errno)))); \(ArchiveError.diskAdvice)")
  }
}
