import ArgumentParser
import Export
import Foundation

/// How lists are printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl, csv, atom }

/// What a list can be printed as, for people and for feed readers.
struct ListForm<Row>: Sendable {
  var empty: String
  var text: @Sendable (Row) -> String
  var title = ""
  var atom: (@Sendable (Row) -> AtomFeed.Entry)?
}

/// The `--format` option and the printing it asks for.
struct ListOptions: ParsableArguments {
  @Option(help: "text, json (one array), jsonl (one object a line), csv or atom.") var format: ListFormat = .text
  @Flag(help: "The same as --format json.") var json = false

  var chosen: ListFormat { json ? .json : format }

  func printList<Row: Encodable>(_ rows: [Row], _ form: ListForm<Row>) throws {
    switch chosen {
    case .text: Terminal.show(rows.isEmpty ? form.empty : rows.map(form.text).joined(separator: "\n\n"))
    case .json: print(try Self.encoded(rows))
    case .jsonl: for row in rows { print(try Self.encoded(row)) }
    case .csv: print(try CSVTable.text(rows), terminator: "")
    case .atom:
      guard let atom = form.atom else {
        throw Failure.exit(64, "this list has no Atom form; use text, json, jsonl or csv")
      }
      print(AtomFeed(id: "urn:banluu:\(form.title)", title: "banluu: \(form.title)", entries: rows.map(atom)).xml)
    }
  }

  /// One value: text for people, else JSON.
  func printOne(_ value: some Encodable, text: () -> String) throws {
    switch chosen {
    case .text: Terminal.show(text())
    case .json, .jsonl: print(try Self.encoded(value))
    case .csv, .atom: throw Failure.exit(64, "one article has no \(chosen.rawValue) form; use text or json")
    }
  }

  static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
