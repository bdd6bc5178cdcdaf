import Foundation
import Testing

@testable import News

struct FeedsFileAdditionTests {
  private func outlet(_ id: String = "moi", _ sources: String..., host: String = "moi.vn") -> Outlet {
    Outlet(id: id, name: "Báo Mới: \"tin\"", hosts: [host], sources: sources.map { Source(url: $0) })
  }

  private func added(_ outlet: Outlet, to text: String, notes: [String: String] = [:]) throws -> (
    text: String, id: String
  ) {
    guard case .added(let text, let id, _) = try FeedsFileAddition(outlet, notes: notes).apply(to: text) else {
      throw FeedsFileError(cause: .invalid)
    }
    return (text, id)
  }

  private let kept = """
    # của tôi
    version: 1
    outlets:
      - id: cu   # chú thích
        feeds:
          # nguồn chính
          - url: https://cu.vn/rss  # tốt
        hosts: [cu.vn]
        # cuối

    # chính sách
    policy:
      gone-after: 1h

    """

  @Test func outlet_whenNew_standsBehindTheOthersAndNoLineIsLost() throws {
    let result = try added(outlet("moi", "https://moi.vn/rss"), to: kept, notes: ["https://moi.vn/rss": "rss20"])
    let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { old.contains($0) }.count >= old.count)
    #expect(result.text.contains("\n      # rss20\n      - url: https://moi.vn/rss\n"))
    let file = try FeedsFile.parse(result.text).get()
    #expect(file.outlets.map(\.id) == ["cu", "moi"])
    #expect(file.outlets.last?.name == "Báo Mới: \"tin\"")
    #expect(file.goneAfter == .seconds(3600))
  }

  @Test func sources_whenTheHostIsWatched_goToItsOutlet() throws {
    let result = try added(outlet("moi", "https://cu.vn/rss", "https://cu.vn/tin.rss", host: "www.cu.vn"), to: kept)
    #expect(result.id == "cu")
    let file = try FeedsFile.parse(result.text).get()
    #expect(file.outlets.map { $0.sources.map(\.url) } == [["https://cu.vn/rss", "https://cu.vn/tin.rss"]])
    #expect(result.text.contains("  # tốt\n      - url: https://cu.vn/tin.rss\n    hosts"))
  }

  @Test func sources_whenAllAreThere_changeNothing() throws {
    guard
      case .nothingNew(let id) = try FeedsFileAddition(outlet("x", "https://cu.vn/rss", host: "cu.vn")).apply(to: kept)
    else {
      Issue.record("something was added")
      return
    }
    #expect(id == "cu")
  }

  @Test func id_whenTaken_getsANumber() throws {
    #expect(try added(outlet("cu", "https://moi.vn/rss"), to: kept).id == "cu-2")
  }

  @Test(arguments: [
    "", "version: 1\noutlets: []\n", "version: 1\noutlets:\n", "outlets:\n- id: a\n  feeds: []\nversion: 1\n",
  ])
  func file_whenEmptyOrOtherwiseLaidOut_isAddedTo(text: String) throws {
    let file = try FeedsFile.parse(added(outlet("moi", "https://moi.vn/rss"), to: text).text).get()
    #expect(file.outlets.last?.sources.map(\.url) == ["https://moi.vn/rss"])
  }

  @Test func file_whenWrittenInBraces_isLeftToAHand() throws {
    let text = "version: 1\noutlets: [{id: a, hosts: [a.vn]}]\n"
    guard case .needsHand = try FeedsFileAddition(outlet("moi", "https://moi.vn/rss")).apply(to: text) else {
      Issue.record("the file was added to")
      return
    }
  }

  @Test(arguments: [
    "Báo", "a: b", "#x", "- y", "true", "O'Dung", "\"", "tin\\mới", "x #y", "1", "", "a\nb", "*z", "x:",
  ])
  func scalar_readsBackAsTheText(text: String) throws {
    let file = try FeedsFile.parse("version: 1\noutlets:\n  - id: a\n    name: \(FeedsFileBlock.scalar(text + "x"))\n")
      .get()
    #expect(file.outlets.first?.name == (text + "x").replacing("\n", with: " "))
  }

  @Test func save_keepsRightsAndLinksAndLeavesNothingBehind() throws {
    let folder = NSTemporaryDirectory() + "banluu-save-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = FileManager.default.createFile(
      atPath: folder + "/real.yaml", contents: Data(), attributes: [.posixPermissions: 0o600])
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/feeds.yaml", withDestinationPath: folder + "/real.yaml")
    try FeedsFile.save("version: 1\n", path: folder + "/feeds.yaml")
    #expect(try String(contentsOfFile: folder + "/real.yaml", encoding: .utf8) == "version: 1\n")
    let rights = try FileManager.default.attributesOfItem(atPath: folder + "/real.yaml")[.posixPermissions] as? Int
    #expect(rights == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["feeds.yaml", "real.yaml"])
  }
}
