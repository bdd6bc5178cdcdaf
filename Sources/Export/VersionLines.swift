import Foundation
import Query

/// Versions as JSON lines, in a file or in folders by outlet and day.
public enum VersionLines {
  /// Writes one version a line.
  public static func write(_ query: ArchiveQuery, _ filter: ExportFilter, to file: FileHandle) throws -> Int {
    var count = 0
    try query.versions(filter) { version in
      try file.write(contentsOf: Data(line(version)))
      count += 1
    }
    return count
  }

  /// Writes `outlet=ID/day=DAY/part-0.jsonl.gz`, as Spark and its like read them; a member for each some hundred lines.
  public static func writeDataset(_ query: ArchiveQuery, _ filter: ExportFilter, to folder: String) throws -> Int {
    var count = 0
    var parts: [String: [UInt8]] = [:]
    var started: Set<String> = []
    func flush(_ part: String) throws {
      guard let bytes = parts.removeValue(forKey: part) else { return }
      let place = folder + "/" + part
      if started.insert(part).inserted {
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: place + "/part-0.jsonl.gz"))
      }
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: place + "/part-0.jsonl.gz"))
      try file.seekToEnd()
      try file.write(contentsOf: Data(try GzipFile.member(bytes)))
      try file.close()
    }
    try query.versions(filter) { version in
      let part = "outlet=\(safe(version.outlet))/day=\(version.firstSeen.prefix(10))"
      parts[part, default: []] += try line(version)
      count += 1
      if parts[part, default: []].count > 1 << 20 { try flush(part) }
    }
    for part in parts.keys.sorted() { try flush(part) }
    return count
  }

  /// A name of an outlet is never a path.
  static func safe(_ name: String) -> String {
    let plain = name.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
        ? String(scalar) : "_"
    }.joined()
    return plain.allSatisfy { $0 == "." } ? "_" : plain
  }

  private static func line(_ version: ExportedVersion) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(version)) + [0x0A]
  }
}
