import Archive
import Fetch
import Parse

extension PollRecord.Validators {
  /// Those of an answer that was read. Of a damaged one none: the next poll must get the whole of it again.
  init(_ response: Response, of feed: ParsedFeed) {
    self.init(etag: feed.damaged ? nil : response.etag, lastModified: feed.damaged ? nil : response.lastModified)
  }

  /// Those after an answer that nothing changed; what it leaves out stays.
  init(unchanged response: Response, etag: String?, lastModified: String?) {
    self.init(etag: response.etag ?? etag, lastModified: response.lastModified ?? lastModified)
  }
}
