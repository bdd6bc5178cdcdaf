import Archive
import ArgumentParser
import Foundation

/// `banluu verify`: prove that nothing was altered.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Recompute hashes, digests and the log, and tell what is not as it was written.",
    discussion: "Exits with 76 if anything is wrong. Beside a daemon it looks at the archive as of one moment.")

  @OptionGroup var archive: ArchiveOptions
  @Flag(help: "Read every WARC record.") var full = false
  @Option(help: "Read the payloads of a share of the versions, such as 5%.") var sample: String?
  @Flag(help: "Go on where an interrupted --full stopped.") var resume = false
  @Flag(help: "Print the report as JSON.") var json = false

  func run() async throws {
    try await Failure.reporting {
      let verifier = Verifier(
        folder: archive.folder, depth: try depth(), resumes: resume, progress: Progress.bar("MB", unit: 1_000_000))
      let report = try verifier.run()
      Progress.clear()
      if json { print(try ListOptions.encoded(report)) } else { Terminal.show(Self.text(report)) }
      if !report.clean {
        throw Failure.exit(76, "\(report.findings.count) findings in \(archive.folder); each says what to do")
      }
    }
  }

  private func depth() throws -> Verifier.Depth {
    if full { return .full }
    guard let sample else { return .structure }
    guard let percent = Double(sample.hasSuffix("%") ? String(sample.dropLast()) : sample), (0...100).contains(percent)
    else { throw Failure.exit(64, "--sample takes a share such as 5%, not \(sample)") }
    return .sample(percent / 100)
  }

  private static func text(_ report: VerifyReport) -> String {
    let counts = [
      ("log entries", "mục nhật ký", report.entries), ("tiles", "tệp tile", report.tiles),
      ("versions", "bản", report.versions), ("events", "sự kiện", report.events),
      ("WARC records", "bản ghi WARC", report.records), ("rows", "dòng", report.rows),
      ("erased", "đã xóa", report.erased),
    ]
    var lines = counts.map { line in
      Language.pick(line.0, line.1).padding(toLength: 14, withPad: " ", startingAt: 0) + "\(line.2)"
    }
    lines += report.skipped.map { Terminal.styled(Language.pick("not looked at: ", "không xem: ") + $0, .dim) }
    lines += report.findings.map { finding in
      Terminal.styled(finding.object, .red) + "\n   \(finding.problem)\n   " + Language.pick("repair: ", "cách sửa: ")
        + finding.repair
    }
    if report.clean { lines.append(Terminal.styled(Language.pick("clean", "nguyên vẹn"), .green)) }
    return lines.joined(separator: "\n")
  }
}
