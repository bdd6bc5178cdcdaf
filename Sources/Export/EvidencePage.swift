import News
import Query

/// The page of an evidence bundle, for printing.
struct EvidencePage {
  let item: ItemReport
  let copies: [CopyReport]
  let differences: [(before: Int, after: Int, report: DiffReport)]

  func html(_ vkey: String, at now: Instant) -> String {
    """
    <!DOCTYPE html>
    <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Hồ sơ chứng cứ: \(escaped(item.versions.last?.title ?? item.url))</title>
    <style>body{max-width:48em;margin:2em auto;padding:0 1em;font:1em/1.6 serif}code,td{overflow-wrap:anywhere}
    table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3em .5em;text-align:left;
    vertical-align:top}del{background:#fdd}ins{background:#dfd}section{break-inside:avoid-page}</style></head><body>
    <h1>\(escaped(item.versions.last?.title ?? item.url))</h1>
    <table>
    \(row("Địa chỉ", item.url))\(row("Cơ quan báo", item.outlet))\(row("Tình trạng", state))
    \(row("Thấy lần đầu", item.firstSeen))\(row("Số lần xem", "\(item.looks)"))\(row("Lập hồ sơ", now.rfc3339))
    \(row("Khóa nhật ký", vkey))
    </table>
    <h2>Các bản</h2>
    \(item.versions.map(version).joined(separator: "\n"))
    <h2>Thay đổi giữa các bản</h2>
    \(differences.isEmpty ? "<p>Không có.</p>" : differences.map(difference).joined(separator: "\n"))
    <h2>Sự kiện</h2>
    <table><tr><th>Giờ (UTC)</th><th>Sự kiện</th><th>Mức</th><th>Loại</th></tr>
    \(item.events.map(event).joined(separator: "\n"))</table>
    <h2>Bài chép</h2>
    \(copies.isEmpty ? "<p>Không có.</p>" : "<table><tr><th>Bài chép</th><th>Bài nguồn</th><th>Phần chung</th></tr>" + copies.map(copy).joined(separator: "\n") + "</table>")
    <h2>Toàn văn bản cuối</h2>
    \(words)
    <p>Cách kiểm tra: xem tệp KIEM-TRA.txt.</p>
    </body></html>
    """
  }

  private var state: String {
    let names = ["live": "đang đăng", "gone": "đã gỡ", "missing": "không thấy", "awaiting": "chờ tải"]
    return names[item.state] ?? item.state
  }

  private func version(_ version: ItemReport.Version) -> String {
    """
    <section><h3>Bản \(version.number)</h3><table>
    \(row("Tiêu đề", version.title))\(row("Thấy lần đầu (UTC)", version.firstSeen))
    \(row("Tự ghi ngày đăng", version.published ?? "không ghi"))\(row("Tác giả", version.author ?? "không ghi"))
    \(row("SHA-256 của lời", version.textSha256))\(row("SHA-256 của trang", version.payloadSha256 ?? "không có"))
    </table></section>
    """
  }

  private func difference(_ change: (before: Int, after: Int, report: DiffReport)) -> String {
    "<section><h3>Bản \(change.before) → bản \(change.after) (\(change.report.severity))</h3>\n"
      + DiffPage.fragment(change.report) + "</section>"
  }

  private func event(_ event: EventReport) -> String {
    "<tr>"
      + [event.at, event.event, event.severity, event.classes.map(\.rawValue).joined(separator: ", ")]
      .map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
  }

  private func copy(_ copy: CopyReport) -> String {
    let share = "\(Int((copy.share * 100).rounded())) %"
    return "<tr>" + [copy.copyUrl, copy.sourceUrl, share].map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
  }

  private var words: String {
    guard let last = item.versions.last else { return "" }
    return ([last.summary] + last.text.split(separator: "\n").map(String.init)).filter { !$0.isEmpty }
      .map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
  }

  private func row(_ name: String, _ value: String) -> String {
    "<tr><th>\(name)</th><td>\(escaped(value))</td></tr>"
  }

  private func escaped(_ text: String) -> String { AtomFeed.escaped(text) }
}
