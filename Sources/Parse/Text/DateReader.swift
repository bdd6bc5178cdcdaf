import News

/// Reads the dates outlets write.
public enum DateReader {
  /// The moment `raw` means; `order` and `zoneMinutes` (east of UTC) hold where it does not say.
  /// Text that cannot be read is kept without an instant; nil where there is no text at all.
  public static func read(_ raw: String, order: Source.DateOrder, zoneMinutes: Int) -> StatedDate? {
    guard raw.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    guard raw.utf8.count <= 256 else { return StatedDate(raw: raw, instant: nil, precision: .second) }
    var scan = DateScan(raw, order: order)
    scan.run()
    return StatedDate(raw: raw, instant: scan.instant(zoneMinutes: zoneMinutes), precision: scan.precision)
  }
}
