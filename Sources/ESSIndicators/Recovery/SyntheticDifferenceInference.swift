internal import ESSData
internal import ESSNumerics

/// Replicates of a synthetic difference in differences: placebos, units left out, units drawn.
///
/// Replicates go over the cores one by one; what one computes depends on its number alone.
struct SyntheticDifferenceInference: Sendable {
  private let grid: OutcomeGrid
  private let block: SyntheticDifferenceBlock
  private let options: SyntheticDifferenceStudy.Options

  /// Placebos up to this many are all computed.
  private static let mostEnumerated = 5000

  init(
    _ grid: OutcomeGrid, _ block: SyntheticDifferenceBlock,
    _ options: SyntheticDifferenceStudy.Options
  ) {
    self.grid = grid
    self.block = block
    self.options = options
  }

  private typealias Spread = SyntheticDifferenceStudy.Spread

  func spread(
    _ effect: Double, weights: [(units: [Double], periods: [Double])]
  ) -> SyntheticDifferenceStudy.Spread? {
    switch options.inference {
    case .none: nil
    case .placebo: placebo()
    case .jackknife: jackknife(effect, weights)
    case .bootstrap: bootstrap()
    }
  }

  private func estimate(
    controls: [Int], cohorts: [(start: Int, units: [Int])]
  ) -> Double {
    SyntheticDifferenceStudy.average(
      cohorts.map { cohort in
        let fit = SyntheticDifference(
          controls: controls.map { grid.row($0) }, treated: cohort.units.map { grid.row($0) },
          before: cohort.start, estimator: options.estimator, solver: options.solver)
        return (fit.effect, cohort.units.count * (grid.periods.count - cohort.start))
      })
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  // MARK: placebos

  private func placebo() -> SyntheticDifferenceStudy.Spread {
    let treatedCount = block.cohorts.reduce(0) { $0 + $1.units.count }
    let least = options.estimator == .difference ? 1 : 2
    guard block.controls.count >= treatedCount + least, block.controls.count > 2 else {
      return Spread(
        standardError: nil,
        note: "placebos need at least \(least) more controls than treated units", replicates: [],
        labels: [], isExact: false)
    }
    let all = block.cohorts.count == 1 ? Self.choices(block.controls.count, treatedCount) : nil
    let seed = options.seed
    let count = all?.count ?? options.draws
    let replicates = Parallel.map(count) { index in
      let chosen =
        all?[index]
        ?? Array(
          KeyedRandom(seed: seed, stream: UInt64(index)).permutation(block.controls.count)
            .prefix(treatedCount))
      var isChosen = Array(repeating: false, count: block.controls.count)
      for position in chosen { isChosen[position] = true }
      var next = 0
      let cohorts = block.cohorts.map { cohort in
        defer { next += cohort.units.count }
        return (
          start: cohort.start,
          units: (next..<(next + cohort.units.count)).map { block.controls[chosen[$0]] }
        )
      }
      return estimate(
        controls: block.controls.indices.filter { !isChosen[$0] }.map { block.controls[$0] },
        cohorts: cohorts)
    }
    let isSingle = treatedCount == 1 && all != nil
    return Spread(
      standardError: Self.deviation(replicates),
      note: all == nil
        ? "\(count) random placebos" : "all \(count) placebos, standard deviation (n - 1)",
      replicates: replicates,
      labels: isSingle ? block.controls.map { grid.units[$0] } : [], isExact: all != nil)
  }

  /// All choices of `size` out of `count`, in lexicographic order; `nil` if there are too many.
  static func choices(_ count: Int, _ size: Int) -> [[Int]]? {
    var number = 1.0
    for k in 0..<size { number *= Double(count - k) / Double(k + 1) }
    guard size <= count, number <= Double(mostEnumerated) + 0.5 else { return nil }
    var list: [[Int]] = []
    var chosen = Array(0..<size)
    while true {
      list.append(chosen)
      guard let moved = (0..<size).last(where: { chosen[$0] < count - size + $0 }) else {
        return list
      }
      chosen[moved] += 1
      for later in (moved + 1)..<max(moved + 1, size) { chosen[later] = chosen[later - 1] + 1 }
    }
  }

  // MARK: jackknife

  private func jackknife(
    _ effect: Double, _ weights: [(units: [Double], periods: [Double])]
  ) -> SyntheticDifferenceStudy.Spread {
    func undefined(_ note: String) -> SyntheticDifferenceStudy.Spread {
      Spread(standardError: nil, note: note, replicates: [], labels: [], isExact: true)
    }
    if block.cohorts.contains(where: { $0.units.count == 1 }) {
      return undefined("the jackknife is not defined for a cohort of one treated unit")
    }
    if weights.contains(where: { $0.units.contains { $0 > 1 - 1e-9 } }) {
      return undefined("the jackknife is not defined where one control carries all the weight")
    }
    let treated = block.cohorts.flatMap(\.units)
    let units = block.controls + treated
    let replicates = Parallel.map(units.count) { index in
      let left = units[index]
      let kept = block.controls.indices.filter { block.controls[$0] != left }
      return SyntheticDifferenceStudy.average(
        block.cohorts.enumerated().map { number, cohort in
          var scaled = kept.map { weights[number].units[$0] }
          let sum = scaled.reduce(0, +)
          for position in scaled.indices { scaled[position] /= sum }
          let members = cohort.units.filter { $0 != left }
          let fit = SyntheticDifference(
            controls: kept.map { grid.row(block.controls[$0]) },
            treated: members.map { grid.row($0) }, before: cohort.start,
            estimator: options.estimator, solver: options.solver,
            fixed: (scaled, weights[number].periods))
          return (fit.effect, members.count * (grid.periods.count - cohort.start))
        })
    }
    let n = Double(units.count)
    let mean = replicates.reduce(0, +) / n
    let squares = replicates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Spread(
      standardError: ((n - 1) / n * squares).squareRoot(), note: "\(units.count) units left out",
      replicates: replicates, labels: units.map { grid.units[$0] }, isExact: true)
  }

  // MARK: bootstrap

  private func bootstrap() -> SyntheticDifferenceStudy.Spread {
    let treatedCount = block.cohorts.reduce(0) { $0 + $1.units.count }
    guard treatedCount > 1 else {
      return Spread(
        standardError: nil, note: "the bootstrap is not defined for one treated unit",
        replicates: [], labels: [], isExact: false)
    }
    // A draw without controls, or without treated units, is drawn again.
    let units =
      block.controls.map { (unit: $0, start: -1) }
      + block.cohorts.flatMap { cohort in cohort.units.map { (unit: $0, start: cohort.start) } }
    let least = options.estimator == .difference ? 1 : 2
    let seed = options.seed
    let replicates = Parallel.map(options.draws) { index -> Double in
      var generator = KeyedRandom(seed: seed, stream: UInt64(index)).generator()
      while true {
        let drawn = units.indices.map { _ in units[generator.below(units.count)] }
        let controls = drawn.filter { $0.start < 0 }.map(\.unit)
        let treated = drawn.filter { $0.start >= 0 }
        guard controls.count >= least, !treated.isEmpty else { continue }
        let starts = Set(treated.map(\.start)).sorted()
        return estimate(
          controls: controls,
          cohorts: starts.map { start in
            (start: start, units: treated.filter { $0.start == start }.map(\.unit))
          })
      }
    }
    return Spread(
      standardError: Self.deviation(replicates), note: "\(options.draws) bootstrap draws of units",
      replicates: replicates, labels: [], isExact: false)
  }
}
