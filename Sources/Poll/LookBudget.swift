/// How many looks a host gets in an hour, and which are left out when more are due.
public enum LookBudget {
  /// One look in six seconds on average: a tenth of what a reader's browser asks for.
  public static let perHour = 600
  /// From this step on (a day and more) a look may be skipped; the step after it comes all the same.
  public static let deep = 8

  /// Splits due looks, each told by its step, into those made now and those skipped; the rest stays due.
  ///
  /// First looks and fresh articles go first; of the deep ones, the oldest are skipped first.
  public static func choose(steps: [Int], remaining: Int) -> (made: [Int], skipped: [Int]) {
    let order = steps.indices.sorted { (steps[$0], $0) < (steps[$1], $1) }
    let over = order.dropFirst(max(0, remaining))
    return (Array(order.prefix(max(0, remaining))), over.filter { steps[$0] >= deep })
  }
}
