import Archive
import Foundation
import Glibc
import News

/// Reads articles from JSON lines into the archive; bad lines are told by number and the good ones kept.
public struct Importer: Sendable {
  /// What an import did.
  public struct Summary: Sendable {
    public var lines = 0
    public var made = ImportTally()
    public var problems: [(line: Int, message: String)] = []
  }

  private let archive: NewsArchive
  private let clock: @Sendable () -> Instant
  private let intake: Intake

  private static let block = 1 << 20

  public init(archive: NewsArchive, clock: @escaping @Sendable () -> Instant) {
    self.archive = archive
    self.clock = clock
    var feeds = FeedsFile()
    feeds.confirmAfter = .zero
    intake = Intake(feeds)
  }

  /// Imports every line of a file, block by block, so that memory does not grow with it.
  public func run(_ file: FileHandle) async throws -> Summary {
    var summary = Summary()
    let intake = intake
    let session = try ImportSession(archive: archive, at: clock(), deciding: { intake.decide($0, $1) })
    var bytes: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd {
      let more = try file.read(upToCount: Self.block) ?? Data()
      isAtEnd = more.isEmpty
      bytes.append(contentsOf: more)
      var start = 0
      while let end = Self.lineEnd(bytes, from: start, isLast: isAtEnd) {
        let isFull = take(bytes, start..<end, session, &summary)
        start = end + 1
        if isFull { try await session.submit() }
      }
      bytes.removeFirst(min(start, bytes.count))
    }
    summary.made = try await session.finish()
    return summary
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int, isLast: Bool) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return nil }
      let found = memchr(base + start, 0x0A, all.count - start)
      return found.map { UnsafeRawPointer($0) - base } ?? (isLast ? all.count : nil)
    }
  }

  /// True where the session has a full group.
  private func take(_ bytes: [UInt8], _ line: Range<Int>, _ session: ImportSession, _ summary: inout Summary) -> Bool {
    summary.lines += 1
    return bytes.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[line])
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return false }
      switch ImportLine.read(text) {
      case .success(let article): return session.add(article)
      case .failure(let problem):
        summary.problems.append((summary.lines, problem.message))
        return false
      }
    }
  }
}
