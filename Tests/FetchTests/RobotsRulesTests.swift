import Fetch
import Testing

@Suite struct RobotsRulesTests {
  private func rules(_ text: String) -> RobotsRules { RobotsRules(parsing: Array(text.utf8)) }

  @Test(arguments: [
    ("/fish", "/fish.html", false), ("/fish", "/Fish", true), ("/*.php$", "/a/b.php", false),
    ("/*.php$", "/b.php?x", true), ("/a*b*c", "/a1b2c3", false), ("/a*b*c", "/acb", true), ("/$", "/", false),
    ("/$", "/a", true), ("/thời-sự", "/th%E1%BB%9Di-s%E1%BB%B1/1", false), ("/a%3cd", "/a%3Cd", false),
    ("/%7Ejoe", "/~joe", false), ("*/tin", "/vn/tin", false), ("/x*", "/x", false), ("/a$b", "/a$b/c", false),
  ])
  func pattern_whenDisallowed(pattern: String, path: String, isAllowed: Bool) {
    #expect(rules("user-agent: *\ndisallow: \(pattern)").allows(path: path) == isAllowed)
  }

  @Test func rules_whenTwoMatch_followTheLongest() {
    let rules = rules("User-agent: *\r\nDisallow: /tin\r\nAllow: /tin/mo\r\nDisallow: /p\r\nAllow: /p")
    #expect(!rules.allows(path: "/tin/kin"))
    #expect(rules.allows(path: "/tin/mo/1"))
    #expect(rules.allows(path: "/p"))
  }

  @Test func groups_whenOursIsNamed_hideTheGeneralOne() {
    let text = """
      \u{FEFF}User-agent: *
      Disallow: /
      User-Agent: khac
      User-agent: BanLuu/2.0 # us
      Sitemap: https://bao.example/s.xml
      Disallow: /a
      Crawl-delay: 3

      User-agent: banluu
      Disallow: /b
      """
    #expect(rules(text).allows(path: "/c"))
    #expect(!rules(text).allows(path: "/a"))
    #expect(!rules(text).allows(path: "/b"))
  }

  @Test func groups_whenOnlyOthersAreNamed_doNotHold() {
    #expect(rules("User-agent: banluubot\nDisallow: /").allows(path: "/a"))
    #expect(rules("").allows(path: "/a"))
    #expect(rules("User-agent: *\nDisallow:").allows(path: "/a"))
    #expect(rules("User-agent: *\nDisallow: /").allows(path: "/robots.txt"))
  }
}
