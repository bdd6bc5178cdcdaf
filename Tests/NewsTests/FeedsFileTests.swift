import Foundation
import News
import Testing

/// The problems of a text as `line:column` and message; empty where it can be read.
private func problems(_ yaml: String) -> [FeedsFileProblem] {
  switch FeedsFile.parse(yaml) {
  case .success: []
  case .failure(let error): error.problems
  }
}

private func outletLine(_ line: String) -> String {
  "version: 1\noutlets:\n  - id: a\n    \(line)\n"
}

@Test func feedsFile_whenEveryKeyIsWritten_readsEveryValue() throws {
  let feeds = try FeedsFile.parse(wholeFile).get()
  #expect(feeds.userAgent == "thử/1.0")
  #expect(feeds.perHostDelay == .seconds(5))
  #expect(feeds.allowAddresses == ["127.0.0.0/8", "::1/128"].compactMap { AddressBlock($0) })
  #expect(feeds.minFree == 500_000_000)
  #expect(feeds.logOrigin == "luu.example/song-lam")
  #expect(feeds.confirmAfter == .zero)
  #expect(feeds.goneAfter == .seconds(2 * 86_400))
  #expect(feeds.looks == [.seconds(90), .seconds(3600)])
  let target = try #require(feeds.notify.first)
  #expect(target.webhook == "http://10.0.0.5:9000/nhan")
  #expect(target.events == [.edited, .stale])
  #expect(target.minSeverity == .s4)
  #expect(target.match == ["Bến Vân"])
  let outlet = try #require(feeds.outlets.first)
  #expect(outlet.id == "bao-ben-van")
  #expect(outlet.kind == .newspaper)
  #expect(outlet.hosts == ["bao.example.vn", "m.bao.example.vn:8080"])
  #expect(outlet.articleID == "-(\\d{6,8})\\.html")
  #expect(outlet.removePaths == ["//div[@class='lien-quan']"])
  #expect(outlet.sources.map(\.kind) == [.feed, .listing])
  #expect(outlet.sources.map(\.zoneMinutes) == [-210, 420])
  #expect(outlet.sources.map(\.interval) == [.seconds(600), .seconds(900)])
  #expect(outlet.sources.first?.dates == .mdy)
  #expect(outlet.sources.last?.links == "//h3/a/@href")
}

@Test func feedsFile_whenOnlyOutletsAreWritten_keepsTheDefaults() throws {
  let feeds = try FeedsFile.parse("version: 1\nnetwork:\noutlets: []\n").get()
  #expect(feeds.perHostDelay == .seconds(2))
  #expect(feeds.allowAddresses.isEmpty)
  #expect(feeds.looks.count == 17)
}

@Test func feedsFile_whenAKeyIsUnknown_namesThePlaceAndTheNearestKey() {
  let found = problems("version: 1\nnetwork:\n  user-agnet: x\noutlets: []\n")
  #expect(found.map(\.line) == [3])
  #expect(found.map(\.column) == [3])
  #expect(found.first?.message.contains("'user-agent'") == true)
}

@Test func feedsFile_whenMuchIsWrong_listsAllAtOnceInOrder() {
  let found = problems(
    """
    version: 2
    policy:
      gone-after: soon
    outlets:
      - id: a
        kind: newspapper
        home: ftp://a.example/
        feeds:
          - url: not an address
            zone: "+7"
      - id: a
    """)
  #expect(found.map(\.line) == [1, 3, 6, 7, 9, 10, 11])
  #expect(found.last?.message == "the id 'a' already stands in line 5")
}

@Test func feedsFile_whenTheTextIsNotYAML_namesLineAndColumn() {
  let found = problems("version: 1\noutlets: [a\nb: c\n")
  #expect(found.count == 1)
  #expect(found.first.map { $0.line >= 2 && $0.column >= 1 } == true)
}

@Test func feedsFile_whenAKeyStandsTwice_isRefused() {
  let found = problems("version: 1\noutlets: []\noutlets: []\n")
  #expect(found.first?.message == "the key 'outlets' stands here twice")
}

@Test(arguments: ["", "# nothing\n", "just text", "- a\n"])
func feedsFile_whenItHoldsNoSettings_isRefused(_ text: String) {
  #expect(!problems(text).isEmpty)
}

@Test(arguments: [
  "ftp://a.example/rss", "file:///etc/passwd", "javascript:alert(1)", "//a.example/rss", "https://", "https:///rss",
  "https://a b.example/", "https://u:p@a.example/", "https://a.example:0/", "https://a.example:70000/",
  "https://-a.example/", "https://a..example/",
])
func feedsFile_whenAnAddressCannotBeFetched_isRefused(_ address: String) {
  #expect(problems(outletLine("home: '\(address)'")).map(\.line) == [4])
}

@Test(arguments: ["http://127.0.0.1:8080/rss", "https://[::1]:9/x", "HTTPS://Báo.example.vn/rss?a=1#b"])
func feedsFile_whenAnAddressCanBeFetched_isTaken(_ address: String) {
  #expect(problems(outletLine("home: '\(address)'")).isEmpty)
}

@Test(arguments: ["(", "khong-nhom", "(?:a)", "[a"])
func feedsFile_whenArticleIDHasNoGroup_isRefused(_ pattern: String) {
  #expect(problems(outletLine("article-id: '\(pattern)'")).map(\.line) == [4])
}

@Test(arguments: ["10.0.0.0/33", "10.0.0/8", "::/129", "localhost", "10.0.0.0/", "10.0.0.0/8/8", "::/+8"])
func feedsFile_whenAnAddressBlockIsBad_isRefused(_ block: String) {
  #expect(problems("version: 1\nnetwork: {allow-addresses: ['\(block)']}\noutlets: []\n").count == 1)
}

@Test func feedsFile_whenItIsMissing_saysSo() {
  let error = #expect(throws: FeedsFileError.self) { try FeedsFile.load(path: "/nonexistent/feeds.yaml") }
  #expect(error?.cause == .missing)
  #expect(error?.description == "/nonexistent/feeds.yaml: no such file; name another with --feeds")
}

@Test func feedsFile_whenItIsADirectory_cannotBeRead() {
  let error = #expect(throws: FeedsFileError.self) { try FeedsFile.load(path: "/") }
  #expect(error?.cause == .unreadable)
}

@Test func feedsFile_whenALineIsNotUTF8_namesTheLine() throws {
  let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
  defer { try? FileManager.default.removeItem(at: path) }
  try Data("version: 1\n".utf8 + [0x23, 0xFF, 0x0A]).write(to: path)
  let error = #expect(throws: FeedsFileError.self) { try FeedsFile.load(path: path.path) }
  #expect(error?.problems.map(\.line) == [2])
}

@Test func feedsFile_whenItIsTheRepositorys_namesTheThreeOutlets() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../feeds.yaml")
  let feeds = try FeedsFile.load(path: root.standardized.path)
  #expect(feeds.outlets.map(\.kind) == [.newspaper, .broadcaster, .portal])
}

@Test(arguments: [("0s", 0), ("90s", 90), ("10m", 600), ("1h", 3600), ("2d", 172_800)])
func duration_whenWrittenWithAUnit_isRead(_ text: String, _ seconds: Int) {
  #expect(Duration(written: text) == .seconds(seconds))
}

@Test(arguments: ["", "10", "m", "-1m", "+1m", "1.5h", "1h30m", "10 m", "10M", "9223372036854775807d", "١m"])
func duration_whenWrittenOtherwise_isNil(_ text: String) {
  #expect(Duration(written: text) == nil)
}

@Test(arguments: [("2GB", 2_000_000_000), ("500 MB", 500_000_000), ("1GiB", 1 << 30), ("0", 0)])
func byteCount_whenWrittenAsASize_isRead(_ text: String, _ bytes: Int64) {
  #expect(ByteCount.parse(text) == bytes)
}

@Test(arguments: ["", "GB", "-1GB", "2 apples", "9223372036854775807TB"])
func byteCount_whenWrittenOtherwise_isNil(_ text: String) {
  #expect(ByteCount.parse(text) == nil)
}

@Test(arguments: [("+07:00", 420), ("-0330", -210), ("Z", 0)])
func zoneOffset_whenWrittenAsAnOffset_isRead(_ text: String, _ minutes: Int) {
  #expect(ZoneOffset.parse(text) == minutes)
}

@Test(arguments: ["", "7", "+7", "07:00", "+07:60", "+15:00", "+0a:00", "GMT+7"])
func zoneOffset_whenWrittenOtherwise_isNil(_ text: String) {
  #expect(ZoneOffset.parse(text) == nil)
}

private let wholeFile = """
  version: 1
  network:
    user-agent: "thử/1.0"
    per-host-delay: 5s
    allow-addresses: [127.0.0.0/8, "::1"]
  archive:
    min-free: 500MB
  log:
    origin: luu.example/song-lam
  policy:
    confirm-after: 0s
    gone-after: 2d
    looks: [1h, 90s]
  notify:
    - webhook: http://10.0.0.5:9000/nhan
      secret-file: /etc/banluu/webhook.key
      events: [edited, stale]
      min-severity: S4
      match: ["Bến Vân"]
  outlets:
    - id: bao-ben-van
      name: Báo Bến Vân
      former-names: ["Báo Bến Vân Thượng"]
      kind: newspaper
      home: https://bao.example.vn/
      hosts: [Bao.example.vn, "m.bao.example.vn:8080"]
      aliases: ["Bến Vân Online"]
      article-id: '-(\\d{6,8})\\.html'
      feeds:
        - url: https://bao.example.vn/rss
          interval: 10m
          dates: mdy
          zone: "-03:30"
        - url: https://bao.example.vn/thoi-su
          kind: listing
          links: "//h3/a/@href"
      pages:
        article: "//div[@id='content']"
        remove: ["//div[@class='lien-quan']"]
  """
