import Foundation
import Glibc
import Testing

@testable import Archive

@Suite struct MappedFilesTests {
  @Test func residentBytes_whenAMappedFileIsRead_holdsItsPages() throws {
    let path = NSTemporaryDirectory() + "banluu-mapped-\(UUID().uuidString)"
    defer { unlink(path) }
    let bytes = 64 << 20
    try Data(count: bytes).write(to: URL(fileURLWithPath: path))
    let before = MappedFiles.residentBytes
    let mapped = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    #expect(mapped.reduce(0) { $0 + Int($1) } == 0)
    // Other tests map files and leave them meanwhile, but not half as much.
    #expect(MappedFiles.residentBytes - before > bytes / 2)
  }
}
