/// Spellings of addresses that nothing may be sent to, as they may stand in a feed, a redirect or feeds.yaml.
public enum ClosedAddress {
  /// Hosts that curl's parser and the resolver make loopback addresses of: here a packet would arrive.
  public static let loopback = [
    "127.0.0.1", "127.1", "127.0.1", "127.127.127.127", "0177.0.0.1", "0177.1", "0x7f.0.0.1", "0x7f.1", "0x7F000001",
    "2130706433", "017700000001", "127.0.0.0x1", "localhost", "LOCALHOST", "localhost.", "0", "0.0.0.0", "0x0", "00",
    "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::FFFF:7F00:0001]", "[::]", "%31%32%37.0.0.1", "１２７.0.0.1", "127。0。0。1",
  ]

  /// Hosts of inner, reserved and tunnelled networks.
  public static let inner = [
    "10.0.0.1", "10.255.255.254", "0x0a000001", "167772161", "012.0.0.1", "172.16.0.1", "172.31.255.254",
    "2886729729", "192.168.0.1", "192.168.1.1", "3232235777", "0xc0a80101", "192.168.257", "169.254.169.254",
    "2852039166", "0xa9fea9fe", "169.254.0.1", "100.64.0.1", "100.127.255.254", "192.0.0.1", "192.0.2.1",
    "198.18.0.1", "198.19.255.254", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]", "[::ffff:192.168.1.1]", "[::10.0.0.1]",
    "[64:ff9b::127.0.0.1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]", "[2002:7f00:1::1]", "[2002:a00:1::]",
    "[2002:c0a8:101::1]", "[2001:0:53aa:64c::1]", "[2001::1]", "[fc00::1]", "[fd00::1]", "[fd12:3456:789a::1]",
    "[fe80::1]", "[febf::1]", "[fec0::1]", "[ff02::1]", "[ff0e::1]", "[2001:db8::1]", "[3fff::1]", "[100::1]",
    "[5f00::1]",
  ]

  /// Addresses that are no web addresses at all, or hide one.
  public static let otherSchemes = [
    "file:///etc/passwd", "file://127.0.0.1/etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/_x",
    "dict://127.0.0.1:11211/", "unix:///run/docker.sock", "http+unix://%2Frun%2Fdocker.sock/",
    "http://unix:/run/x.sock",
    "ldap://127.0.0.1/", "telnet://127.0.0.1/", "data:text/html,x", "javascript:x", "http:127.0.0.1@/",
    "http://an:mat@127.0.0.1/", "//127.0.0.1/", "/etc/passwd", "\\\\127.0.0.1\\x",
  ]
}
