import ArgumentParser
import Foundation

/// How lists are printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl }

/// The `--format` option and the printing it asks for.
struct ListOptions: ParsableArguments {
  @Option(help: "text, json (one array) or jsonl (one object a line).") var format: ListFormat = .text
  @Flag(help: "The same as --format json.") var json = false

  func printList<Row: Encodable>(_ rows: [Row], empty: String, text: (Row) -> String) throws {
    switch json ? .json : format {
    case .text: print(rows.isEmpty ? empty : rows.map { Terminal.safe(text($0)) }.joined(separator: "\n"))
    case .json: print(try Self.encoded(rows))
    case .jsonl: for row in rows { print(try Self.encoded(row)) }
    }
  }

  static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
