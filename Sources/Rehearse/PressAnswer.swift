/// What a server of the rehearsed press answers.
struct PressAnswer: Sendable {
  var status = 200
  var type = "text/html"
  var body: String
  var tag: String?

  /// The same with an entity tag, so that it can be asked for again cheaply.
  var tagged: PressAnswer {
    var answer = self
    answer.tag = "\"\(Checksum.hexadecimal(Checksum.of(body), digits: 16))\""
    return answer
  }

  /// The bytes on the wire; the body is left out where the client has it already.
  func bytes(unlessTag known: String?, head: Bool) -> [UInt8] {
    let unchanged = tag != nil && tag == known
    let code = unchanged ? 304 : status
    let reasons = [200: "OK", 304: "Not Modified", 404: "Not Found"]
    var lines = ["HTTP/1.1 \(code) \(reasons[code] ?? "")", "Connection: close"]
    if let tag { lines.append("ETag: \(tag)") }
    if !unchanged {
      lines.append("Content-Type: \(type); charset=utf-8")
      lines.append("Content-Length: \(body.utf8.count)")
    }
    let start = lines.joined(separator: "\r\n") + "\r\n\r\n"
    return Array((unchanged || head ? start : start + body).utf8)
  }
}
