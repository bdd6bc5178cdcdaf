import ArgumentParser
import Export
import Query

/// How a difference is printed.
enum DiffForm: String, ExpressibleByArgument, CaseIterable { case text, side, unified, html, json }

/// The `--format` option of commands that compare two texts, and the printing it asks for.
struct DiffOptions: ParsableArguments {
  @Option(help: "text, side (two columns), unified (as of diff -u), html (ins and del) or json.") var format: DiffForm =
    .text
  @Flag(help: "The same as --format json.") var json = false

  func show(_ report: DiffReport, before: String, after: String) throws {
    switch json ? .json : format {
    case .text: Terminal.show(DiffText.text(report))
    case .side where Terminal.width < DiffColumns.least: Terminal.show(DiffText.text(report))
    case .side: Terminal.show(DiffColumns(width: Terminal.width).text(report))
    case .unified: print(Terminal.safe(UnifiedDiff.text(report, before: before, after: after)), terminator: "")
    case .html: print(DiffPage.page(report, title: "\(before) → \(after)"))
    case .json: print(try ListOptions.encoded(report))
    }
  }
}
