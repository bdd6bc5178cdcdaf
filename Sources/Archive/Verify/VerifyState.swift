import Foundation
import Synchronization

/// Which parts of segments an interrupted verification had read, one a line in `verify.state`.
final class VerifyState: Sendable {
  private let path: String
  private let done: Mutex<Set<String>>

  init(folder: String, resumes: Bool) {
    path = folder + "/verify.state"
    let kept = resumes ? FileManager.default.contents(atPath: path) : nil
    done = Mutex(Set(kept.map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) } ?? []))
  }

  func has(_ range: SegmentScan.Range) -> Bool { done.withLock { $0.contains(range.line) } }

  /// Notes a part; an archive that may only be read is verified all the same.
  func note(_ range: SegmentScan.Range) {
    done.withLock { lines in
      lines.insert(range.line)
      try? Data((lines.sorted().joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  /// Forgets everything once all of it was read.
  func end() { try? FileManager.default.removeItem(atPath: path) }
}
