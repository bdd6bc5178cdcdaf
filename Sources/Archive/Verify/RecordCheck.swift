import Prove

/// Computes the digests of one record again.
struct RecordCheck {
  let path: String
  let segment: String

  func run(_ head: WARCHead, _ reader: WARCReader, _ result: inout SegmentScan.Result) throws {
    let block = try reader.block()
    result.records += 1
    result.bytes += block.count
    func expect(_ field: StaticString, _ bytes: UnsafeRawBufferPointer) {
      guard let claimed = head[field], claimed.hasPrefix("sha256:") else { return }
      if Digest(of: bytes).hex != claimed.dropFirst(7) {
        result.findings.append(
          Finding(
            "\(path) at \(head.offset)", "the \(head.type) record does not have its \(field)",
            repair: SegmentCheck.repair))
      }
    }
    expect("warc-block-digest", block)
    if head.type == "response" {
      let body = WARCReader.headerEnd(block).map { UnsafeRawBufferPointer(rebasing: block[$0...]) }
      expect("warc-payload-digest", body ?? block)
      result.payloads[segment, default: [:]][head.offset] = head["warc-payload-digest"].map {
        String($0.dropFirst(7))
      }
    } else if head.contentType == WARCRecord.rowsType {
      result.lines.add(block)
    } else if head.contentType == WARCRecord.erasedType {
      result.payloads[segment, default: [:]][head.offset] = ""
    }
    // The gzip checksum covers the header too.
    _ = try reader.finish()
  }
}
