import Foundation
import Glibc

/// What a piece of work took.
struct Usage {
  var wall: Double
  var processor: Double

  static func + (a: Usage, b: Usage) -> Usage { Usage(wall: a.wall + b.wall, processor: a.processor + b.processor) }

  /// Measures work of this process.
  static func own(_ work: () async throws -> Void) async rethrows -> Usage {
    let (start, before) = (ContinuousClock.now, processor(of: RUSAGE_SELF))
    try await work()
    return Usage(wall: (ContinuousClock.now - start) / .seconds(1), processor: processor(of: RUSAGE_SELF) - before)
  }

  /// Measures another program, from its start to its end.
  static func program(_ path: String, _ arguments: [String]) throws -> Usage {
    let (start, before) = (ContinuousClock.now, processor(of: RUSAGE_CHILDREN))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw POSIXError(.EIO) }
    return Usage(wall: (ContinuousClock.now - start) / .seconds(1), processor: processor(of: RUSAGE_CHILDREN) - before)
  }

  private static func processor(of whom: __rusage_who) -> Double {
    var usage = rusage()
    getrusage(whom.rawValue, &usage)
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) / 1_000_000
  }

  /// The most memory this process has held, in MiB.
  static var peak: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss >> 10
  }

  /// A line of /proc/self/status, in MiB.
  static var resident: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
  }

  /// Open descriptors of this process.
  static var descriptors: Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0 }
}
