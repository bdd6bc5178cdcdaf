import News
import Testing

@testable import Fetch

@Suite struct BarrierTests {
  private func barrier(_ status: Int, _ html: String, _ headers: [Header] = []) -> Barrier? {
    let type = Header(name: "Content-Type", value: "text/html; charset=utf-8")
    return Response(status: status, url: "", headers: [type] + headers, body: Array(html.utf8)).barrier
  }

  @Test func challenge_ofAProtectionService_isOneWhateverItsStatus() {
    let page =
      "<html><head><title>Just a moment...</title><script src=\"/cdn-cgi/challenge-platform/h/g/x.js\"></script>"
    #expect(barrier(403, page) == .challenge)
    #expect(barrier(200, page) == .challenge)
    #expect(barrier(503, "", [Header(name: "cf-mitigated", value: "challenge")]) == .challenge)
    #expect(barrier(403, "<form action=\"/captcha\"><script>x()</script></form>") == .challenge)
  }

  @Test func page_whenItOnlySetsACookieAndAsksAgain_isACookiePage() {
    let page = "<html><script>document.cookie=\"D1N=ab12; path=/\";window.location.reload(true);</script></html>"
    #expect(barrier(200, page) == .cookiePage)
  }

  @Test func page_whenItHasWordsOfItsOwn_isNone() {
    let words = String(repeating: "<p>Nước suối Nậm Lương dâng cao hơn hôm qua.</p>", count: 20)
    let script = "<script>document.cookie='seen=1'; if (x) window.location.href='/'</script>"
    #expect(barrier(200, "<html>\(script)\(words)</html>") == nil)
    #expect(barrier(200, "<html>\(words)<p>captcha</p></html>") == nil)
    #expect(barrier(404, "<html><script>x()</script>\(words)</html>") == nil)
  }

  @Test func feed_thatWritesAboutSuchPages_isNone() {
    let type = Header(name: "Content-Type", value: "application/rss+xml")
    let body = "<rss><item><title>document.cookie, location.reload( và &lt;script cf-chl</title></item></rss>"
    #expect(Response(status: 200, url: "", headers: [type], body: Array(body.utf8)).barrier == nil)
  }
}
