import Glibc
import News
import Parse

/// Prints feeds as `inspect feed` does, one object a line; absent fields are left out.
struct FeedWriter {
  private var json = JSONBytes()

  mutating func write(_ feed: ParsedFeed) {
    json.removeAll()
    json.open("{")
    field("format", feed.format)
    field("encoding", feed.encoding)
    field("encoding_step", feed.encodingStep.rawValue)
    json.key("damaged")
    json.value(feed.damaged)
    field("title", feed.title)
    field("link", feed.link)
    field("description", feed.description)
    field("language", feed.language)
    field("id", feed.id)
    field("updated", feed.updated.map { $0.instant?.rfc3339 ?? $0.raw })
    json.key("items")
    json.open("[")
    for entry in feed.entries { write(entry) }
    json.close("]")
    if !feed.parts.isEmpty { write(feed.parts) }
    json.close("}")
    json.endLine()
    Self.flush(json.bytes)
  }

  private mutating func write(_ entry: ParsedEntry) {
    json.open("{")
    field("id", entry.id)
    field("link", entry.link)
    field("title", entry.title)
    field("summary", entry.summaryUTF8)
    field("content", entry.contentUTF8)
    field("author", entry.author)
    writeDates(of: entry)
    field("language", entry.language)
    if entry.isDamaged {
      json.key("damaged")
      json.value(true)
    }
    json.key("categories")
    json.open("[")
    for category in entry.categories { json.value(category) }
    json.close("]")
    json.key("enclosures")
    json.open("[")
    for enclosure in entry.enclosures {
      json.open("{")
      field("url", enclosure.url)
      field("type", enclosure.type)
      field("length", enclosure.length)
      json.close("}")
    }
    json.close("]")
    json.close("}")
  }

  private mutating func writeDates(of entry: ParsedEntry) {
    if let date = entry.published ?? entry.updated {
      field("published", date.instant?.rfc3339)
      field("published_raw", date.raw)
      if date.instant != nil { field("published_precision", date.precision.rawValue) }
      if date.isAhead {
        json.key("published_ahead")
        json.value(true)
      }
    }
    field("updated", entry.updated?.instant?.rfc3339)
  }

  private mutating func write(_ parts: [FeedPart]) {
    json.key("parts")
    json.open("[")
    for part in parts {
      json.open("{")
      field("url", part.url)
      if !part.title.isEmpty { field("title", part.title) }
      field("home", part.home)
      field("updated", part.updated.map { $0.instant?.rfc3339 ?? $0.raw })
      json.close("}")
    }
    json.close("]")
  }

  private mutating func field(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    json.key(name)
    json.value(text)
  }

  private mutating func field(_ name: StaticString, _ utf8: [UInt8]) {
    guard !utf8.isEmpty else { return }
    json.key(name)
    json.value(utf8)
  }

  private static func flush(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let count = Glibc.write(1, buffer.baseAddress?.advanced(by: at), buffer.count - at)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        at += count
      }
    }
  }
}
