import Detect
import Testing

@testable import Archive

@Suite struct PostingPlacesTests {
  private func run(_ document: UInt32, _ postings: [(UInt64, Int)]) -> PostingRun {
    PostingRun(document: document, postings: postings.map { Posting(hash: $0.0, position: $0.1) })
  }

  @Test func take_whenDocumentsShareHashes_findsEachInTheListByPosition() {
    let all = PostingRun.merged([run(7, [(5, 9), (3, 20)]), run(9, [(5, 1), (8, 0)])])
    var places = PostingPlaces(all)
    #expect(places.hashes == [3, 5, 8])
    #expect(places.take(7).map { places.hashes[Int($0.hash)] } == [5, 3])
    #expect(places.take(9).map { [Int($0.hash), Int($0.position)] } == [[2, 0], [1, 1]])
  }

  @Test func take_whenAHashStandsTwice_countsItWhereItStandsFirst() {
    var places = PostingPlaces(run(4, [(6, 30), (6, 2), (1, 11)]))
    #expect(places.take(4).map(\.position) == [2, 11])
  }

  @Test func take_whenNothingWasTakenUp_givesNone() {
    var places = PostingPlaces(PostingRun())
    #expect(places.hashes.isEmpty && places.take(0).isEmpty)
  }
}
