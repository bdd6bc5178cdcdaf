/// Finds the passages two texts share, in any order, on the texts themselves.
public enum Aligner {
  /// Identical syllables that start a match.
  static let seed = 4
  /// Syllables that may differ between two runs of one passage.
  static let gap = 8
  /// Syllables that may be put in or left out between two runs.
  static let drift = 5
  /// Identical syllables a passage needs: fewer are turns of speech.
  public static let leastPassage = 8

  /// Seeds, extends to maximal runs, joins neighbouring runs, and keeps the best passage for each place of the copy.
  public static func align(copy: SyllableText, source: SyllableText) -> Alignment {
    let runs = MatchRun.all(copy: copy.codes, source: source.codes, seed: seed)
    var taken = [Bool](repeating: false, count: copy.codes.count)
    var passages: [Passage] = []
    let chains = chains(of: runs).filter { $0.identical >= leastPassage }
    for chain in chains.sorted(by: { $0.identical > $1.identical }) {
      for part in free(chain, taken: taken) {
        for i in part.copy { taken[i] = true }
        passages.append(part)
      }
    }
    passages.sort { $0.copy.lowerBound < $1.copy.lowerBound }
    let matched = passages.reduce(0) { $0 + $1.copy.count }
    let shorter = max(1, min(copy.codes.count, source.codes.count))
    return Alignment(
      passages: passages, matched: matched, longest: runs.map(\.length).max() ?? 0,
      share: Double(matched) / Double(max(1, copy.codes.count)),
      coverage: min(1, Double(matched) / Double(shorter)))
  }

  private struct Chain {
    /// All but the last: most chains are one run, found by chance.
    private var earlier: [MatchRun] = []
    private(set) var identical: Int
    private(set) var last: MatchRun

    init(_ run: MatchRun) {
      identical = run.length
      last = run
    }

    var runs: [MatchRun] { earlier + [last] }

    mutating func add(_ run: MatchRun) {
      earlier.append(last)
      identical += run.length
      last = run
    }
  }

  /// Runs come sorted by their place in the copy; each joins the longest open chain it fits.
  private static func chains(of runs: [MatchRun]) -> [Chain] {
    var open: [Chain] = []
    var done: [Chain] = []
    for run in runs {
      var best: (index: Int, run: MatchRun)?
      var index = 0
      while index < open.count {
        if open[index].last.copyEnd + gap < run.copy {
          done.append(open[index])
          open.swapAt(index, open.count - 1)
          open.removeLast()
          continue
        }
        if let joined = run.following(open[index].last, gap: gap, drift: drift),
          best.map({ open[$0.index].identical < open[index].identical }) ?? true
        {
          best = (index, joined)
        }
        index += 1
      }
      if let best { open[best.index].add(best.run) } else { open.append(Chain(run)) }
    }
    return done + open
  }

  /// The parts of a chain where no better passage stands yet.
  private static func free(_ chain: Chain, taken: [Bool]) -> [Passage] {
    var parts: [Passage] = []
    var identical = 0
    var current: Passage?
    func close() {
      if let current, identical >= leastPassage { parts.append(current) }
      current = nil
      identical = 0
    }
    for run in chain.runs {
      guard let rest = run.outside(taken) else {
        close()
        continue
      }
      if let first = current, taken[first.copy.upperBound..<rest.copy].contains(true) { close() }
      let start = current ?? Passage(copy: rest.copy..<rest.copyEnd, source: rest.source..<rest.sourceEnd)
      current = Passage(
        copy: start.copy.lowerBound..<rest.copyEnd, source: start.source.lowerBound..<rest.sourceEnd)
      identical += rest.length
    }
    close()
    return parts
  }
}
