import Foundation
import Yams

extension FeedsFile {
  /// Far above any real file, and low enough that a wrong path cannot fill the memory.
  private static let largestFile = 4_000_000

  /// Reads feeds.yaml; everything that is wrong in it is told at once.
  public static func load(path: String) throws(FeedsFileError) -> FeedsFile {
    guard FileManager.default.fileExists(atPath: path) else {
      throw FeedsFileError(cause: .missing, path: path)
    }
    guard let file = FileHandle(forReadingAtPath: path),
      let data = try? file.read(upToCount: largestFile + 1), data.count <= largestFile
    else { throw FeedsFileError(cause: .unreadable, path: path) }
    return try read(data, path: path)
  }

  private static func read(_ data: Data, path: String) throws(FeedsFileError) -> FeedsFile {
    guard let text = String(validating: data, as: UTF8.self) else {
      let line = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .firstIndex { String(validating: $0, as: UTF8.self) == nil }
      let problem = FeedsFileProblem(line: (line ?? 0) + 1, column: 1, message: "this line is not UTF-8")
      throw FeedsFileError(cause: .invalid, path: path, problems: [problem])
    }
    switch parse(text) {
    case .success(let feeds): return feeds
    case .failure(var error):
      error.path = path
      throw error
    }
  }

  /// Reads the text of a feeds file.
  public static func parse(_ yaml: String) -> Result<FeedsFile, FeedsFileError> {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      return .failure(FeedsFileError(cause: .invalid, problems: [problem(of: error)]))
    }
    var reader = FeedsFileReader()
    let feeds = reader.feedsFile(root)
    guard reader.problems.isEmpty else {
      let problems = reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
      return .failure(FeedsFileError(cause: .invalid, problems: problems))
    }
    return .success(feeds)
  }

  private static func problem(of error: any Error) -> FeedsFileProblem {
    func at(_ mark: Mark, _ message: String) -> FeedsFileProblem {
      FeedsFileProblem(line: max(1, mark.line), column: max(1, mark.column), message: message)
    }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return at(mark, "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      return at(context.mark, "the key '\(duplicates.joined(separator: "', '"))' stands here twice")
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.utf8.prefix(offset ?? 0)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      return FeedsFileProblem(line: line, column: 1, message: "not YAML: \(problem)")
    default:
      return FeedsFileProblem(line: 1, column: 1, message: "not YAML")
    }
  }
}
