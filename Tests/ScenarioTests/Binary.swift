import Foundation
import Glibc

/// The real command, as a user runs it.
enum Binary {
  struct Outcome: Sendable {
    var code: Int32
    var output: String
    var errors: String
    /// What was said on stderr, a line each.
    var lines: [Substring] { errors.split(separator: "\n") }
  }

  /// Runs to the end.
  static func run(_ arguments: String...) async throws -> Outcome { try await run(arguments) }

  static func run(_ arguments: [String]) async throws -> Outcome { try await start(arguments).outcome }

  /// Runs under a limit on the length of files, in blocks of 512 bytes.
  static func run(longestFile blocks: Int, _ arguments: [String]) async throws -> Outcome {
    let script = #"ulimit -f "$0" && exec "$@""#
    return try await Running(program: "/bin/sh", ["-c", script, "\(blocks)", path] + arguments).outcome
  }

  /// Runs as another user of a group, which takes root.
  static func run(user: Int, group: Int, _ arguments: [String]) async throws -> Outcome {
    let identity = ["--reuid", "\(user)", "--regid", "\(group)", "--clear-groups"]
    return try await Running(program: "/usr/bin/setpriv", identity + [path] + arguments).outcome
  }

  /// Starts it, with these variables beside those of the tests.
  static func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
    try Running(program: path, arguments, environment: environment)
  }

  /// It is built beside the tests.
  private static var path: String {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("banluu").path
    return beside.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil } ?? ".build/debug/banluu"
  }

  /// A command on its way.
  struct Running {
    private let process = Process()
    private let ended: AsyncStream<Void>
    private let folder: String

    fileprivate init(program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
      folder = NSTemporaryDirectory() + "banluu-run-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      // Files take any length, where a pipe that nobody reads would stop the command.
      process.standardOutput = try Self.file(folder + "/output")
      process.standardError = try Self.file(folder + "/errors")
      let (ended, ending) = AsyncStream.makeStream(of: Void.self)
      self.ended = ended
      process.terminationHandler = { _ in ending.finish() }
      try process.run()
    }

    private static func file(_ path: String) throws -> FileHandle {
      try Data().write(to: URL(fileURLWithPath: path))
      return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    private static func text(_ path: String) throws -> String {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    }

    /// What Ctrl-C sends.
    func interrupt() { process.interrupt() }

    /// What systemd sends to stop a service.
    func terminate() { process.terminate() }

    /// What `systemctl reload` sends.
    func hangUp() { kill(process.processIdentifier, SIGHUP) }

    /// What nothing can be done against.
    func endAtOnce() { kill(process.processIdentifier, SIGKILL) }

    /// What it printed and how it ended; to be asked once.
    var outcome: Outcome {
      get async throws {
        for await _ in ended {}
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return Outcome(
          code: process.terminationStatus, output: try Self.text(folder + "/output"),
          errors: try Self.text(folder + "/errors"))
      }
    }
  }
}
