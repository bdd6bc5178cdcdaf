import Glibc
import News
import Parse

/// Feeds the parsers mutations of the given files: `fuzz ROUNDS FILE…`. The same rounds give the same documents.
/// `fuzz worst` reads documents of 8 MiB that are made to cost time or memory, and tells what each cost.
@main
enum Fuzz {
  /// No document of up to 8 MiB may take longer than this.
  private static let slowest = 2.0

  static func main() {
    let arguments = CommandLine.arguments
    if arguments.dropFirst().first == "worst" { exit(WorstCase.run(arguments.dropFirst(2).first)) }
    guard arguments.count > 2, let rounds = Int(arguments[1]) else {
      print("usage: fuzz ROUNDS FILE…, or fuzz worst")
      exit(64)
    }
    let seeds = arguments.dropFirst(2).compactMap { read($0) }
    guard !seeds.isEmpty else {
      print("none of the files can be read")
      exit(66)
    }
    var mutator = Mutator(seeds: seeds)
    var worst = 0.0
    var wellRead = 0
    for round in 0..<rounds {
      let start = seconds()
      if parses(mutator.next(), kind: round % 8 == 7 ? .listing : .feed) { wellRead += 1 }
      let taken = seconds() - start
      worst = max(worst, taken)
      if taken > slowest {
        print("round \(round) took \(taken) s")
        exit(1)
      }
    }
    print(
      "\(rounds) rounds over \(seeds.count) files: \(wellRead) read, \(rounds - wellRead) refused, slowest \(worst) s")
  }

  static func parses(_ bytes: [UInt8], kind: Source.Kind) -> Bool {
    let source = Source(url: "https://bao.example.vn/rss", kind: kind)
    let payload = Payload(bytes: bytes, contentType: nil, url: source.url)
    let parser = FeedParser(now: Instant(seconds: 1_800_000_000))
    guard case .success(let feed) = parser.parse(payload, for: source) else {
      return false
    }
    // Every text a parser gives must be UTF-8.
    for entry in feed.entries
    where String(validating: entry.summaryUTF8, as: UTF8.self) == nil
      || String(validating: entry.contentUTF8, as: UTF8.self) == nil
    {
      print("a text is not UTF-8: \(entry.link)")
      exit(1)
    }
    return true
  }

  private static func read(_ file: String) -> [UInt8]? {
    guard let stream = fopen(file, "r") else { return nil }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 8 << 20)
    // A copy, so that a thousand small files do not keep room for the largest each.
    let count = fread(&bytes, 1, bytes.count, stream)
    return Array(bytes.prefix(count))
  }

  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
