import Detect
import Foundation
import GRDB

/// Weighs who holds the fingerprints of a text: which articles may share passages with it, the most telling first.
struct CandidateSearch {
  /// A fingerprint that more clusters hold is a turn of speech.
  private static let frequencyCut = 64
  private static let mostVerified = 200
  /// Articles that a person who asks about a text can still look through.
  private static let mostShown = 50

  /// What one article shares with the text.
  private struct Sum {
    var score = 0.0
    var hits = 0
    var rare = 0
    var below6 = 0
    var lastHash = -1
    var lastPosition: Int32 = -1_000
    var lastDiagonal: Int32 = 0
    var isAligned = false
  }

  /// `family`: the first version of the text's own article; `document`: its own number, later ones are not looked at.
  struct Question {
    /// Its fingerprints by position.
    var places: [PostingPlaces.Place]
    var document: UInt32
    var family: UInt32
    var outlet: String
    /// A text that was handed in may be as short as one fingerprint.
    var isVisitor: Bool { document == .max }
  }

  /// Families that may be copies of the text or the other way round.
  static func candidates(
    _ question: Question, holders: Holders, facts: inout DocumentFacts, index: CopyIndex, in db: Database
  ) throws -> [(family: UInt32, evidence: CandidateEvidence)] {
    var sums: [UInt32: Sum] = [:]
    var clusters: [UInt32] = []
    var families: [(family: UInt32, outlet: UInt16, position: UInt16)] = []
    let total = Double(max(index.documents, 2))
    let own = facts.number(of: question.outlet)
    for place in question.places {
      let hash = Int(place.hash)
      clusters.removeAll(keepingCapacity: true)
      families.removeAll(keepingCapacity: true)
      for holder in holders[hash] where holder.document < question.document && !index.isDead(holder.document) {
        guard let facts = try facts.facts(holder.document, in: db) else { continue }
        if !clusters.contains(facts.cluster) { clusters.append(facts.cluster) }
        if clusters.count > frequencyCut { break }
        if facts.family != question.family { families.append((facts.family, facts.outlet, holder.position)) }
      }
      // Frequency counts clusters of copies, not articles: a story with ten reprints would hide itself.
      guard !families.isEmpty, clusters.count <= frequencyCut else { continue }
      let weight = log2(total / Double(clusters.count))
      for holder in families where holder.outlet != own {
        add(holder.position, to: &sums[holder.family, default: Sum()], hash: hash, at: place.position) {
          $0.score += weight
          $0.hits += 1
          if clusters.count <= 2 { $0.rare += 1 }
          if clusters.count <= 5 { $0.below6 += 1 }
        }
      }
    }
    return sums.filter { question.isVisitor || isWorthAligning($0.value) }
      .sorted { ($0.value.score, $1.key) > ($1.value.score, $0.key) }.prefix(
        question.isVisitor ? mostShown : mostVerified
      )
      .map { ($0.key, CandidateEvidence(hits: $0.value.hits, rareHits: $0.value.rare, hitsBelow6: $0.value.below6)) }
  }

  /// Counts a hash once for each family, and notes two that lie as far apart in both texts, as those of one run do.
  private static func add(
    _ position: UInt16, to sum: inout Sum, hash: Int, at own: UInt16, _ count: (inout Sum) -> Void
  ) {
    let diagonal = Int32(own) - Int32(position)
    if Int32(own) - sum.lastPosition <= 2 * CopyJudge.window, diagonal == sum.lastDiagonal, sum.lastHash != hash {
      sum.isAligned = true
    }
    if sum.lastHash != hash {
      count(&sum)
      sum.lastHash = hash
    }
    sum.lastPosition = Int32(own)
    sum.lastDiagonal = diagonal
  }

  /// A long run leaves two fingerprints on one diagonal; without one only rare words can make a copy.
  private static func isWorthAligning(_ sum: Sum) -> Bool {
    guard sum.hits >= 2 else { return false }
    return sum.isAligned || CopyJudge.isRare(hits: sum.hits, rare: sum.rare)
  }
}
