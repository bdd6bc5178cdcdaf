import Detect
import Testing

@Suite struct CopyJudgeTests {
  private func judge(
    matched: Int, longest: Int, coverage: Double, hits: Int = 10, rare: Int = 10, below6: Int = 10
  ) -> CopyClass? {
    CopyJudge.judge(
      Alignment(passages: [], matched: matched, longest: longest, share: coverage, coverage: coverage),
      evidence: CandidateEvidence(hits: hits, rareHits: rare, hitsBelow6: below6))
  }

  @Test func judge_whenMostIsShared_isReprint() {
    #expect(judge(matched: 400, longest: 200, coverage: 0.9) == .reprint)
    #expect(judge(matched: 400, longest: 200, coverage: 0.79) == .lift)
  }

  @Test func judge_whenPartIsShared_goesByLength() {
    #expect(judge(matched: 60, longest: 30, coverage: 0.2) == .lift)
    #expect(judge(matched: 59, longest: 30, coverage: 0.2) == .passage)
  }

  @Test func judge_whenAllFingerprintsAreCommon_isFormula() {
    #expect(judge(matched: 40, longest: 25, coverage: 0.1, rare: 0, below6: 0) == .formula)
  }

  @Test func judge_whenRunIsShort_needsCoverageAndRarity() {
    #expect(judge(matched: 40, longest: 10, coverage: 0.6, rare: 6) == .passage)
    #expect(judge(matched: 40, longest: 10, coverage: 0.6, rare: 5) == nil)
    #expect(judge(matched: 40, longest: 10, coverage: 0.4) == nil)
    #expect(judge(matched: 20, longest: 19, coverage: 0.9) == nil)
  }
}
