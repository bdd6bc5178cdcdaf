import Foundation
import News
import Query

/// An exported WARC file, and the index of it.
public enum WARCFile {
  /// Writes the records of the versions to a file; gives the CDXJ lines, sorted.
  public static func write(
    _ query: ArchiveQuery, _ filter: ExportFilter, looks: Bool, at now: Instant, to file: FileHandle, named name: String
  ) throws -> [String] {
    var lines: [String] = []
    var offset: Int64 = 0
    try query.records(filter, looks: looks, at: now) { record in
      if let line = try CDXLine.text(record, file: name, offset: offset) { lines.append(line) }
      try file.write(contentsOf: Data(record.bytes))
      offset += Int64(record.bytes.count)
    }
    // By bytes, as programs that search the index compare.
    return lines.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
