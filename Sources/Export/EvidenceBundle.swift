import Foundation
import News
import Query

/// Everything about one article that somebody needs who does not believe us: a page to print, the bytes, the proofs, and
/// how to check them without banluu. In Vietnamese.
public struct EvidenceBundle: Sendable {
  /// The files by name.
  public private(set) var files: [(name: String, bytes: [UInt8])] = []

  /// Gathers an article's evidence.
  public init(_ query: ArchiveQuery, article: Int64, at now: Instant) throws {
    guard let item = try query.item(article) else { throw ExportError(.cannotCreate, "there is no article \(article)") }
    var filter = ExportFilter()
    filter.articles = [article]
    var warc: [UInt8] = []
    try query.records(filter, looks: false, at: now) { warc += $0.bytes }
    let proven = try query.proofs(of: article)
    var pairs = CopyFilter()
    pairs.article = article
    let page = EvidencePage(item: item, copies: try query.copies(pairs), differences: try Self.differences(query, item))
    files.append(("index.html", Array(page.html(proven.vkey, at: now).utf8)))
    files.append(("records.warc.gz", warc))
    files.append(("checkpoint", Array(proven.checkpoint.utf8)))
    files.append(("vkey", Array((proven.vkey + "\n").utf8)))
    for proof in proven.proofs { files.append(("version-\(proof.version).tlog-proof", Array(proof.text.utf8))) }
    for version in item.versions {
      files.append(("version-\(version.number).txt", Self.canonical(version)))
    }
    files.append(("KIEM-TRA.txt", Array(Self.guide.utf8)))
    let sums = files.map { "\(ContentHash.hex($0.bytes))  \($0.name)\n" }.joined()
    files.append(("SHA256SUMS", Array(sums.utf8)))
  }

  /// Writes a folder, or a ZIP where the path ends in `.zip`.
  public func write(to path: String) throws {
    if path.hasSuffix(".zip") {
      let zip = try ZipFile(path: path)
      for file in files { try zip.add(file.name, file.bytes) }
      return try zip.finish()
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for file in files { try Data(file.bytes).write(to: URL(fileURLWithPath: path + "/" + file.name)) }
  }

  private static func differences(_ query: ArchiveQuery, _ item: ItemReport) throws -> [(Int, Int, DiffReport)] {
    try zip(item.versions, item.versions.dropFirst()).compactMap { before, after in
      try query.texts(item.article, [before.number, after.number]).map {
        (before.number, after.number, DiffReport($0.0, $0.1))
      }
    }
  }

  /// The bytes whose SHA-256 is the version's text_sha256.
  private static func canonical(_ version: ItemReport.Version) -> [UInt8] {
    Array("v1\u{0}\(version.title)\u{0}\(version.summary)\u{0}\(version.text)".utf8)
  }

  private static let guide = """
    CÁCH KIỂM TRA, không cần banluu

    1. Các tệp còn nguyên:          sha256sum -c SHA256SUMS
    2. Lời của bản N:               sha256sum version-N.txt
       phải bằng dòng text_sha256 trong version-N.tlog-proof (bước 4).
    3. Nguyên văn trang đã tải về:  warcio check records.warc.gz   (pip install warcio)
       hoặc mở records.warc.gz bằng ReplayWeb.page; payload_sha256 là SHA-256 của thân trang.
    4. Chứng cứ trong nhật ký: version-N.tlog-proof theo chuẩn c2sp.org/tlog-proof. Dòng extra (base64) mang mục nhật ký,
       một dòng trống, rồi bản ghi: địa chỉ, giờ thấy lần đầu, các mã băm. Ai cũng tính lại được:
         lá  = SHA-256(0x00 || mục nhật ký)        nút = SHA-256(0x01 || trái || phải)
       đi theo các dòng băm phải ra gốc ghi trong phần checkpoint, và chữ ký Ed25519 của checkpoint phải đúng với khóa
       trong tệp vkey. Hãy lấy vkey từ chính cơ quan lưu trữ, không chỉ từ bộ hồ sơ này.
       Có banluu thì: banluu log check version-N.tlog-proof --key "$(cat vkey)"

    Nhật ký chứng minh cơ quan lưu trữ đã có gì và từ khi nào; nó không tự chứng minh tờ báo đã đăng như thế.

    """
}
