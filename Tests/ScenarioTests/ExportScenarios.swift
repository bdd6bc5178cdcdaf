import Foundation
import TestKit
import Testing

/// What leaves an archive, checked with other programs and by bringing it in again.
@Suite struct ExportScenarios {
  private let place: TemporaryArchive
  private let whole: ArchiveContents

  init() async throws {
    place = try TemporaryArchive()
    #expect(try await Binary.run("demo", "--archive", place.path).code == 0)
    whole = try ArchiveContents(place.path)
  }

  private func export(_ form: String, _ more: String...) async throws -> Binary.Outcome {
    try await Binary.run(["export", form, "--archive", place.path] + more)
  }

  private func out(_ name: String) -> String { place.folder + "/" + name }

  @Test func exportWARC_whenImportedAgain_bringsTheSamePages() async throws {
    #expect(try await export("warc", "-o", out("all.warc.gz")).errors == "banluu: \(whole.versions) records\n")
    #expect(try Shell.output(#"gzip -t "$1""#, out("all.warc.gz")).isEmpty)
    let copy = out("copy")
    #expect(try await Binary.run("import", "warc", out("all.warc.gz"), "--archive", copy).code == 0)
    let contents = try ArchiveContents(copy)
    #expect(contents.articles == whole.articles)
    #expect(Set(contents.words) == Set(whole.words))
  }

  @Test func exportWARC_whenMadeTwice_isTheSameFile() async throws {
    #expect(try await export("warc", "--looks", "-o", out("one.warc.gz")).code == 0)
    #expect(try await export("warc", "--looks", "-o", out("two.warc.gz")).code == 0)
    #expect(try Shell.output(#"cmp "$1" "$2" && echo same"#, out("one.warc.gz"), out("two.warc.gz")) == "same")
  }

  @Test func exportWARC_hasStatusLinesWithTheirPhrase() async throws {
    #expect(try await export("warc", "-o", out("all.warc.gz")).code == 0)
    let lines = try Shell.output(#"gzip -dc "$1" | grep -a '^HTTP/1.1' | tr -d '\r' | sort -u"#, out("all.warc.gz"))
    #expect(lines == "HTTP/1.1 200 OK")
  }

  @Test func exportCDXJ_namesPlacesWhereMembersStart() async throws {
    #expect(try await export("warc", "-o", out("all.warc.gz")).code == 0)
    let warc = try #require(FileManager.default.contents(atPath: out("all.warc.gz")))
    let lines = try await export("cdxj").output.split(separator: "\n")
    #expect(lines.count == whole.versions)
    #expect(lines.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) } == lines.map { Array($0.utf8) })
    for line in lines {
      let brace = try #require(line.firstIndex(of: "{"))
      let fields = try #require(
        try JSONSerialization.jsonObject(with: Data(line[brace...].utf8)) as? [String: String])
      let offset = try #require(fields["offset"].flatMap { Int($0) })
      #expect(warc[offset..<(offset + 2)].elementsEqual([0x1F, 0x8B]))
      let length = try #require(fields["length"].flatMap { Int($0) })
      let record = try Shell.output(
        #"tail -c +$(($2 + 1)) "$1" | head -c $3 | gzip -dc | grep -a '^WARC-Target-URI' | tr -d '\r'"#,
        out("all.warc.gz"), "\(offset)", "\(length)")
      #expect(record == "WARC-Target-URI: \(fields["url"] ?? "")")
    }
  }

  @Test func exportWACZ_isAZIPWithEverythingItLists() async throws {
    #expect(try await export("wacz", "-o", out("all.wacz")).errors.hasPrefix("banluu: \(whole.versions) pages"))
    let bytes = try #require(FileManager.default.contents(atPath: out("all.wacz")))
    #expect(bytes.starts(with: Data("PK\u{3}\u{4}".utf8)))
    for name in ["archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl", "datapackage-digest.json"] {
      #expect(bytes.range(of: Data(name.utf8)) != nil, "\(name)")
    }
  }

  @Test func exportJSONLines_whenImportedAgain_bringsTheSameVersions() async throws {
    #expect(try await export("jsonl", "-o", out("all.jsonl")).code == 0)
    let printed = try await export("jsonl").output
    #expect(try String(contentsOfFile: out("all.jsonl"), encoding: .utf8) == printed)
    #expect(printed.split(separator: "\n").count == whole.versions)
    let copy = out("copy")
    let outcome = try await Binary.run("import", "jsonl", out("all.jsonl"), "--archive", copy)
    #expect(outcome.output.hasPrefix("\(whole.articles) articles, \(whole.versions) versions"))
  }

  @Test func exportCSV_hasARowAVersionWithItsNumber() async throws {
    let output = try await export("csv").output
    #expect(output.hasPrefix("\u{FEFF}id,outlet,url,version,title,"))
    #expect(output.contains(",1,") && !output.contains(",true,"))
    #expect(output.components(separatedBy: "\r\n").count == whole.versions + 2)
  }

  @Test func exportDataset_isFoldersByOutletAndDay() async throws {
    #expect(try await export("dataset", "-o", out("set")).code == 0)
    let parts = try FileManager.default.subpathsOfDirectory(atPath: out("set")).filter { $0.hasSuffix(".gz") }
    #expect(Set(parts.map { $0.split(separator: "/")[0] }).count == 3)
    #expect(parts.allSatisfy { $0.contains("/day=20") })
    let lines = try Shell.output(#"find "$1" -name '*.gz' -exec gzip -dc {} + | wc -l"#, out("set"))
    #expect(lines == "\(whole.versions)")
  }

  @Test func exportEvidence_holdsWhatItsSumsName() async throws {
    #expect(try await export("evidence", "1", "-o", out("bundle")).code == 0)
    #expect(try Shell.output(#"cd "$1" && sha256sum -c --quiet SHA256SUMS"#, out("bundle")).isEmpty)
    #expect(try await export("evidence", "1", "-o", out("bundle.zip")).code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: out("bundle"))
    let zip = try #require(FileManager.default.contents(atPath: out("bundle.zip")))
    #expect(names.count >= 7)
    for name in names { #expect(zip.range(of: Data(name.utf8)) != nil, "\(name)") }
  }

  @Test func export_whenTheArticleIsUnknown_exits66AndWritesNothing() async throws {
    for form in ["warc", "wacz", "jsonl", "csv", "dataset", "evidence"] {
      let outcome = try await export(form, "4711", "-o", out("none"))
      #expect(outcome.code == 66, "\(form)")
      #expect(outcome.errors.hasPrefix("banluu: no article 4711 in this archive; "))
      #expect(!FileManager.default.fileExists(atPath: out("none")))
    }
    #expect(try await export("cdxj", "https://khong.example/co").code == 66)
  }

  @Test func export_whenItsPlaceIsNone_exits73AndNamesIt() async throws {
    let file = try place.write("một tệp, không phải thư mục", "file")
    for form in ["warc", "wacz", "jsonl", "csv", "dataset"] {
      let outcome = try await export(form, "-o", file + "/x")
      #expect(outcome.code == 73, "\(form): \(outcome.errors)")
      #expect(outcome.errors.hasPrefix("banluu: cannot create \(file)/x ("))
      #expect(outcome.lines.count == 1)
    }
    for name in ["/x", "/x.zip"] { #expect(try await export("evidence", "1", "-o", file + name).code == 73) }
  }

  @Test func export_whenTheDiskIsFull_exits74AndSaysWhatToDo() async throws {
    for form in ["warc", "wacz", "jsonl", "csv"] {
      let outcome = try await Binary.run(longestFile: 8, ["export", form, "--archive", place.path, "-o", out("full")])
      #expect(outcome.code == 74, "\(form): \(outcome.errors)")
      #expect(outcome.errors.contains("free some space and run the same command again"))
    }
  }

  @Test func export_whenTheFileIsALink_writesWhereItLeads() async throws {
    let target = try place.write("", "target")
    try FileManager.default.createSymbolicLink(atPath: out("link"), withDestinationPath: target)
    #expect(try await export("jsonl", "-o", out("link")).code == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: out("link")) == target)
    #expect(try String(contentsOfFile: target, encoding: .utf8).split(separator: "\n").count == whole.versions)
  }
}
