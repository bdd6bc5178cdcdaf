import Foundation
import News
import Testing

@testable import Prove

/// The classic test tree of RFC 6962 and a log over its first seven leaves, as other implementations made them.
@Suite struct GoldenVectorTests {
  private static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57), Array(0x60...0x6F),
  ]
  private static let roots = [
    "e3b0c442", "6e340b9c", "fac54203", "aeb6bcfe", "d37ee418", "4e3bbb1f", "76e67dad", "ddb89be4", "5dc9da79",
  ]
  private let checkpoint = """
    banluu.example/log
    7
    3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=

    — banluu.example/log 14StiYtBWzICuXWQ/bTbzB28n49A+ADAdF7MlisUodynhXkCDDsgDfcMRFkWuJMdjz7a1DDSoa85e1AypZLwp8TcMgo=

    """
  private let vkey = "banluu.example/log+d784ad89+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"

  private func subtree(_ level: Int, _ index: Int) -> Digest {
    MerkleTree.root(Self.leaves[(index << level)..<((index + 1) << level)].map { MerkleTree.leaf($0) })
  }

  private func prefixes(_ path: [Digest]) -> [String] { path.map { String($0.hex.prefix(8)) } }

  @Test(arguments: 0...8) func root_whenTheTreeGrows_isTheGoldenOne(size: Int) {
    #expect(MerkleTree.root(Self.leaves.prefix(size).map { MerkleTree.leaf($0) }).hex.hasPrefix(Self.roots[size]))
    #expect(MerkleProof.root(0, size, subtree).hex.hasPrefix(Self.roots[size]))
  }

  @Test func inclusion_whenFiveOfSeven_isTheGoldenPath() {
    #expect(prefixes(MerkleProof.inclusion(of: 5, in: 7, subtree)) == ["bc1a0643", "b08693ec", "d37ee418"])
  }

  @Test func consistency_whenTheTreeGrows_isTheGoldenPath() {
    #expect(
      prefixes(MerkleProof.consistency(from: 3, to: 7, subtree)) == ["0298d122", "07506a85", "fac54203", "837dbb15"])
    #expect(prefixes(MerkleProof.consistency(from: 4, to: 7, subtree)) == ["837dbb15"])
    #expect(prefixes(MerkleProof.consistency(from: 6, to: 8, subtree)) == ["0ebc5d34", "ca854ea1", "d37ee418"])
  }

  @Test func checkpoint_whenSignedWithTheGoldenKey_isTheGoldenNote() throws {
    let key = try #require(SignerKey(name: "banluu.example/log", seed: [UInt8](repeating: 0, count: 32)))
    #expect(key.verifier.text == vkey)
    #expect(VerifierKey(vkey) == key.verifier)
    let root = MerkleTree.root(Self.leaves.prefix(7).map { MerkleTree.leaf($0) })
    #expect(try Checkpoint(origin: "banluu.example/log", size: 7, root: root).signed(with: key) == checkpoint)
  }

  @Test func inclusionFile_whenOfTheGoldenTree_isTheGoldenFileAndHolds() throws {
    let key = try #require(VerifierKey(vkey))
    let file = InclusionFile(index: 5, path: MerkleProof.inclusion(of: 5, in: 7, subtree), checkpoint: checkpoint)
    #expect(
      file.text == """
        c2sp.org/tlog-proof@v1
        index 5
        vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=
        sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=
        037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=

        \(checkpoint)
        """)
    #expect(try InclusionFile(file.text) == file)
    #expect(try file.verify(Self.leaves[5], key: key).size == 7)
    #expect(throws: ProofError.self) { try file.verify(Self.leaves[4], key: key) }
    var moved = file
    moved.index = 4
    #expect(throws: ProofError.self) { try moved.verify(Self.leaves[5], key: key) }
  }

  @Test func checkpoint_whenOneCharacterOfItsTextChanges_isRefused() throws {
    let key = try #require(VerifierKey(vkey))
    #expect(try Checkpoint(note: checkpoint, key: key).size == 7)
    let altered = checkpoint.replacing("\n7\n", with: "\n8\n")
    #expect(throws: ProofError.self) { try Checkpoint(note: altered, key: key) }
  }

  @Test func vkey_whenItsIdDoesNotFit_isRefused() {
    #expect(VerifierKey(vkey.replacing("d784ad89", with: "d784ad88")) == nil)
    #expect(VerifierKey(vkey.replacing("banluu.example", with: "other.example")) == nil)
  }
}
