import ArgumentParser
import Glibc

/// `banluu inspect`: what the parser, the extractor and the differ make of something; nothing is stored.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "See how a file is read.",
    subcommands: [InspectFeed.self, InspectPage.self, InspectDiff.self, InspectFingerprints.self])

  static func read(_ file: String) throws -> [UInt8] {
    guard let bytes = contents(of: file) else {
      throw Failure.exit(66, "cannot read \(file); check the path")
    }
    return bytes
  }

  private static func contents(of file: String) -> [UInt8]? {
    let descriptor = Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    var bytes: [UInt8] = []
    var isRead = true
    while isRead {
      // One byte more than the file's length shows that it ends there.
      let room = max(Int(status.st_size) - bytes.count, 64 << 10) + 1
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = max(0, Glibc.read(descriptor, buffer.baseAddress, room))
      }
      isRead = !piece.isEmpty
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    return bytes
  }
}
