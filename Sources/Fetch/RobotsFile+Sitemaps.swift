extension RobotsFile {
  /// The sitemaps that the file names for everybody (sitemaps.org), in its order.
  public var sitemaps: [String] {
    String(decoding: body, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased().filter({ !$0.isWhitespace }) == "sitemap" else { return nil }
      let address = parts[1].split(whereSeparator: \.isWhitespace).first.map(String.init)
      return address.flatMap { $0.hasPrefix("http") ? $0 : nil }
    }
  }
}
