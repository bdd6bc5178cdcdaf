import News
import Testing

@testable import Fetch

@Suite struct AddressGuardTests {
  private func isAllowed(_ text: String, allowing: [String] = []) throws -> Bool {
    let bytes = try #require(AddressBlock.address(text))
    return AddressGuard(allowing: allowing.compactMap { AddressBlock($0) }).allows(bytes)
  }

  @Test(arguments: [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.9.9.9", "169.254.169.254", "172.31.0.1",
    "192.168.1.1", "198.19.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::", "fc00::1", "fd12::1", "fe80::1", "ff02::1",
    "2001:db8::1", "fec0::1",
  ])
  func address_whenNotPublic_isRefused(text: String) throws {
    #expect(try !isAllowed(text))
  }

  @Test(arguments: [
    "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.32.0.1", "113.160.0.1", "2606:4700::1111", "::ffff:1.1.1.1",
  ])
  func address_whenPublic_isAllowed(text: String) throws {
    #expect(try isAllowed(text))
  }

  @Test func address_whenItsInnerOneIsInAnAllowedBlock_isAllowed() throws {
    #expect(try isAllowed("10.2.3.4", allowing: ["10.0.0.0/8"]))
    #expect(try isAllowed("::ffff:10.2.3.4", allowing: ["10.0.0.0/8"]))
    #expect(try isAllowed("::1", allowing: ["::1"]))
    #expect(try !isAllowed("11.0.0.1".replacing("11", with: "127"), allowing: ["10.0.0.0/8", "::1"]))
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0/8", "", "/8", "a::/129", "10.0.0.0/-1", "10.0.0.0/", "1.2.3.4/8/8"])
  func block_whenMalformed_isNil(text: String) {
    #expect(AddressBlock(text) == nil)
  }

  @Test func block_whenSpeltWithHostBits_isTheSame() {
    #expect(AddressBlock("10.1.2.3/8") == AddressBlock("10.0.0.0/8"))
  }
}
