/// The author's name where a page shows it: by microdata, or in an element that is called so.
struct Byline {
  let page: PageMarkup
  let segments: PageSegments
  let main: Int

  /// The name marked by `itemprop="author"`.
  var marked: String? { first { page.nodes[$0].hints.contains(.authorMark) } }

  /// The name in an element called "author", "tac-gia" and the like.
  var named: String? { first { page.nodes[$0].hints.contains(.author) } }

  private func first(where isIt: (Int) -> Bool) -> String? {
    for node in page.nodes.indices where isIt(node) {
      let range = segments.range(node)
      // What stands after the article may be its readers' names.
      guard range.lowerBound < segments.range(main).upperBound else { return nil }
      for index in range.prefix(2) where segments.all[index].length < 80 {
        if let name = Self.name(segments.string(index)) { return name }
      }
    }
    return nil
  }

  /// The name without what stands before it: "Tác giả: Thu Hà", "By Thu Ha".
  private static func name(_ text: String) -> String? {
    var text = text[...]
    for lead in ["Tác giả:", "Tác giả", "Theo:", "Bài:", "Tin, ảnh:", "By ", "by "] where text.hasPrefix(lead) {
      text = text.dropFirst(lead.count)
    }
    let name = text.drop { $0 == " " }
    let words = name.split(separator: " ")
    let isName = (1...6).contains(words.count) && words.contains { $0.first?.isUppercase ?? false }
    return isName && !name.contains { $0.isNumber || ".!?:|@".contains($0) } ? String(name) : nil
  }
}
