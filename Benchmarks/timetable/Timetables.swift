import Poll

/// Prints what the timetable asks of hosts: `timetables [SEED]`.
@main
enum Timetables {
  static func main() {
    let seed = CommandLine.arguments.dropFirst().first.flatMap(UInt64.init) ?? 1
    var simulation = Simulation(seed: seed)
    let clock = ContinuousClock()
    let time = clock.measure { simulation.run() }
    let figures = simulation.figures
    let hosts = Simulation.provinces * Simulation.outletsEach
    let hours = Double(hosts * Simulation.days * 24)
    func one(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
    print("hosts \(hosts), days \(Simulation.days), seed \(seed), simulated in \(one(time / .seconds(1))) s")
    print("requests \(figures.requests): polls \(figures.polls), looks \(figures.looks)")
    print(
      "requests per host and hour: \(one(Double(figures.requests) / hours)) on average, \(figures.busiestHour) at most")
    print(
      "two at once at one host: \(figures.closest < 0 ? "yes" : "never"); from the end of one request to the next: "
        + "\(figures.closest) ms at least (delay \(Host.delay))")
    let share = Double(figures.onTime) / Double(max(1, figures.looks))
    print("looks begun within a minute of their time: \((share * 10_000).rounded() / 100) %")
    print(
      "over budget (\(LookBudget.perHour) looks an hour): deep looks skipped \(figures.skipped), put off "
        + "\(figures.putOff); restarts \(figures.restarts)")
  }
}
