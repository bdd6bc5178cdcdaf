/// The elements that matter when text is taken from a page.
enum MarkupTag: UInt8 {
  case text, root, body, block, paragraph, heading, list, item, table, cell, inline, bold, link, lineBreak, landmark,
    article, side, title, time, image, void, preformatted

  /// Text before and after it stands in different paragraphs.
  var isBlock: Bool {
    switch self {
    case .text, .inline, .bold, .link, .lineBreak, .time, .image, .void: false
    default: true
    }
  }

  private static let names: NameTable<MarkupTag> = {
    let groups: [(MarkupTag, String)] = [
      (.root, "html head"), (.body, "body"), (.paragraph, "p"), (.preformatted, "pre listing xmp"),
      (.heading, "h1 h2 h3 h4 h5 h6"),
      (.list, "ul ol dl"), (.item, "li dt dd"), (.table, "table tbody thead tfoot tr"), (.cell, "td th"),
      (.bold, "b strong"), (.link, "a"), (.lineBreak, "br"), (.article, "article main"), (.side, "nav aside footer"),
      (.landmark, "section header"), (.title, "title"), (.time, "time"), (.image, "img"),
      (.void, "hr meta link input source track embed param col area base"),
      (.block, "div form fieldset blockquote center figure figcaption address caption details summary hgroup dialog"),
    ]
    return NameTable(
      groups.flatMap { tag, names in names.split(separator: " ").map { (String($0), tag) } }, merging: { $1 })
  }()

  init(_ name: NameHash) { self = Self.names[name] ?? .inline }
}
