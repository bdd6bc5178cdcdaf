/// Where in an article's template a paragraph stands: the kinds of the elements around it, inside the main block.
struct PagePlaces {
  let page: PageMarkup
  let segments: PageSegments
  let main: Int

  /// The paragraphs that stand elsewhere than most of the text, each with its place: only they can be furniture.
  func asides(_ shown: [(at: Int, text: String)]) -> [String: UInt64] {
    let places = shown.map { place($0.at) }
    let sizes = zip(shown, places).reduce(into: [:]) { $0[$1.1, default: 0] += segments.all[$1.0.at].length }
    guard let own = sizes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return [:] }
    return zip(shown, places).reduce(into: [:]) { asides, item in
      if item.1 != own { asides[item.0.text] = item.1 }
    }
  }

  private func place(_ index: Int) -> UInt64 {
    var node = segments.all[index].block
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while node > main {
      let item = page.nodes[node]
      // Authors style single paragraphs of a text; what is around them tells more.
      let isLeaf = item.tag == .paragraph || item.tag == .heading
      hash = (hash ^ UInt64(item.tag.rawValue)) &* 0x0000_0100_0000_01B3
      hash = (hash ^ (isLeaf ? 0 : item.kind)) &* 0x0000_0100_0000_01B3
      node = item.parent
    }
    return hash
  }
}
