import Glibc

/// A moment of the rehearsed press, written as its outlets write it, in Vietnam's time.
struct PressDate {
  private var parts = tm()

  init(seconds: Int) {
    var shifted = seconds + 7 * 3600
    gmtime_r(&shifted, &parts)
  }

  var rfc3339: String { "\(year)-\(two(month))-\(two(parts.tm_mday))T\(clock):\(two(parts.tm_sec))+07:00" }

  var rfc822: String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let day = "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)])"
    return "\(day) \(year) \(clock):\(two(parts.tm_sec)) +0700"
  }

  var vietnamese: String { "\(two(parts.tm_mday))/\(two(month))/\(year) \(clock)" }

  private var year: Int { Int(parts.tm_year) + 1900 }
  private var month: Int32 { parts.tm_mon + 1 }
  private var clock: String { "\(two(parts.tm_hour)):\(two(parts.tm_min))" }
  private func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
