/// Reads credits in lines, knowing the names of one source outlet and of many others.
struct CreditNames {
  private let source: PhraseBook
  private let hosts: PhraseBook

  private static let outlets = PhraseBook(CreditWords.outlets)
  private static let known = PhraseBook(CreditWords.outlets + CreditWords.mediaCarriers)
  private static let openings = PhraseBook(CreditWords.openings)
  private static let carriers = PhraseBook(CreditWords.carriers)
  private static let mediaCarriers = PhraseBook(CreditWords.mediaCarriers)
  private static let closings = PhraseBook(CreditWords.closings)
  private static let media = PhraseBook(CreditWords.media)
  private static let prose = PhraseBook(CreditWords.prose)
  private static let theo = PhraseBook(["theo", "nguồn"])
  /// Syllables of a closing line that may be a signature and not a sentence.
  private static let signatureLength = 12
  /// Syllables of a name nobody listed.
  private static let unknownLength = 6

  init(source names: [String]) {
    source = PhraseBook(names)
    hosts = PhraseBook(names.filter { $0.contains(".") && !$0.contains(" ") })
  }

  /// A credit of the whole text: a byline, or a line or bracket at its end.
  func signature(_ line: CreditLine) -> Credit? {
    if line.codes.count <= Self.signatureLength {
      var other: Credit?
      for i in line.codes.indices {
        guard let (state, length) = name(line, at: i), !isMedia(line, before: i), standsAlone(line, i..<(i + length))
        else { continue }
        let credit = Credit(state: state, text: line.words(opening(line, before: i)..<(i + length)))
        if state == .source { return credit }
        other = other ?? credit
      }
      if let other { return other }
    }
    return unknown(line)
  }

  /// A credit in a sentence: `theo tờ X`, `X đưa tin`, `(X)`, or the source's host.
  func mention(in line: CreditLine) -> Credit? {
    var other: Credit?
    for i in line.codes.indices {
      guard let (state, length) = name(line, at: i) ?? listedAfterCarrier(line, at: i), !isMedia(line, before: i)
      else { continue }
      let end = i + length
      let start = opening(line, before: i)
      let closing = line.joinsPrevious(end) ? Self.closings.match(line.codes, at: end) : nil
      guard start < i || closing != nil || line.isBracketed(i..<end) || isHost(line, at: i) else { continue }
      let credit = Credit(state: state, text: line.words(start..<(end + (closing ?? 0))))
      if state == .source { return credit }
      other = other ?? credit
    }
    return other
  }

  /// Whether a line holds a name, or words after which one that nobody listed is believed.
  func mayStand(in codes: [UInt64], _ line: Range<Int>) -> Bool {
    line.contains { i in
      if source.match(codes, at: i) != nil { return true }
      guard Self.known.match(codes, at: i) != nil else { return false }
      return Self.outlets.match(codes, at: i) != nil || Self.openings.match(codes, endingAt: i) != nil
    }
  }

  private func isHost(_ line: CreditLine, at i: Int) -> Bool { hosts.match(line.codes, at: i) != nil }

  /// The longer name wins: `Lao Động` is not credited by `Người Lao Động`.
  private func name(_ line: CreditLine, at i: Int) -> (Credit.State, Int)? {
    let mine = source.match(line.codes, at: i)
    let theirs = Self.outlets.match(line.codes, at: i)
    if let mine, mine >= theirs ?? 0,
      line.isCapital(i) || isHost(line, at: i)
        || Self.carriers.match(
          line.codes, at: i) != nil
    {
      return (.source, mine)
    }
    guard let theirs, line.isCapital(i) else { return nil }
    return (.other, theirs)
  }

  /// A name nobody listed, after words that only name media: `theo trang Abc`.
  private func listedAfterCarrier(_ line: CreditLine, at i: Int) -> (Credit.State, Int)? {
    // The words first: they stand in few places, and letters are only taken apart there.
    guard let carrier = Self.mediaCarriers.match(line.codes, endingAt: i),
      Self.openings.match(line.codes, endingAt: i - carrier) != nil, line.isCapital(i), line.joinsPrevious(i)
    else { return nil }
    var end = i + 1
    while end < line.codes.count, end - i < Self.unknownLength, line.isCapital(end), line.joinsPrevious(end) {
      end += 1
    }
    return (.other, end - i)
  }

  /// `(Theo X)` or `Theo X` closing a line, X a name nobody listed.
  private func unknown(_ line: CreditLine) -> Credit? {
    let first = max(0, line.codes.count - Self.unknownLength - 1)
    for i in first..<line.codes.count where Self.theo.match(line.codes, at: i) == 1 {
      let rest = (i + 1)..<line.codes.count
      let opens = i == 0 || line.isBracketed(i..<line.codes.count) || line.gap(before: i).contains("/")
      guard opens, !rest.isEmpty, !isMedia(line, before: i), Self.prose.match(line.codes, at: i + 1) == nil,
        line.isCapital(i + 1), rest.dropFirst().allSatisfy({ line.gap(before: $0).contains(",") == false })
      else { continue }
      return Credit(state: .other, text: line.words(i..<line.codes.count))
    }
    return nil
  }

  /// Where the words that lead to a name start; the name itself if none do.
  private func opening(_ line: CreditLine, before name: Int) -> Int {
    var start = name
    for _ in 0..<2 {
      guard start > 0, joins(line, start), let n = Self.carriers.match(line.codes, endingAt: start) else { break }
      start -= n
    }
    for middle in [start, name] where middle > 0 && joins(line, middle) {
      if let n = Self.openings.match(line.codes, endingAt: middle) { return middle - n }
    }
    return name
  }

  private func joins(_ line: CreditLine, _ index: Int) -> Bool {
    line.gap(before: index).allSatisfy { !".,;()[]".unicodeScalars.contains($0) }
  }

  private func isMedia(_ line: CreditLine, before i: Int) -> Bool {
    let start = opening(line, before: i)
    return Self.media.match(line.codes, endingAt: start) != nil && !line.joinsPrevious(start)
      || Self.media.match(
        line.codes, endingAt: i) != nil
  }

  /// In a signature the name ends the line or its bracket, alone or after a reporter's name or an opening.
  private func standsAlone(_ line: CreditLine, _ range: Range<Int>) -> Bool {
    let after = line.gap(before: range.upperBound)
    let ends = range.upperBound == line.codes.count || after.contains { ")]/-–|".unicodeScalars.contains($0) }
    let start = opening(line, before: range.lowerBound)
    let before = line.gap(before: start)
    let begins = start == 0 || start < range.lowerBound || before.contains { "([/-–|,.".unicodeScalars.contains($0) }
    return ends && begins
  }
}
