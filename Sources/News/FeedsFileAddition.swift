import Yams

/// An outlet that is to go into a feeds file, and what becomes of the file's text.
public struct FeedsFileAddition: Sendable {
  /// What came of it.
  public enum Outcome: Sendable {
    /// The new text, with a new outlet of this id, or with so many sources more at one that was there.
    case added(text: String, outlet: String, sources: Int)
    /// The file has all of it already, at this outlet.
    case nothingNew(outlet: String)
    /// The text is laid out in a way that cannot be added to.
    case needsHand
  }

  private let outlet: Outlet
  private let notes: [String: String]

  /// `notes` are comments to stand above the sources of those addresses.
  public init(_ outlet: Outlet, notes: [String: String] = [:]) {
    self.outlet = outlet
    self.notes = notes
  }

  /// Adds to the text of a feeds file: sources to the outlet that has one of the hosts, else the outlet. The outcome is read
  /// again before it is given, so that no text leaves here that is wrong or has lost something.
  public func apply(to text: String) throws(FeedsFileError) -> Outcome {
    let isNew = text.allSatisfy(\.isWhitespace)
    let before = isNew ? FeedsFile() : try FeedsFile.parse(text).get()
    let known = Set(before.outlets.flatMap(\.sources).map(\.url))
    let sources = outlet.sources.filter { !known.contains($0.url) }
    var file = FeedsFileText(text)
    var addition = outlet
    addition.sources = sources
    let place = before.outlets.first { !Self.hosts(of: $0).isDisjoint(with: Self.hosts(of: outlet)) }
    if sources.isEmpty { return .nothingNew(outlet: place?.id ?? outlet.id) }
    if let place {
      addition.id = place.id
      guard let line = Self.line(of: place.id, in: text), file.add(sources, toOutletAt: line, notes: notes) else {
        return .needsHand
      }
    } else {
      var number = 2
      while before.outlets.contains(where: { $0.id == addition.id }) {
        addition.id = "\(outlet.id)-\(number)"
        number += 1
      }
      guard file.add(addition, notes: notes) else { return .needsHand }
    }
    guard case .success(let after) = FeedsFile.parse(file.text), Self.holds(after, before, addition) else {
      return .needsHand
    }
    return .added(text: file.text, outlet: addition.id, sources: sources.count)
  }

  private static func holds(_ after: FeedsFile, _ before: FeedsFile, _ addition: Outlet) -> Bool {
    let new = Set(addition.sources.map(\.url))
    let kept = after.outlets.compactMap { outlet -> String? in
      let old = outlet.sources.filter { !new.contains($0.url) }.map(\.url)
      return outlet.id == addition.id && old.isEmpty ? nil : ([outlet.id] + old).joined(separator: "\n")
    }
    let wanted = before.outlets.filter { !($0.id == addition.id && $0.sources.isEmpty) }.map { outlet in
      ([outlet.id] + outlet.sources.map(\.url)).joined(separator: "\n")
    }
    let own = after.outlets.first { $0.id == addition.id }
    return kept == wanted && new.isSubset(of: own?.sources.map(\.url) ?? [])
  }

  private static func hosts(of outlet: Outlet) -> Set<String> {
    let addresses = [outlet.home].compactMap { $0 } + outlet.sources.map(\.url)
    let hosts = outlet.hosts.map { $0.lowercased() } + addresses.compactMap { WebAddress.host($0) }
    return Set(hosts.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 })
  }

  /// The line on which an outlet begins.
  private static func line(of id: String, in text: String) -> Int? {
    let root = try? Yams.compose(yaml: text)
    let outlets = root?["outlets"]?.sequence.map(Array.init) ?? []
    return outlets.first { $0["id"]?.scalar?.string == id }.flatMap { $0.mark?.line }
  }
}
