/// The sources of the rehearsed press: what a feed or a listing page names.
struct PressFeed {
  let outlet: PressOutlet
  let base: String
  let items: [(story: Story, published: PressDate)]

  var rss: String {
    let entries = items.map { story, published in
      """
      <item><title><![CDATA[\(story.title)]]></title><link>\(link(story))</link><guid>\(link(story))</guid>
      <pubDate>\(published.rfc822)</pubDate><description><![CDATA[\(story.summary)]]></description></item>
      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0"><channel><title>\(outlet.name)</title><link>\(base)/</link>
      <description>Tin mới</description><language>vi</language>
      \(entries.joined(separator: "\n"))
      </channel></rss>
      """
  }

  var atom: String {
    let entries = items.map { story, published in
      """
      <entry><title>\(Markup.escaped(story.title))</title><id>\(link(story))</id><link href="\(link(story))"/>
      <published>\(published.rfc3339)</published><updated>\(published.rfc3339)</updated>
      <summary>\(Markup.escaped(story.summary))</summary></entry>
      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><title>\(outlet.name)</title><id>\(base)/</id>
      <updated>\(items.first?.published.rfc3339 ?? "1970-01-01T00:00:00Z")</updated>
      \(entries.joined(separator: "\n"))
      </feed>
      """
  }

  private func link(_ story: Story) -> String { Markup.escaped(base + outlet.path(of: story)) }
}
