import Foundation
import News
import Query

/// A WACZ 1.1.1 file, which readers of 1.2.0 take too: WARC, index and list of pages in one ZIP, with the proofs beside them.
public enum WACZFile {
  /// Writes the file; gives how many pages it holds.
  public static func write(_ query: ArchiveQuery, _ filter: ExportFilter, looks: Bool, at now: Instant, to path: String)
    throws -> Int
  {
    let zip = try ZipFile(path: path)
    var resources: [Resource] = []
    func add(_ name: String, _ bytes: [UInt8]) throws {
      try zip.add(name, bytes)
      resources.append(Resource(path: name, bytes: bytes))
    }
    var (warc, lines, pages): ([UInt8], [String], [String]) = ([], [], [])
    var articles: [String] = []
    try query.records(filter, looks: looks, at: now) { record in
      if let line = try CDXLine.text(record, file: "data.warc.gz", offset: Int64(warc.count)) { lines.append(line) }
      if record.type == "response" {
        pages.append(
          try json(Page(id: "\(pages.count + 1)", url: record.url, ts: record.at.rfc3339, title: record.title)))
        articles.append(record.url)
      }
      warc += record.bytes
    }
    lines.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    try add("archive/data.warc.gz", warc)
    try add("indexes/index.cdx", Array((lines.joined(separator: "\n") + "\n").utf8))
    let first = #"{"format":"json-pages-1.0","id":"pages","title":"banluu"}"#
    try add("pages/pages.jsonl", Array(([first] + pages).map { $0 + "\n" }.joined().utf8))
    for (name, text) in try proofs(query, Array(Set(articles)).sorted()) { try add("banluu/" + name, Array(text.utf8)) }
    let package = Array(try json(Package(created: now.rfc3339, resources: resources)).utf8)
    try zip.add("datapackage.json", package)
    let digest = Resource(path: "datapackage.json", bytes: package)
    try zip.add(
      "datapackage-digest.json", Array(try json(["path": "datapackage.json", "hash": digest.hash]).utf8))
    try zip.finish()
    return pages.count
  }

  /// Proofs of every version, where the log is signed.
  private static func proofs(_ query: ArchiveQuery, _ urls: [String]) throws -> [(String, String)] {
    var files: [(String, String)] = []
    for url in urls {
      guard let article = try query.article(url) else { continue }
      let found = try query.proofs(of: article)
      if files.isEmpty { files = [("checkpoint", found.checkpoint), ("vkey", found.vkey + "\n")] }
      files += found.proofs.map { ("\(article)-\($0.version).tlog-proof", $0.text) }
    }
    return files
  }

  private struct Page: Encodable {
    var id, url, ts, title: String
  }

  private struct Package: Encodable {
    var profile = "data-package"
    var version = "1.1.1"
    var software = "banluu/1.0"
    var created: String
    var resources: [Resource]

    private enum CodingKeys: String, CodingKey {
      case profile, software, created, resources
      case version = "wacz_version"
    }
  }

  private struct Resource: Encodable {
    var name: String
    var path: String
    var hash: String
    var bytes: Int

    init(path: String, bytes: [UInt8]) {
      self.path = path
      name = path.split(separator: "/").last.map(String.init) ?? path
      hash = "sha256:" + ContentHash.hex(bytes)
      self.bytes = bytes.count
    }
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
