import Detect
import Testing

@testable import Archive

@Suite struct PostingPlacesTests {
  private func text(_ document: UInt32, _ postings: [(UInt64, Int)]) -> (document: UInt32, postings: [Posting]) {
    (document, postings.map { Posting(hash: $0.0, position: $0.1) })
  }

  @Test func places_whenDocumentsShareHashes_findsEachInTheListByPosition() {
    let places = PostingPlaces([text(7, [(5, 9), (3, 20)]), text(9, [(8, 0), (5, 1)])])
    #expect(places.hashes == [3, 5, 8])
    #expect(places.places(of: 7).map { places.hashes[Int($0.hash)] } == [5, 3])
    #expect(places.places(of: 9).map { [Int($0.hash), Int($0.position)] } == [[2, 0], [1, 1]])
    #expect(places.run.documents == [7, 9, 7, 9])
  }

  @Test func places_whenAHashStandsTwice_countsItWhereItStandsFirst() {
    let places = PostingPlaces([text(4, [(6, 2), (1, 11), (6, 30)])])
    #expect(places.places(of: 4).map(\.position) == [2, 11])
    #expect(places.run.count == 3)
  }

  @Test func places_whenNothingWasTakenUp_givesNone() {
    let places = PostingPlaces([])
    #expect(places.hashes.isEmpty && places.places(of: 0).isEmpty)
  }
}
