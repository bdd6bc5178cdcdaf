import Glibc
import News

/// What each hostile document costs, in a process of its own so that none finds memory another has left.
enum WorstCase {
  private static let slowest = 2.0
  private static let largest = 64 << 10

  /// Runs all, or the one named; the exit code says whether each kept to the limits.
  static func run(_ name: String?) -> Int32 {
    if let name {
      guard let document = HostileDocument.all.first(where: { $0.name == name }) else { return 64 }
      return cost(of: document) ? 0 : 1
    }
    let failed = HostileDocument.all.filter { spawn($0.name) != 0 }
    print("\(HostileDocument.all.count) documents of 8 MiB, \(failed.count) over 2 s of CPU or 64 MiB of growth")
    return failed.isEmpty ? 0 : 1
  }

  private static func cost(of document: HostileDocument) -> Bool {
    let bytes = document.bytes()
    alarm(20)
    resetPeak()
    let before = kilobytes("VmRSS:")
    let start = Fuzz.seconds()
    let isRead = Fuzz.parses(bytes, kind: document.isListing ? .listing : .feed)
    let seconds = Fuzz.seconds() - start
    let growth = kilobytes("VmHWM:") - before
    let isFine = seconds <= slowest && growth <= largest
    let time = String(Int(seconds * 1000))
    let padding = String(repeating: " ", count: max(1, 36 - document.name.count) + max(0, 5 - time.count))
    print(
      "\(document.name)\(padding)\(time) ms  \(growth >> 10) MiB  \(isRead ? "read" : "refused")\(isFine ? "" : "  TOO MUCH")"
    )
    return isFine
  }

  private static func spawn(_ name: String) -> Int32 {
    let words = ["fuzz", "worst", name]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    var status: Int32 = 0
    guard posix_spawn(&child, "/proc/self/exe", nil, nil, arguments, environ) == 0,
      waitpid(child, &status, 0) == child
    else { return 1 }
    if status & 0x7F != 0 { print("\(name) was ended by signal \(status & 0x7F)  TOO MUCH") }
    return status
  }

  /// Lets the kernel count the peak of the resident memory anew.
  private static func resetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  private static func kilobytes(_ field: String) -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix(field) { return text.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0 }
    }
    return 0
  }
}
