/// Reads the entry and the record that a proof file carries.
public enum ProvenEntry {
  /// The signed head, and the record that is proven to be under it.
  public static func check(_ file: InclusionFile, key: VerifierKey) throws(ProofError) -> (
    head: Checkpoint, record: String
  ) {
    guard let extra = file.extra else { throw ProofError("the proof carries no entry, so there is nothing to check") }
    let text = String(decoding: extra, as: UTF8.self)
    let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw ProofError("the proof's entry has no record behind it") }
    let (entry, record) = (parts[0] + "\n", parts[1])
    let head = try file.verify(Array(entry.utf8), key: key)
    guard entry.hasSuffix("\n\(Digest(of: Array(record.utf8)).hex)\n") else {
      throw ProofError("the record is not the one the entry stands for")
    }
    return (head, record)
  }
}
