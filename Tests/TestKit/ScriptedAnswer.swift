/// What a scripted server sends for one request.
public struct ScriptedAnswer: Sendable {
  /// How the body comes to its end.
  public enum Ending: Sendable {
    /// After the chunks, with the length that was stated.
    case whole
    /// After the chunks, though a longer body was stated.
    case early
    /// Never: zero bytes follow until the client leaves.
    case endless
  }

  public var status: String
  public var headers: [String]
  public var chunks: [[UInt8]]
  public var ending: Ending

  public init(_ status: String = "200 OK", _ headers: [String] = [], body: [UInt8] = [], ending: Ending = .whole) {
    self.status = status
    self.headers = headers
    chunks = body.isEmpty ? [] : [body]
    self.ending = ending
  }

  /// An answer with a text and its type.
  public static func text(_ body: String, type: String, _ headers: [String] = []) -> ScriptedAnswer {
    ScriptedAnswer("200 OK", ["Content-Type: \(type)"] + headers, body: Array(body.utf8))
  }

  /// A redirect.
  public static func moved(to location: String, _ status: String = "302 Found") -> ScriptedAnswer {
    ScriptedAnswer(status, ["Location: \(location)"])
  }

  /// Nothing stands at the address.
  public static let missing = ScriptedAnswer("404 Not Found")

  /// Status line and headers.
  var head: [UInt8] {
    let length = chunks.reduce(0) { $0 + $1.count }
    let stated: [String] =
      switch ending {
      case .whole: ["Content-Length: \(length)"]
      case .early: ["Content-Length: \(length + 1000)"]
      case .endless: []
      }
    let lines = ["HTTP/1.1 \(status)", "Connection: close"] + stated + headers
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
