/// Writes one segment: postings in order, then the directory of buckets, the filter and the checksum.
struct SegmentWriter {
  private(set) var header = PostingSegment.Header()
  private var file: PostingFile
  private var directory: [UInt64] = [0]
  private var filter: [UInt64]
  private var buffer: [UInt8] = []
  private var hash: UInt64 = 0

  private static let bucketSize = 32
  private static let bufferBytes = 1 << 16

  /// `count`: how many postings will come at most.
  init(folder: String, name: String, count: Int, documents: ClosedRange<UInt32>) throws {
    header.firstDocument = UInt64(documents.lowerBound)
    header.lastDocument = UInt64(documents.upperBound)
    let buckets = max(1, count / Self.bucketSize)
    header.bucketBits = UInt64(min(32, Int.bitWidth - 1 - buckets.leadingZeroBitCount))
    header.filterBlocks = UInt64(HashFilter.blocks(for: count))
    filter = Array(repeating: 0, count: Int(header.filterBlocks) * HashFilter.wordsInBlock)
    directory.reserveCapacity(header.buckets + 1)
    buffer.reserveCapacity(2 * Self.bufferBytes)
    file = try PostingFile(folder: folder, name: name)
  }

  /// Adds postings that follow those added before.
  mutating func add(_ run: PostingRun) throws {
    var start = 0
    while start < run.count {
      let bucket = header.bucket(of: run.keys[start])
      var end = start + 1
      while end < run.count, header.bucket(of: run.keys[end]) == bucket { end += 1 }
      while directory.count <= bucket { startBucket() }
      PostingBytes.append(run, start..<end, after: hash, base: UInt32(header.firstDocument), to: &buffer)
      hash = run.keys[end - 1] >> 16
      start = end
      if buffer.count >= Self.bufferBytes { try writeBuffer() }
    }
    HashFilter.add(run.keys.span, to: &filter, blocks: Int(header.filterBlocks))
    header.postings += UInt64(run.count)
  }

  private mutating func startBucket() {
    hash = UInt64(directory.count) << (48 - header.bucketBits)
    directory.append(UInt64(file.length - PostingSegment.Header.bytes + buffer.count))
  }

  private mutating func writeBuffer() throws {
    try file.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Makes the file durable under its name; returns its length.
  mutating func finish() throws -> Int {
    while directory.count <= header.buckets { startBucket() }
    header.bodyBytes = directory.last ?? 0
    try writeBuffer()
    try file.write(&directory)
    try file.write(&filter)
    try file.finish(header.words + [0])
    return file.length
  }

  /// Takes the unfinished file away.
  func abandon() { file.abandon() }
}
