import Prove
import Testing

@Suite struct ClaimedDigestTests {
  private func holds(_ field: String, _ text: String) -> Bool? {
    Array(text.utf8).withUnsafeBytes { bytes in ClaimedDigest(field).map { $0.holds(for: bytes) } }
  }

  @Test func digest_asToolsWriteIt_isComparedInEitherBase() {
    // The empty input and "abc" of FIPS 180, in base 32 by coreutils.
    #expect(holds("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "") == true)
    #expect(holds("sha1:a9993e364706816aba3e25717850c26c9cd0d89d", "abc") == true)
    #expect(holds("SHA-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc") == true)
    #expect(holds("sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====", "abc") == true)
    #expect(holds("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "abc") == false)
  }

  @Test func digest_ofAnotherAlgorithm_isNotJudged() {
    #expect(holds("md5:900150983cd24fb0d6963f7d28e17f72", "abc") == nil)
    #expect(holds("", "abc") == nil)
  }
}
