/// The copy's wording of a passage in the source's spelling and punctuation, so that only changed words differ; told
/// in the sentences that differ, as the rest of a long passage has nothing to compare.
struct Retelling {
  /// One sentence, or several where a change or a quotation reaches over their ends.
  struct Sentence {
    var source: String
    var copy: String
  }

  private let copy: SlicedText
  private let source: SlicedText
  private let passage: Passage
  private var sentences: [Sentence] = []
  /// The sentence being told, in UTF-8: up to where the source goes on with its own words.
  private var result: [UInt8] = []
  private var isAltered = false
  private var start: Int
  private var told: Int
  private var openQuotes = 0

  /// Words only left out or put in are a cut, not another fact, when there are this many.
  private static let leastCut = 5

  /// Empty where no words are changed.
  static func of(_ passage: Passage, copy: SlicedText, source: SlicedText) -> [Sentence] {
    guard copy.codes[passage.copy] != source.codes[passage.source] else { return [] }
    var retelling = Retelling(copy: copy, source: source, passage: passage)
    retelling.tell()
    return retelling.sentences
  }

  private init(copy: SlicedText, source: SlicedText, passage: Passage) {
    self.copy = copy
    self.source = source
    self.passage = passage
    start = passage.source.lowerBound
    told = start
  }

  private mutating func tell() {
    let twins = twins()
    var next = 0
    var from = passage.source.lowerBound
    for (i, twin) in twins.enumerated() {
      guard let twin else { continue }
      if next < i || from < twin || !endsSentence(before: twin) { change(next..<i, from..<twin) }
      next = i + 1
      from = twin + 1
    }
    change(next..<twins.count, from..<passage.source.upperBound)
    close(before: passage.source.upperBound)
  }

  /// Ends the sentence before an unchanged syllable, if one ends there and no quotation is open.
  private mutating func endsSentence(before syllable: Int) -> Bool {
    guard syllable > start else { return false }
    let gap = source.boundary(before: syllable)
    openQuotes += gap.quotes
    guard gap.endsSentence, openQuotes == 0 else { return false }
    close(before: syllable)
    return true
  }

  private mutating func close(before syllable: Int) {
    if isAltered {
      source.appendWords(told..<syllable, to: &result)
      let copy = String(decoding: result, as: UTF8.self)
      sentences.append(Sentence(source: source.words(start..<syllable), copy: copy))
    }
    (start, told) = (syllable, syllable)
    result.removeAll(keepingCapacity: true)
    isAltered = false
  }

  /// Words between two equal syllables: the copy's, or the source's where the copy only cut or moved a sentence.
  private mutating func change(_ offsets: Range<Int>, _ old: Range<Int>) {
    let new = (passage.copy.lowerBound + offsets.lowerBound)..<(passage.copy.lowerBound + offsets.upperBound)
    let isCut = new.isEmpty && old.count >= Self.leastCut || old.isEmpty && new.count >= Self.leastCut
    let changes =
      !(new.isEmpty && old.isEmpty) && !isCut
      && breaks(copy, new, passage.copy)
        == breaks(source, old, passage.source)
    if !changes { return }
    isAltered = true
    source.appendWords(told..<old.lowerBound, to: &result)
    appendCopy(new)
    told = old.upperBound
  }

  /// Tells words of the copy with what stands before and after them, as far as the passage goes.
  private mutating func appendCopy(_ range: Range<Int>) {
    let isLast = range.upperBound == passage.copy.upperBound
    if range.isEmpty && isLast { return }
    if range.lowerBound > passage.copy.lowerBound { copy.appendGap(before: range.lowerBound, to: &result) }
    if range.isEmpty { return }
    copy.appendWords(range, to: &result)
    if !isLast { copy.appendGap(before: range.upperBound, to: &result) }
  }

  private func breaks(_ text: SlicedText, _ range: Range<Int>, _ passage: Range<Int>) -> Bool {
    let last = min(range.upperBound, passage.upperBound - 1)
    return max(range.lowerBound, passage.lowerBound + 1) <= last
      && (max(range.lowerBound, passage.lowerBound + 1)...last).contains { text.startsLine($0) }
  }

  /// For each syllable of the copy's passage, the syllable of the source it repeats.
  private func twins() -> [Int?] {
    let hunks = SequenceDiff.hunks(Array(source.codes[passage.source]), Array(copy.codes[passage.copy]))
    var twins = [Int?](repeating: nil, count: passage.copy.count)
    var (from, at) = (0, 0)
    for hunk in hunks + [.init(before: passage.source.count..<0x7FFF_FFFF, after: passage.copy.count..<0x7FFF_FFFF)] {
      while at < hunk.after.lowerBound {
        twins[at] = passage.source.lowerBound + from
        (from, at) = (from + 1, at + 1)
      }
      (from, at) = (hunk.before.upperBound, hunk.after.upperBound)
    }
    return twins
  }
}
