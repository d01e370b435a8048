internal import ESSData
internal import ESSNumerics

/// A covariance of coefficients, with the degrees of freedom of their t statistics.
struct CovarianceEstimate: Sendable {
  var matrix: Matrix
  /// One for each coefficient.
  var degreesOfFreedom: [Double]
  /// Number of groups in each grouping.
  var groups: [Int] = []
  /// The lag used, where there is one.
  var lag: Int?
  var warnings: [String] = []
}

/// Estimates covariances for a fit on the rows of a sample.
struct CovarianceEstimator {
  let fit: LinearFit
  let sample: PanelSample

  private var columnCount: Int { fit.columns.count }

  func estimate(_ covariance: Covariance) throws(DataError) -> CovarianceEstimate {
    switch covariance {
    case .classical:
      return CovarianceEstimate(
        matrix: fit.variance * fit.inverseGram, degreesOfFreedom: same(fit.degreesOfFreedom))
    case .robust(let leverage): return try robust(leverage)
    case .cluster(let names, let type, let factor): return try cluster(names, type, factor)
    case .driscollKraay(let lag, let factor): return try driscollKraay(lag, factor)
    case .neweyWest(let lag, let factor): return try neweyWest(lag, factor)
    case .conley(let conley): return try SpatialCovariance(fit, sample, conley).estimate()
    case .panelCorrected: return try panelCorrected(byUnit: true)
    case .periodCorrected: return try panelCorrected(byUnit: false)
    }
  }

  private func same(_ value: Int) -> [Double] {
    Array(repeating: Double(value), count: columnCount)
  }

  // MARK: Independent rows

  /// Scores times a number for each row.
  private func scores(times factors: [Double]) -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(columnCount * fit.rowCount)
    for score in fit.scores {
      for row in score.indices { elements.append(score[row] * factors[row]) }
    }
    return Matrix(rows: fit.rowCount, columns: columnCount, elements: elements)
  }

  private var plainScores: Matrix {
    Matrix(rows: fit.rowCount, columns: columnCount, elements: fit.scores.flatMap(\.self))
  }

  private func robust(_ leverage: Covariance.Leverage) throws(DataError) -> CovarianceEstimate {
    let n = Double(fit.rowCount)
    let k = Double(fit.parameterCount)
    let meat: Matrix
    switch leverage {
    case .hc0: meat = plainScores.gram()
    case .hc1: meat = n / (n - k) * plainScores.gram()
    case .hc2, .hc3, .hc4:
      guard let leverages = fit.leverages else {
        throw .notIdentified(
          "\(leverage.rawValue) needs the leverage of every row, which is computed for several fixed effects only where all "
            + "but the largest have at most \(EffectLeverages.mostLevels) levels together; take hc1 or a cluster estimator"
        )
      }
      meat = scores(
        times: leverages.map { h in
          // A row that its own dummy fits exactly has no residual either.
          let room = 1 - h
          guard room > 1e-12 else { return 0 }
          switch leverage {
          case .hc2: return 1 / room.squareRoot()
          case .hc3: return 1 / room
          default:
            return SpecialFunctions.power(room, -min(4, h * n / k) / 2)
          }
        }
      ).gram()
    }
    return CovarianceEstimate(
      matrix: fit.sandwich(meat), degreesOfFreedom: same(fit.degreesOfFreedom))
  }

  // MARK: Groups

  private func cluster(
    _ names: [String], _ type: Covariance.ClusterType, _ factor: Covariance.SmallSample
  ) throws(DataError) -> CovarianceEstimate {
    guard let first = names.first else {
      throw .notIdentified("a cluster covariance needs the column of its groups")
    }
    let groups = try ClusterGrouping(sample.factor(first), name: first)
    guard names.count > 1 else { return try cluster(groups, type, factor) }
    guard names.count == 2, type == .cr1 else {
      throw .notIdentified(
        "\(type.rawValue) is for one grouping; two go with cr0 and cr1, more with none")
    }
    let second = try ClusterGrouping(sample.factor(names[1]), name: names[1])
    let shared =
      factor == .standardRows
      ? fit.sandwich(plainScores.gram())
      : try cluster(groups.crossed(with: second), type, factor).matrix
    let own = try cluster(groups, type, factor).matrix + cluster(second, type, factor).matrix
    var result = CovarianceEstimate(
      matrix: own - shared,
      degreesOfFreedom: same(min(groups.count, second.count) - 1),
      groups: [groups.count, second.count])
    result.warnings = groups.warnings + second.warnings
    result.makePositive("two-way cluster")
    return result
  }

  private func cluster(
    _ groups: ClusterGrouping, _ type: Covariance.ClusterType, _ factor: Covariance.SmallSample
  ) throws(DataError) -> CovarianceEstimate {
    guard groups.count > 1 else {
      throw .notIdentified("'\(groups.name)' has one group; a cluster covariance needs several")
    }
    let scale = self.factor(factor, groups)
    var result: CovarianceEstimate
    switch type {
    case .cr1:
      result = CovarianceEstimate(
        matrix: fit.sandwich(scale * groups.sums(of: fit.scores).gram()),
        degreesOfFreedom: same(groups.count - 1), groups: [groups.count])
    case .cr2, .cr3:
      let reduced = BiasReducedCovariance(fit, groups)
      result = CovarianceEstimate(
        matrix: scale * reduced.covariance(type),
        degreesOfFreedom: type == .cr2
          ? reduced.satterthwaite : same(groups.count - 1), groups: [groups.count])
    case .rowHC2, .rowHC3:
      let leverages = fit.rowLeverages
      let factors = leverages.map { type == .rowHC2 ? 1 / (1 - $0).squareRoot() : 1 / (1 - $0) }
      let scores = fit.scores.map { score in zip(score, factors).map { $0 * $1 } }
      result = CovarianceEstimate(
        matrix: fit.sandwich(scale * groups.sums(of: scores).gram()),
        degreesOfFreedom: same(groups.count - 1), groups: [groups.count])
    }
    result.warnings = groups.warnings
    return result
  }

  /// Takes away the variances of coefficients that one group alone identifies, as it does the effect of a single treated unit, and warns where
  /// one holds more than half.
  ///
  /// The scores of such a group add up to nothing, so that the cluster covariance would be 0.
  func markConcentrated(_ groups: ClusterGrouping, in estimate: inout CovarianceEstimate) {
    // Among many groups none can hold so much unless it was looked for.
    guard groups.count <= 1000 else { return }
    for (index, name) in fit.names.enumerated() where name != PanelRegression.intercept {
      let partial = fit.partialled(index)
      let sums = GroupSums.of(
        partial.map { $0 * $0 }, weights: nil, codes: groups.codes, count: groups.count)
      let total = sums.reduce(0, +)
      guard let largest = sums.indices.max(by: { sums[$0] < sums[$1] }), sums[largest] > total / 2
      else { continue }
      guard sums[largest] < total * (1 - 1e-12) else {
        for other in fit.names.indices {
          estimate.matrix[index, other] = .nan
          estimate.matrix[other, index] = .nan
        }
        estimate.warnings.append(
          "only \(groups.names[largest]) identifies \(name), which has no cluster error then; use a placebo or randomisation test"
        )
        continue
      }
      let share = NumberText.fixed(100 * sums[largest] / total, decimals: 0)
      estimate.warnings.append(
        "\(share) % of what identifies \(name) lies in one group, \(groups.names[largest]): its cluster error is not to be "
          + "trusted; use a placebo or randomisation test")
    }
  }

  /// The small-sample factor for some groups.
  func factor(_ factor: Covariance.SmallSample, _ groups: ClusterGrouping) -> Double {
    let n = Double(fit.rowCount)
    let g = Double(groups.count)
    let slopes = Double(columnCount)
    switch factor {
    case .none: return 1
    case .groups: return g / (g - 1)
    case .jackknife: return (g - 1) / g
    case .slopes: return n / (n - slopes)
    case .slopesAndGroups: return g / (g - 1) * (n - 1) / (n - slopes)
    case .parameters: return n / (n - Double(fit.parameterCount))
    case .standard, .standardRows:
      let outside = fit.absorbed.effects.filter { !$0.isNested(in: groups.codes) }
      let nested = outside.isEmpty && !fit.absorbed.effects.isEmpty
      let k = slopes + Double(nested ? 1 : AbsorbedEffects.rank(outside))
      return g / (g - 1) * (n - 1) / (n - k)
    }
  }

  // MARK: Periods

  /// S_0 + sum over lags of (1 - l / (L + 1)) (S_l + S_l').
  private func driscollKraay(
    _ lag: Int?, _ factor: Covariance.SmallSample
  ) throws(DataError) -> CovarianceEstimate {
    let axis = sample.axis
    let periods = ClusterGrouping(try sample.factor("time"), name: "time")
    let lag = lag ?? Self.automaticLag(periods.count)
    try checkLag(lag, "driscoll-kraay", periods.count)
    let sums = periods.sums(of: fit.scores)
    var meat = sums.gram()
    for distance in stride(from: 1, through: lag, by: 1) {
      let pairs = axis.ordinals.enumerated().compactMap { later, ordinal in
        axis.ordinals.firstIndex(of: ordinal - distance).map { (later, $0) }
      }
      guard !pairs.isEmpty else { continue }
      let cross = sums.selecting(rows: pairs.map(\.0))
        .transposedProduct(sums.selecting(rows: pairs.map(\.1)))
      meat = meat + (1 - Double(distance) / Double(lag + 1)) * (cross + cross.transposed)
    }
    var result = CovarianceEstimate(
      matrix: fit.sandwich(self.factor(factor, periods) * meat),
      degreesOfFreedom: same(periods.count - 1), groups: [periods.count], lag: lag)
    if periods.count < 20 {
      result.warnings.append(
        "\(periods.count) periods are few for driscoll-kraay, which counts on many")
    }
    return result
  }

  private func neweyWest(
    _ lag: Int?, _ factor: Covariance.SmallSample
  ) throws(DataError) -> CovarianceEstimate {
    let periods = sample.axis.labels.count
    let lag = lag ?? Self.automaticLag(periods)
    try checkLag(lag, "newey-west", periods)
    let scores = plainScores
    var meat = scores.gram()
    for distance in stride(from: 1, through: lag, by: 1) {
      meat = meat + serial(scores, distance, lag)
    }
    let units = ClusterGrouping(try sample.factor("unit"), name: "unit")
    let scale = factor == .none ? 1 : self.factor(factor, units)
    return CovarianceEstimate(
      matrix: fit.sandwich(scale * meat), degreesOfFreedom: same(fit.degreesOfFreedom), lag: lag)
  }

  /// The part of a distance in time within units, both ways, with its Bartlett weight.
  func serial(_ scores: Matrix, _ distance: Int, _ lag: Int) -> Matrix {
    let before = sample.rowsBefore(distance)
    let rows = before.indices.filter { before[$0] >= 0 }
    let cross = scores.selecting(rows: rows)
      .transposedProduct(scores.selecting(rows: rows.map { Int(before[$0]) }))
    return (1 - Double(distance) / Double(lag + 1)) * (cross + cross.transposed)
  }

  /// The whole part of T^(1/4), as plm and the usual textbooks have it.
  static func automaticLag(_ periods: Int) -> Int {
    Int(Double(periods).squareRoot().squareRoot())
  }

  private func checkLag(_ lag: Int, _ name: String, _ periods: Int) throws(DataError) {
    guard sample.axis.hasDistances else {
      throw .notIdentified("\(name) needs periods or whole numbers as times")
    }
    guard periods > 1 else { throw .notIdentified("\(name) needs several periods") }
    guard lag < periods else {
      throw .notIdentified("a lag of \(lag) does not fit into \(periods) periods")
    }
  }

  // MARK: Units or periods with one covariance

  private func panelCorrected(byUnit: Bool) throws(DataError) -> CovarianceEstimate {
    guard sample.isBalanced else {
      throw .notIdentified(
        "a panel-corrected covariance needs a balanced panel; --unbalanced balance makes it one")
    }
    let units = sample.units.count
    let periods = sample.axis.labels.count
    let outer = byUnit ? periods : units
    let inner = byUnit ? units : periods
    func row(_ outer: Int, _ inner: Int) -> Int {
      byUnit ? inner * periods + outer : outer * periods + inner
    }
    let errors = Matrix(rows: outer, columns: inner) { fit.residuals[row($0, $1)] }
    let shared = 1 / Double(outer) * errors.gram()
    var meat = Matrix(rows: columnCount, columns: columnCount)
    for block in 0..<outer {
      let x = Matrix(rows: inner, columns: columnCount) { fit.columns[$1][row(block, $0)] }
      meat = meat + x.transposedProduct(shared * x)
    }
    return CovarianceEstimate(
      matrix: fit.sandwich(meat), degreesOfFreedom: same(fit.degreesOfFreedom))
  }
}

extension CovarianceEstimate {
  /// Sets negative eigenvalues to 0, where there are any, and says so (Cameron, Gelbach and Miller 2011, section 2.3).
  mutating func makePositive(_ name: String) {
    guard let eigen = SymmetricEigen(matrix), let largest = eigen.values.last, largest > 0,
      let least = eigen.values.first, least < -1e-14 * largest
    else { return }
    let roots = eigen.values.map { max($0, 0).squareRoot() }
    let half = Matrix(rows: roots.count, columns: roots.count) {
      eigen.vectors[$0, $1] * roots[$1]
    }
    matrix = half.productTransposed(half)
    warnings.append(
      "the \(name) covariance was not positive semi-definite; its negative eigenvalues are set to 0"
    )
  }
}

/// Groups of rows.
struct ClusterGrouping: Sendable {
  let name: String
  let names: [String]
  let codes: [Int32]

  var count: Int { names.count }

  init(_ column: CodedColumn, name: String) {
    self.name = name
    names = column.values
    codes = column.codes
  }

  private init(name: String, names: [String], codes: [Int32]) {
    self.name = name
    self.names = names
    self.codes = codes
  }

  /// Groups of the rows that share both groups, numbered by their first row.
  func crossed(with other: ClusterGrouping) -> ClusterGrouping {
    var numbers: [Int64: Int32] = [:]
    let codes = zip(self.codes, other.codes).map { first, second -> Int32 in
      let key = Int64(first) << 32 | Int64(second)
      if let number = numbers[key] { return number }
      let number = Int32(numbers.count)
      numbers[key] = number
      return number
    }
    return ClusterGrouping(
      name: "\(name) x \(other.name)", names: Array(repeating: "", count: numbers.count),
      codes: codes)
  }

  /// The sums of some columns: one row a group.
  func sums(of columns: [[Double]]) -> Matrix {
    Matrix(
      rows: count, columns: columns.count,
      elements: Parallel.map(columns.count) {
        GroupSums.of(columns[$0], weights: nil, codes: codes, count: count)
      }.flatMap(\.self))
  }

  var warnings: [String] {
    count < 20
      ? [
        "\(count) groups of '\(name)' are few; cr2 or --wild is safer than cr1"
      ] : []
  }
}

extension LinearFit {
  /// The weight of each row in its own fitted value by the columns alone, as plm has it.
  var rowLeverages: [Double] {
    var result = [Double](repeating: 0, count: rowCount)
    for a in columns.indices {
      for b in columns.indices {
        let weight = inverseGram[a, b]
        for row in result.indices { result[row] += weight * columns[a][row] * columns[b][row] }
      }
    }
    return result
  }

  /// A column less what the others say about it.
  func partialled(_ index: Int) -> [Double] {
    var result = [Double](repeating: 0, count: rowCount)
    for other in columns.indices {
      let weight = inverseGram[other, index] / inverseGram[index, index]
      for row in result.indices { result[row] += weight * columns[other][row] }
    }
    return result
  }
}
