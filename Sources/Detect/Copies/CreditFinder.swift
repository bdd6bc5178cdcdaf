import News

/// Finds the words by which a text says where it comes from.
public enum CreditFinder {
  /// Lines at the end in which a bare name is a credit.
  private static let closingLines = 3

  /// `source`: the names, aliases and host of the outlet that the text may have been copied from.
  public static func find(in text: ArticleText, author: String?, source: [String]) -> Credit {
    find(in: SlicedText(text.whole), author: author, source: source)
  }

  /// The same of a text that is cut already.
  public static func find(in text: SlicedText, author: String?, source: [String]) -> Credit {
    let names = CreditNames(source: source)
    let lines = text.lines
    var found: Credit?
    func note(_ credit: Credit?) -> Bool {
      if found == nil || credit?.state == .source { found = credit ?? found }
      return credit?.state == .source
    }
    if let author, note(names.signature(CreditLine(author))) { return found ?? Credit(state: .none) }
    for line in lines.suffix(closingLines).reversed() {
      if note(names.signature(CreditLine(text, line))) { break }
    }
    // Few lines hold a name at all; only those are looked at word by word.
    for line in lines.reversed() where found?.state != .source && names.mayStand(in: text.codes, line) {
      if note(names.mention(in: CreditLine(text, line))) { break }
    }
    return found ?? Credit(state: .none)
  }
}
