/// A country's outlets on a manual clock: the real timetable, budget and host lanes decide; only the servers and the
/// clock are made up.
struct Simulation {
  static let provinces = 34
  static let outletsEach = 3
  static let itemsADay = 60
  static let days = 60

  private var random: Randomness
  private(set) var figures = Figures()

  init(seed: UInt64) { random = Randomness(seed: seed) }

  mutating func run() {
    for outlet in 0..<(Self.provinces * Self.outletsEach) {
      // One outlet moves to another CMS and brings out thousands of old articles again on its twentieth day.
      var host = Host(outlet: Int64(outlet), burst: outlet == 0 ? 5_000 : 0, random: random.split())
      figures.add(host.run())
    }
  }
}
