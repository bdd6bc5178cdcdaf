import Glibc

/// The files that this process has mapped, its own program among them.
enum MappedFiles {
  /// Bytes of them that it has in memory by now (proc(5), `statm`).
  static var residentBytes: Int {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    // Without proc nobody can tell; what is given back too often is only read again.
    guard descriptor >= 0 else { return .max }
    defer { close(descriptor) }
    var line = [UInt8](repeating: 0, count: 128)
    let count = read(descriptor, &line, line.count)
    let fields = line.prefix(max(0, count)).split(separator: UInt8(ascii: " "))
    guard fields.count > 2, let pages = Int(String(decoding: fields[2], as: UTF8.self)) else { return .max }
    return pages * Int(getpagesize())
  }
}
