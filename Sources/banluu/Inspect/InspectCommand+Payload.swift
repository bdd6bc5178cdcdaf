import Fetch
import News

extension InspectCommand {
  /// What a file holds or an address answers; addresses are asked with the manners and the guard of a crawl.
  static func payload(_ named: String, contentType: String? = nil, url: String, feeds: FeedsOptions) async throws
    -> Payload
  {
    guard named.hasPrefix("https://") || named.hasPrefix("http://") else {
      return Payload(bytes: try read(named), contentType: contentType, url: url)
    }
    let settings = try feeds.fileIfAny()
    let fetcher = Fetcher(policy: FetchPolicy(settings))
    defer { fetcher.shutDown() }
    switch await fetcher.fetch(FetchRequest(url: named)) {
    case .fresh(let response) where response.status == 200:
      return Payload(
        bytes: response.body, contentType: contentType ?? response.contentType, url: url.isEmpty ? response.url : url,
        contentLocation: response.contentLocation)
    case .fresh(let response), .notModified(let response):
      throw Failure.exit(
        69, Terminal.safe("\(named) answered \(response.status); check the address in a browser"))
    case .forbidden(let why), .refused(let why), .resting(let why, _): throw Failure.exit(69, Terminal.safe(why))
    case .failed(let failure): throw Failure.exit(69, Terminal.safe(failure.message))
    }
  }
}
