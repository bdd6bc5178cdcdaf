import Glibc
import News
import Parse

/// The reading of feeds alone, from bytes in memory to entries: `feedread FILE…` prints seconds of CPU time and entries.
@main
enum FeedRead {
  private static let rounds = 5

  static func main() {
    let documents = CommandLine.arguments.dropFirst().compactMap { read($0) }
    var best = Double.infinity
    var entries = 0
    for _ in 0..<rounds {
      entries = 0
      let start = seconds()
      for bytes in documents { entries += count(bytes) }
      best = min(best, seconds() - start)
    }
    print("\(best) \(entries)")
  }

  private static func count(_ bytes: [UInt8]) -> Int {
    let source = Source(url: "https://bao.example.vn/rss")
    guard case .success(let feed) = FeedParser().parse(Payload(bytes: bytes, url: source.url), for: source) else {
      return 0
    }
    return feed.entries.count
  }

  private static func read(_ file: String) -> [UInt8]? {
    guard let stream = fopen(file, "r") else { return nil }
    defer { fclose(stream) }
    var status = stat()
    guard fstat(fileno(stream), &status) == 0 else { return nil }
    return [UInt8](unsafeUninitializedCapacity: status.st_size) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, stream)
    }
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
