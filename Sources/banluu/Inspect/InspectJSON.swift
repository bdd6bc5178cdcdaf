import News
import Parse

/// A page as `inspect page` prints it.
struct PageJSON: Encodable {
  var title, summary: String
  var author, published, modified, section, canonical, language: String?
  var text: String
  var paragraphs: [String]

  init(_ page: ParsedPage) {
    title = page.title
    summary = page.summary
    author = page.author
    published = page.published?.instant?.rfc3339
    modified = page.modified?.instant?.rfc3339
    section = page.section
    canonical = page.canonical
    language = page.language
    text = page.paragraphs.joined(separator: "\n")
    paragraphs = page.paragraphs
  }
}
