public import ESSData
public import ESSNumerics

/// The movement of territories between classes as a Markov chain (Quah 1993; Rey 2001 for the part of neighbours).
public struct MarkovMobility: Sendable {
  /// Number of classes, the lowest first.
  public let classes: Int
  /// Moves from class (row) to class (column).
  public let counts: Matrix
  /// Probability of each move; the row of a class that was never left is empty (zeros) and named in `unvisited`.
  public let probabilities: Matrix
  /// Classes from which no move was observed.
  public let unvisited: [Int]
  /// Long-run share of each class; `nil` if some class was never visited or the chain falls into parts.
  public let steadyState: [Double]?

  /// Counts the moves of consecutive periods; `classOf` holds the class of each territory (row) in each period.
  public init(classOf: [[Int]], classes: Int) {
    var counts = Matrix(rows: classes, columns: classes)
    for path in classOf {
      for (from, to) in zip(path, path.dropFirst()) { counts[from, to] += 1 }
    }
    self.init(counts: counts)
  }

  /// A chain from counts of moves.
  public init(counts: Matrix) {
    classes = counts.rows
    self.counts = counts
    let sums = (0..<counts.rows).map { counts.row($0).reduce(0, +) }
    unvisited = sums.indices.filter { sums[$0] == 0 }
    probabilities = Matrix(rows: counts.rows, columns: counts.rows) {
      sums[$0] > 0 ? counts[$0, $1] / sums[$0] : 0
    }
    steadyState = unvisited.isEmpty ? Self.steadyState(probabilities) : nil
  }

  /// The distribution pi = pi P, from the equations with one replaced by the sum; `nil` if it is not unique.
  private static func steadyState(_ p: Matrix) -> [Double]? {
    let k = p.rows
    let system = Matrix(rows: k, columns: k) { row, column in
      row == k - 1 ? 1 : (row == column ? 1 : 0) - p[column, row]
    }
    guard let factors = LUFactorisation(system), factors.reciprocalCondition > 1e-12 else {
      return nil
    }
    let solution = factors.solve((0..<k).map { $0 == k - 1 ? 1 : 0 })
    return solution.map { max(0, $0) }
  }

  /// Mean number of periods that a territory stays in each class; `nil` for one that is never left.
  public var sojourn: [Double?] {
    (0..<classes).map { k in
      let stay = probabilities[k, k]
      return stay < 1 && !unvisited.contains(k) ? 1 / (1 - stay) : nil
    }
  }

  /// Mean number of periods from each class (row) until the first visit to another (Kemeny and Snell 1976); the diagonal is the mean
  /// time of return.
  public var firstPassage: Matrix? {
    guard let pi = steadyState, pi.allSatisfy({ $0 > 0 }) else { return nil }
    let k = classes
    let fundamental = Matrix(rows: k, columns: k) {
      ($0 == $1 ? 1 : 0) - probabilities[$0, $1] + pi[$1]
    }
    guard let z = LUFactorisation(fundamental)?.inverse else { return nil }
    return Matrix(rows: k, columns: k) { i, j in
      ((i == j ? 1 : 0) - z[i, j] + z[j, j]) / pi[j]
    }
  }

  /// Shorrocks' (1978) trace index, (k - trace)/(k - 1).
  public var shorrocks: Double { (Double(classes) - probabilities.trace) / Double(classes - 1) }

  /// 1 - |det P|.
  public var determinantIndex: Double {
    1 - abs(LUFactorisation(probabilities)?.determinant ?? 0)
  }

  /// 1 - |second eigenvalue|: the speed at which the start is forgotten.
  public var secondEigenvalueIndex: Double? {
    guard let eigen = GeneralEigen(probabilities), classes > 1 else { return nil }
    let size = eigen.real[1] * eigen.real[1] + eigen.imaginary[1] * eigen.imaginary[1]
    return 1 - size.squareRoot()
  }

  /// Bartholomew's index of the mean number of classes crossed, from a uniform start, over k (k - 1).
  public var bartholomew: Double {
    var sum = 0.0
    for i in 0..<classes {
      for j in 0..<classes { sum += probabilities[i, j] * Double(abs(i - j)) }
    }
    return sum / Double(classes * (classes - 1))
  }

  /// Prais' index of each class: the probability of leaving it.
  public var prais: [Double] { (0..<classes).map { 1 - probabilities[$0, $0] } }

  /// The class of each value among the quantiles of the same period or of all periods together.
  ///
  /// A value equal to a cut belongs to the lower class. Cuts are quantiles by the rule of numpy (Hyndman and Fan's 7).
  public static func quantileClasses(
    _ series: TerritorySeries, classes: Int, pooled: Bool
  ) -> (classOf: [[Int]], cuts: [[Double]]) {
    func cuts(_ values: [Double]) -> [Double] {
      guard let sample = WeightedQuantiles(values) else { return [] }
      return (1..<classes).map {
        sample.quantile(Double($0) / Double(classes), rule: .ends)
      }
    }
    let all = pooled ? cuts(series.values.elements) : []
    let perPeriod = series.periods.indices.map { pooled ? all : cuts(series.crossSection($0)) }
    let classOf = series.territories.indices.map { row in
      series.periods.indices.map { period in
        perPeriod[period].count { series.values[row, period] > $0 }
      }
    }
    return (classOf, perPeriod)
  }

  /// One chain for each class of the neighbours' mean in the period before the move, and the test that all are one (Bickenbach and Bode 2003).
  public static func spatial(
    _ series: TerritorySeries, _ weights: SpatialWeights, classes: Int, pooled: Bool
  ) -> (chains: [MarkovMobility], likelihoodRatio: Double, degreesOfFreedom: Int) {
    let standardised = weights.rowStandardised.matrix
    var lagged = Matrix(rows: series.territories.count, columns: series.periods.count)
    for period in series.periods.indices {
      let lag = standardised * series.crossSection(period)
      for row in lag.indices { lagged[row, period] = lag[row] }
    }
    let own = quantileClasses(series, classes: classes, pooled: pooled).classOf
    let around = quantileClasses(
      TerritorySeries(territories: series.territories, periods: series.periods, values: lagged),
      classes: classes, pooled: pooled
    ).classOf
    var counts = Array(repeating: Matrix(rows: classes, columns: classes), count: classes)
    for row in own.indices {
      for t in 1..<max(1, series.periods.count) {
        counts[around[row][t - 1]][own[row][t - 1], own[row][t]] += 1
      }
    }
    let pooledChain = MarkovMobility(
      counts: counts.reduce(Matrix(rows: classes, columns: classes), +))
    var ratio = 0.0
    var freedom = 0
    for i in 0..<classes {
      let rows = counts.count { $0.row(i).contains { $0 > 0 } }
      let columns = pooledChain.counts.row(i).count { $0 > 0 }
      freedom += max(0, rows - 1) * max(0, columns - 1)
      for count in counts {
        let sum = count.row(i).reduce(0, +)
        for j in 0..<classes where count[i, j] > 0 {
          ratio +=
            2 * count[i, j]
            * SpecialFunctions.log(count[i, j] / sum / pooledChain.probabilities[i, j])
        }
      }
    }
    return (counts.map { MarkovMobility(counts: $0) }, ratio, freedom)
  }
}
