import Detect
import GRDB
import News

/// A new text on its way into the archive, with what else its article said so far.
struct Newcomer {
  /// Every version of the article up to the new one, oldest first.
  var versions: [CopyParty]
  /// The number of the new one.
  let document: UInt32
  let postings: [Posting]

  init(versions: [CopyParty], postings known: [Posting]? = nil) {
    self.versions = versions
    postings = known ?? versions.last.map { Winnowing.postings($0.syllables) } ?? []
    document = UInt32(clamping: versions.last?.version ?? 0)
  }
}

/// What was found out about a new text.
public struct Detected: Sendable {
  /// The oldest document among those that reprint each other.
  var cluster: UInt32
  var pairs: [CopyMatch]
}

/// Finds which earlier texts new ones share passages with, over one view of the copy index.
final class CopyDetector {
  let index: CopyIndex
  private var facts = DocumentFacts()
  private var recent: RecentParties

  /// `remembering`: how many texts are kept that the database may not yet show.
  init(folder: String, remembering limit: Int = 0) {
    index = CopyIndex(folder: folder)
    recent = RecentParties(limit: limit)
  }

  /// Forgets what may not have been committed.
  func reset() {
    index.reset()
    facts = DocumentFacts()
    recent.removeAll()
  }

  /// Takes up what others have committed since; throws `CopyIndexChanged` where this view of the database is too old.
  func refresh(_ db: Database) throws { try index.refresh(db) }

  /// Judges each newcomer in order, each seeing those before it, and takes all of them up.
  func detect(_ newcomers: [Newcomer], in db: Database) throws -> (found: [Detected], run: PostingRun) {
    let places = PostingPlaces(newcomers.map { ($0.document, $0.postings) })
    index.add(places.run, last: UInt32(newcomers.last?.versions.last?.version ?? 0))
    let holders = index.holders(of: places.hashes)
    return (
      try newcomers.map { try judge($0, places.places(of: $0.document), holders: holders, in: db) }, places.run
    )
  }

  /// The pairs a text would make that is not in the archive and does not come into it; it is the copy in all of them.
  func judge(visitor: CopyParty, in db: Database) throws -> [CopyFinding] {
    guard try CopyIndex.isCurrent(db) else {
      throw ArchiveError(
        .notAnArchive, "the copy index is of an earlier release; make it anew with `banluu rebuild copies`")
    }
    try refresh(db)
    let newcomer = Newcomer(versions: [visitor])
    let places = PostingPlaces([(newcomer.document, newcomer.postings)])
    let question = CandidateSearch.Question(
      places: places.places(of: newcomer.document), document: .max, family: .max, outlet: visitor.outlet)
    let candidates = try CandidateSearch.candidates(
      question, holders: index.holders(of: places.hashes), facts: &facts, index: index, in: db)
    return try candidates.compactMap { family, evidence in
      try CopyParty.versions(db, family: Int64(family)).compactMap {
        CopyMatch(visitor: visitor, source: $0, evidence: evidence).map(CopyFinding.init)
      }.max()
    }
  }

  private func judge(
    _ newcomer: Newcomer, _ places: [PostingPlaces.Place], holders: Holders, in db: Database
  ) throws -> Detected {
    guard let newest = newcomer.versions.last, let oldest = newcomer.versions.first else {
      return Detected(cluster: 0, pairs: [])
    }
    let (document, family) = (UInt32(newest.version), UInt32(oldest.version))
    let question = CandidateSearch.Question(
      places: places, document: document, family: family, outlet: newest.outlet)
    let candidates = try CandidateSearch.candidates(
      question, holders: holders, facts: &facts, index: index, in: db)
    var found = Detected(
      cluster: newcomer.versions.count > 1 ? try facts.facts(family, in: db)?.cluster ?? family : document, pairs: [])
    for candidate in candidates {
      let theirs = try recent.versions(of: candidate.family, in: db)
      guard let pair = CopyMatch.best(newcomer.versions, theirs, evidence: candidate.evidence) else { continue }
      found.pairs.append(pair)
      if pair.kind == .reprint || pair.kind == .lift, let cluster = try facts.facts(candidate.family, in: db)?.cluster {
        found.cluster = min(found.cluster, cluster)
      }
    }
    facts.note(document, family: family, cluster: found.cluster, outlet: newest.outlet)
    recent.note(newcomer.versions, family: family)
    return found
  }
}
