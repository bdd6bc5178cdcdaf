import Archive
import Foundation
import TestKit
import Testing

/// WARC files that other tools wrote, brought in by the real command.
@Suite struct ImportWARCScenarios {
  private let place: TemporaryArchive
  private let html = "Content-Type: text/html; charset=utf-8"

  init() throws { place = try TemporaryArchive() }

  private func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let path = place.folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func titles(_ archive: String) async throws -> [String] {
    let output = try await Binary.run("export", "jsonl", "--archive", archive).output
    return try output.split(separator: "\n").map { line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(row?["title"] as? String)
    }.sorted()
  }

  /// What Heritrix and warcio keep: codings as they were sent, revisits, pictures, requests, redirects.
  private func foreign() throws -> ForeignWARC {
    var warc = ForeignWARC()
    warc.add(
      "warcinfo", "crawl.warc", block: Array("software: khac/1.0\r\n".utf8), "Content-Type: application/warc-fields")
    let body = ForeignWARC.page("Dời nhà khỏi chân đồi")
    warc.add("response", "https://bao.example/1.html", block: ForeignWARC.answer(html, body: body))
    let packed = try GzipMember.compress(ForeignWARC.page("Gạo qua cầu treo"))
    warc.add(
      "response", "<https://bao.example/2.html>",
      block: ForeignWARC.answer(
        html, "Transfer-Encoding: chunked", "Content-Encoding: gzip", body: ForeignWARC.chunked(packed, of: 97)))
    // warcio joins the parts and leaves the header that says there are some.
    warc.add(
      "response", "https://bao.example/3.html",
      block: ForeignWARC.answer(html, "Transfer-Encoding: chunked", body: ForeignWARC.page("Cầu treo mở lại")))
    warc.add("request", "https://bao.example/3.html", block: Array("GET /3.html HTTP/1.1\r\n\r\n".utf8))
    warc.add(
      "revisit", "https://bao.example/1.html", block: ForeignWARC.answer(status: "304 Not Modified", html, body: []),
      "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified")
    warc.add(
      "response", "https://bao.example/anh.jpg",
      block: ForeignWARC.answer("Content-Type: image/jpeg", body: [0xFF, 0xD8, 0xFF, 0xE0]))
    warc.add(
      "response", "https://bao.example/cu.html",
      block: ForeignWARC.answer(status: "301 Moved Permanently", "Location: /1.html", html, body: []))
    return warc
  }

  @Test func importWARC_ofAnotherTool_takesItsPagesHoweverTheyWerePacked() async throws {
    let warc = try foreign()
    for (name, bytes) in [("a.warc", warc.plain), ("a.warc.gz", try warc.compressed)] {
      let archive = place.folder + "/of-" + name
      let outcome = try await Binary.run("import", "warc", try write(bytes, name), "--archive", archive)
      #expect(outcome.code == 0)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output == "3 pages, 3 articles, 3 versions, 0 events; 2 other answers\n")
      #expect(try await titles(archive) == ["Cầu treo mở lại", "Dời nhà khỏi chân đồi", "Gạo qua cầu treo"])
      #expect(try await Binary.run("verify", "--full", "--archive", archive).code == 0)
      // Once more brings nothing new.
      _ = try await Binary.run("import", "warc", place.folder + "/" + name, "--archive", archive)
      #expect(try ArchiveContents(archive).versions == 3)
    }
  }

  @Test func importWARC_whenADigestIsWrong_exits65AndTakesTheOthers() async throws {
    var warc = ForeignWARC()
    let block = ForeignWARC.answer(html, body: ForeignWARC.page("Tin có chữ ký đúng"))
    // Computed by other programs, not by us.
    let good = try Self.sha1(block, in: place)
    warc.add("response", "https://bao.example/1.html", block: block, "WARC-Block-Digest: sha1:\(good)")
    warc.add(
      "response", "https://bao.example/2.html",
      block: ForeignWARC.answer(html, body: ForeignWARC.page("Tin bị sửa sau khi lưu")),
      "WARC-Block-Digest: sha1:\(good)")
    warc.add(
      "response", "https://bao.example/3.html",
      block: ForeignWARC.answer(html, body: ForeignWARC.page("Tin có mã lạ")), "WARC-Block-Digest: xyz:1234")
    let file = try write(warc.plain, "digests.warc")
    let outcome = try await Binary.run("import", "warc", file, "--archive", place.path)
    #expect(outcome.code == 65)
    #expect(outcome.lines.count == 1)
    let second = try #require(Data(warc.plain).range(of: Data("WARC/1".utf8), in: 6..<warc.plain.count)).lowerBound
    #expect(outcome.errors.hasPrefix("banluu: \(file) at \(second): "))
    #expect(outcome.errors.contains("https://bao.example/2.html does not have its WARC-Block-Digest"))
    #expect(try await titles(place.path) == ["Tin có chữ ký đúng", "Tin có mã lạ"])
  }

  @Test func importWARC_whenARecordIsCutOrIsNone_exits65AndKeepsTheRest() async throws {
    var bytes = try foreign().compressed
    bytes.removeLast(40)
    let file = try write(bytes, "cut.warc.gz")
    let outcome = try await Binary.run("import", "warc", file, "--archive", place.path)
    #expect(outcome.code == 65)
    #expect(outcome.output.hasPrefix("3 pages, 3 articles"))
    let wrong = try write(Array("Đây là thư, không phải WARC.\n".utf8), "thu.txt")
    let refused = try await Binary.run("import", "warc", wrong, "--archive", place.path)
    #expect(refused.code == 65)
    #expect(refused.errors == "banluu: \(wrong) at 0: this is no WARC record\n")
    #expect(try ArchiveContents(place.path).articles == 3)
  }

  @Test func importWARC_whenALengthInAPlainFileIsWrong_namesThePlaceAndTakesEachOtherPageOnce() async throws {
    var bytes: [UInt8] = []
    var wrong = 0
    for number in 1...3 {
      var warc = ForeignWARC()
      let block = ForeignWARC.answer(html, body: ForeignWARC.page("Tin số \(number)"))
      warc.add("response", "https://bao.example/\(number).html", block: block)
      var record = String(decoding: warc.plain, as: UTF8.self)
      if number == 2 {
        wrong = bytes.count
        record = record.replacingOccurrences(of: "Content-Length: ", with: "Content-Length: -")
      }
      bytes += Array(record.utf8)
    }
    let file = try write(bytes, "lengths.warc")
    let outcome = try await Binary.run("import", "warc", file, "--archive", place.path)
    #expect(outcome.code == 65)
    #expect(outcome.errors == "banluu: \(file) at \(wrong): this is no WARC record\n")
    #expect(outcome.output == "2 pages, 2 articles, 2 versions, 0 events; 0 other answers\n")
  }

  @Test func importWARC_whenTheFileIsMissingOrAFolder_exits66AndMakesNoArchive() async throws {
    let file = place.folder + "/none.warc"
    let missing = try await Binary.run("import", "warc", file, "--archive", place.path)
    #expect(missing.code == 66)
    #expect(missing.errors == "banluu: cannot read \(file); check the path\n")
    let folder = try await Binary.run("import", "warc", place.folder, "--archive", place.path)
    #expect(folder.code == 66)
    #expect(folder.errors == "banluu: cannot read \(place.folder), a folder; check the path\n")
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  private static func sha1(_ bytes: [UInt8], in place: TemporaryArchive) throws -> String {
    let path = place.folder + "/block"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try Shell.output(#"openssl dgst -sha1 -binary "$1" | base32"#, path)
  }
}
