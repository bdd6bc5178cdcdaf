import Foundation
import Logging
import News

/// Logs one line an event, whatever stands in it: `TIME LEVEL EVENT key=value …`, keys in order.
///
/// What outlets wrote can neither begin a line of its own nor steer a terminal: values are quoted where they hold
/// more than plain characters, and control and direction characters are escaped.
struct LineLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info
  private let write: @Sendable (String) -> Void
  private let now: @Sendable () -> String

  init(
    write: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data($0.utf8)) },
    now: @escaping @Sendable () -> String = { Round.now().rfc3339 }
  ) {
    self.write = write
    self.now = now
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let pairs = fields.map { " \(Self.plain($0.key))=\(Self.quoted("\($0.value)"))" }.joined()
    write("\(now()) \(event.level) \(Self.escaped("\(event.message)"))\(pairs)\n")
  }

  private static func plain(_ key: String) -> String {
    String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" })
  }

  private static func quoted(_ value: String) -> String {
    let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !#""\="#.utf8.contains($0) }
    return isPlain ? value : "\"\(escaped(value, quotes: true))\""
  }

  static func escaped(_ text: String, quotes: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += #"\n"#
      case "\r": result += #"\r"#
      case "\t": result += #"\t"#
      case "\"" where quotes, "\\": result += "\\\(scalar)"
      case _ where isHarmful(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Control, format (directions, zero width) and line separating characters.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
  }
}
