import Glibc

/// Wall and processor time of pieces of work.
enum Timing {
  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The wall time of each way to do a piece of work, the ways taken in turn so that all meet the same weather; least and median of the rounds.
  static func compare(rounds: Int, _ ways: [() -> Void]) -> [(least: Double, median: Double)] {
    var times = ways.map { _ in [Double]() }
    for way in ways { way() }
    for _ in 0..<rounds {
      for (index, way) in ways.enumerated() {
        let start = seconds(CLOCK_MONOTONIC)
        way()
        times[index].append(seconds(CLOCK_MONOTONIC) - start)
      }
    }
    return times.map { list in
      let sorted = list.sorted()
      return (sorted[0], sorted[sorted.count / 2])
    }
  }

  /// Wall and processor seconds of one piece of work.
  static func measure(_ work: () throws -> Void) rethrows -> (wall: Double, cpu: Double) {
    let (wall, cpu) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    try work()
    return (seconds(CLOCK_MONOTONIC) - wall, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu)
  }
}
