/// Addresses of one shape: the same host, and paths of as many parts with the same ending.
struct AddressFamily: Hashable, Sendable {
  private let shape: String

  init(_ url: String) {
    let parts = url.split(separator: "?")[0].split(separator: "/", omittingEmptySubsequences: true)
    let host = parts.count > 1 ? parts[1].lowercased() : ""
    let path = parts.dropFirst(2)
    let ending = path.last.flatMap { last in last.lastIndex(of: ".").map { String(last[$0...]) } } ?? ""
    shape = "\(host)/\(path.count)\(ending)"
  }
}
