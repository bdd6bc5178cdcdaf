import News

extension Payload {
  /// What an answer holds, for a parser.
  public init(_ response: Response) {
    self.init(
      bytes: response.body, contentType: response.contentType, url: response.url,
      contentLocation: response.contentLocation)
  }
}
