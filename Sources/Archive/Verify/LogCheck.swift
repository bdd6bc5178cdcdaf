import Foundation
import GRDB
import Prove

/// Hashes every entry again: against the tiles, the head and its signature.
struct LogCheck {
  let folder: String
  private var log: LogFolder { LogFolder(archive: folder) }

  init(folder: String) { self.folder = folder }

  func run(_ db: Database, _ report: inout VerifyReport) throws {
    guard let head = try LogHead.fetch(db, folder: folder) else { return }
    let size = head.frontier.size
    var frontier = MerkleFrontier()
    var level: [Digest] = []
    let cursor = try Row.fetchCursor(db, sql: "SELECT idx, kind, at, record FROM log_entry ORDER BY idx")
    var bundle: [[UInt8]] = []
    var signedRoot: Digest?
    let signed = signedHead(head, &report)
    while let row = try cursor.next() {
      guard row["idx"] == report.entries, let entry = LogEntry(row: row) else {
        report.findings.append(
          Finding("entry \(report.entries) of the log", "it is missing or unknown", repair: Verifier.rebuild))
        return
      }
      report.entries += 1
      guard frontier.size < size else { continue }
      bundle.append(entry.bytes)
      frontier.append(MerkleTree.leaf(entry.bytes))
      if frontier.size == signed?.size { signedRoot = frontier.root }
      if bundle.count == Tile.full || frontier.size == size {
        let index = (frontier.size - 1) / Tile.full
        level.append(contentsOf: try compare(bundle, index, &report))
        bundle = []
      }
    }
    compareLevels(level, size: size, &report)
    judge(frontier, head, signed: signed, signedRoot, &report)
  }

  private func judge(
    _ frontier: MerkleFrontier, _ head: LogHead, signed: Checkpoint?, _ signedRoot: Digest?,
    _ report: inout VerifyReport
  ) {
    if frontier.size < head.frontier.size {
      report.findings.append(
        Finding(
          "the log", "\(head.frontier.size) entries were signed, \(frontier.size) are there", repair: Verifier.rebuild))
    } else if frontier.root != head.frontier.root {
      report.findings.append(
        Finding("the log's head", "the entries do not lead to its root", repair: Verifier.rebuild))
    }
    if let signed, signed.size > 0, signedRoot != signed.root {
      report.findings.append(
        Finding(
          "\(log.path)/checkpoint", "the entries do not lead to the signed root of \(signed.size) entries",
          repair: "restore the archive from a backup: its entries are not those that were signed"))
    }
  }

  private func signedHead(_ head: LogHead, _ report: inout VerifyReport) -> Checkpoint? {
    guard let note = log.checkpoint else {
      if head.frontier.size > 0 {
        report.findings.append(
          Finding("\(log.path)/checkpoint", "it is missing", repair: "run `banluu crawl`, which signs the head again"))
      }
      return nil
    }
    do {
      guard let key = log.verifier else {
        throw ProofError("\(log.path)/vkey is missing or damaged, so the signature cannot be checked")
      }
      // Readable to the owner alone.
      if let secret = try log.key(), secret.verifier != key {
        throw ProofError("\(log.path)/key is not the key of vkey")
      }
      return try Checkpoint(note: note, key: key)
    } catch {
      report.findings.append(
        Finding("\(log.path)/checkpoint", "\(error)", repair: "restore it from a backup or a mirror of the log"))
      return nil
    }
  }

  /// Compares both tiles of a run of entries; gives the hash of a full one.
  private func compare(_ entries: [[UInt8]], _ index: Int, _ report: inout VerifyReport) throws -> [Digest] {
    let leaves = entries.map { MerkleTree.leaf($0) }
    expect(Tile(level: nil, index: index, width: entries.count), TileStore.bundle(entries), &report)
    let tile = Tile(level: 0, index: index, width: entries.count)
    if let kept = log.hashes(tile) {
      for (place, leaf) in leaves.enumerated() where kept[place] != leaf {
        report.findings.append(
          Finding(
            "entry \(index * Tile.full + place) of the log",
            "its record is not the one whose hash stands in \(tile.path)",
            repair: Verifier.rebuild))
      }
    }
    expect(tile, leaves.flatMap(\.bytes), &report)
    return leaves.count == Tile.full ? [MerkleTree.root(leaves)] : []
  }

  private func compareLevels(_ hashes: [Digest], size: Int, _ report: inout VerifyReport) {
    var hashes = hashes
    var level = 1
    while !hashes.isEmpty {
      var above: [Digest] = []
      for index in 0...((hashes.count - 1) / Tile.full) {
        let part = Array(hashes[(index * Tile.full)..<min(hashes.count, (index + 1) * Tile.full)])
        expect(Tile(level: level, index: index, width: part.count), part.flatMap(\.bytes), &report)
        if part.count == Tile.full { above.append(MerkleTree.root(part)) }
      }
      hashes = above
      level += 1
    }
  }

  /// Compares a tile, and the smaller ones that readers of older heads still use.
  private func expect(_ tile: Tile, _ bytes: [UInt8], _ report: inout VerifyReport) {
    if tile.width < Tile.full {
      let folder = log.path + "/" + tile.partialFolder
      for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
        guard let width = Int(name), width < tile.width else { continue }
        let older = Tile(level: tile.level, index: tile.index, width: width)
        let end = tile.level == nil ? TileStore.length(of: width, in: bytes) : width * 32
        expectFile(older, Array(bytes.prefix(end)), &report)
      }
    }
    expectFile(tile, bytes, &report)
  }

  private func expectFile(_ tile: Tile, _ bytes: [UInt8], _ report: inout VerifyReport) {
    report.tiles += 1
    let kept = log.contents(tile.path)
    guard kept != bytes else { return }
    report.findings.append(
      Finding(
        "\(log.path)/\(tile.path)", kept == nil ? "it is missing" : "it does not hold the hashes of its entries",
        repair: "copy it back from a backup or a mirror, or let `banluu rebuild` write it again"))
  }
}
