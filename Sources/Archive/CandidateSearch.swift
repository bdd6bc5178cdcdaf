import Detect
import Foundation
import GRDB

/// Finds the articles that share fingerprints with a text, and files the text's own fingerprints.
///
/// Postings are rows for now; the table is private to this type so that sorted segments can take its place.
enum CandidateSearch {
  private static let frequencyCut = 64
  private static let mostVerified = 200

  /// Holders of a fingerprint that are read to count its clusters.
  private static let mostHolders = 512

  /// Articles that share at least two fingerprints, the most telling first.
  static func candidates(_ db: Database, postings: [Posting], article: Int64) throws -> [(Int64, CandidateEvidence)] {
    let documents = Double(max(1, try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 1))
    let lookUp = try db.cachedStatement(
      sql: """
        SELECT DISTINCT v.article, coalesce(a.cluster, a.id) AS cluster
        FROM posting p JOIN version v ON v.id = p.version JOIN article a ON a.id = v.article
        WHERE p.hash = ? LIMIT \(mostHolders)
        """)
    var evidence: [Int64: (score: Double, hits: Int, rare: Int, below6: Int)] = [:]
    for hash in Set(postings.map(\.hash)) {
      let rows = try Row.fetchAll(lookUp, arguments: [Int64(bitPattern: hash)])
      let holders = rows.map { $0["article"] as Int64 }.filter { $0 != article }
      // Frequency counts clusters of copies, not articles: a story with ten reprints would hide itself.
      let frequency = Set(rows.map { $0["cluster"] as Int64 }).count
      guard frequency <= frequencyCut else { continue }
      let weight = log2(documents / Double(max(1, frequency)))
      for holder in holders {
        var sum = evidence[holder] ?? (0, 0, 0, 0)
        sum.score += weight
        sum.hits += 1
        if frequency <= 2 { sum.rare += 1 }
        if frequency <= 5 { sum.below6 += 1 }
        evidence[holder] = sum
      }
    }
    return evidence.filter { $0.value.hits >= 2 }.sorted { ($0.value.score, $1.key) > ($1.value.score, $0.key) }
      .prefix(mostVerified)
      .map { ($0.key, CandidateEvidence(hits: $0.value.hits, rareHits: $0.value.rare, hitsBelow6: $0.value.below6)) }
  }

  static func file(_ db: Database, postings: [Posting], version: Int64) throws {
    let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO posting(hash, version, position) VALUES (?, ?, ?)")
    for posting in postings.sorted(by: { $0.hash < $1.hash }) {
      try insert.execute(arguments: [Int64(bitPattern: posting.hash), version, posting.position])
    }
  }
}
