import Archive
import ArgumentParser
import Export
import Foundation
import News

/// An error as the user meets it: one line on stderr, and an exit code (`docs/exit-codes.md`).
enum Failure {
  static func exit(_ code: Int32, _ message: String) -> ExitCode {
    say(message)
    return ExitCode(code)
  }

  /// A line on stderr.
  static func say(_ message: String) { FileHandle.standardError.write(Data("banluu: \(message)\n".utf8)) }

  /// Runs `body` and turns what it throws into a message and an exit code.
  static func reporting(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let error as ArchiveError {
      throw exit(code(error.cause), error.message)
    } catch let error as FeedsFileError {
      throw exit(error.cause == .unwritable ? 73 : 78, Terminal.safe("\(error)"))
    } catch let error as ExportError {
      throw exit(error.cause == .disk ? 74 : 73, Terminal.safe(error.message))
    } catch let code as ExitCode {
      throw code
    } catch let error as CocoaError where error.filePath != nil {
      throw exit(code(error), Terminal.safe("\(error.filePath ?? ""): \(error.localizedDescription)"))
    } catch {
      throw exit(70, Terminal.safe("this is a bug of banluu, please report it with its message: \(error)"))
    }
  }

  /// A file that Foundation could not read or write.
  private static func code(_ error: CocoaError) -> Int32 {
    switch error.code {
    case .fileReadNoSuchFile: 66
    case .fileReadNoPermission, .fileWriteNoPermission: 77
    case .fileWriteOutOfSpace, .fileReadUnknown, .fileWriteUnknown: 74
    case .fileReadCorruptFile, .fileReadInapplicableStringEncoding: 65
    default: 73
    }
  }

  private static func code(_ cause: ArchiveError.Cause) -> Int32 {
    switch cause {
    case .missing: 66
    case .notAnArchive, .newer: 65
    case .locked: 75
    case .cannotCreate: 73
    case .disk: 74
    case .noPermission: 77
    case .verification: 76
    }
  }
}
