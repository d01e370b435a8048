public import ESSData
internal import ESSNumerics

/// Stochastic dominance of two periods or two domains: whether one has less poverty than the other for every line in a range, and
/// every index of a class.
///
/// Order 1 speaks for the headcount ratio and all indices that fall with welfare, order 2 for the poverty gap and those that also care for
/// transfers, order 3 for the squared gap (Foster and Shorrocks 1988, Econometrica 56, 173-177). Differences at single lines have
/// standard errors under the design, with the covariance of overlapping PSUs (Davidson and Duclos 2000, Econometrica 68, 1435-1464).
public struct PovertyDominance: Sendable {
  /// What to compare.
  public struct Options: Sendable {
    /// The two sides.
    public var comparison: SurveyComparison
    /// Orders, from 1 to 3.
    public var orders: [Int]
    /// The lowest and highest line; `nil` for the 5 % and 80 % quantiles of both sides together.
    public var range: ClosedRange<Double>?
    /// Number of lines at equal distances.
    public var lines: Int
    /// Whether a record on the line is poor.
    public var tie: LineTie
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      comparison: SurveyComparison, orders: [Int] = [1, 2, 3], range: ClosedRange<Double>? = nil,
      lines: Int = 20, tie: LineTie = .strict, variance: VarianceOptions = VarianceOptions()
    ) {
      self.comparison = comparison
      self.orders = orders
      self.range = range
      self.lines = lines
      self.tie = tie
      self.variance = variance
    }
  }

  /// The FGT index of the order less one at one line.
  public struct Point: Sendable {
    /// The line.
    public let line: Double
    /// On the first side.
    public let first: SurveyEstimate
    /// On the second side.
    public let second: SurveyEstimate
    /// Second less first.
    public let difference: SurveyEstimate

    /// Difference over its standard error; `nil` without one.
    public var statistic: Double? {
      guard let value = difference.value, let error = difference.standardError, error > 0 else {
        return nil
      }
      return value / error
    }
  }

  /// What the curves say of an order.
  public enum Verdict: String, Sendable {
    /// The first side has less poverty at every line of the range, or as much.
    case first
    /// The second side has.
    case second
    /// The curves cross.
    case crossing
    /// The curves are the same.
    case equal
  }

  /// The comparison of one order.
  public struct Order: Sendable {
    /// 1, 2 or 3.
    public let order: Int
    /// By line.
    public let points: [Point]
    /// Lines at which the sample curves cross, exactly, in ascending order.
    public let crossings: [Double]
    /// What the sample curves say.
    public let verdict: Verdict
    /// The smallest absolute statistic in favour of the verdict; dominance is significant if it is above `critical` (Kaur, Prakasa Rao
    /// and Singh 1994, Econometric Theory 10, 854-866). `nil` for curves that cross or lines without a statistic.
    public let least: Double?
    /// The largest absolute statistic; equality of the curves is rejected if it is above `simultaneous`.
    public let greatest: Double?
    /// One-sided critical value of t at the confidence level.
    public let critical: Double?
    /// Two-sided critical value for all lines together (Sidak 1967).
    public let simultaneous: Double?
  }

  /// One pair of cells.
  public struct Row: Sendable {
    /// Where the result stands.
    public let cell: SurveyCell
    /// The range of lines.
    public let range: ClosedRange<Double>
    /// By order.
    public let orders: [Order]
  }

  /// The options.
  public let options: Options
  /// One row a pair, in the order of the cells.
  public let rows: [Row]
  /// The sample's column mapping.
  public let columns: SurveyColumns

  /// Compares the two sides; throws for a side that the sample does not have.
  public init(_ sample: SurveySample, _ options: Options) throws(DataError) {
    precondition(options.lines >= 2 && options.orders.allSatisfy { (1...3).contains($0) })
    self.options = options
    columns = sample.columns
    guard !sample.welfare.isEmpty else { throw .notIdentified("the sample has no welfare") }
    if let range = options.range, !(range.lowerBound > 0) {
      throw .notIdentified("the lowest line is not above zero")
    }
    let estimator = try SurveyEstimator(sample, options.variance)
    let cells = ArrangedCells(estimator, by: sample.welfare)
    var rows: [Row] = []
    for pair in try CellPair.pairs(options.comparison, of: cells.cells) {
      let comparison = Comparison(
        first: cells[pair.first], second: cells[pair.second], estimator: estimator,
        options: options)
      if let row = try comparison.row(pair.cell) { rows.append(row) }
    }
    guard !rows.isEmpty else {
      throw .notIdentified("no domain has records with weight and positive welfare on both sides")
    }
    self.rows = rows
  }
}

private struct Comparison {
  let first: RankedCell
  let second: RankedCell
  let estimator: SurveyEstimator
  let options: PovertyDominance.Options

  func row(_ cell: SurveyCell) throws(DataError) -> PovertyDominance.Row? {
    guard first.count > 0, second.count > 0, let range = range() else { return nil }
    let curves = DominanceCurves(first, second)
    let evaluators = [first, second].map(estimator.evaluator)
    var orders: [PovertyDominance.Order] = []
    for order in options.orders {
      var points: [PovertyDominance.Point] = []
      for step in 0..<options.lines {
        let share = Double(step) / Double(options.lines - 1)
        points.append(
          try point(
            order, range.lowerBound + share * (range.upperBound - range.lowerBound), evaluators))
      }
      orders.append(judged(order, points, curves.crossings(order: order, in: range)))
    }
    return PovertyDominance.Row(cell: cell, range: range, orders: orders)
  }

  /// The range asked for, or the 5 % and 80 % quantiles of both sides, each with half the weight.
  private func range() -> ClosedRange<Double>? {
    if let range = options.range { return range }
    let people = [first, second].map { AdditiveTerm.weight.sum($0) }
    let weights = first.weights.map { $0 / people[0] } + second.weights.map { $0 / people[1] }
    let values = Array(first.values) + Array(second.values)
    guard let sorted = WeightedQuantiles(values, weights: weights) else { return nil }
    let ends = [0.05, 0.8].map { sorted.quantile($0) }
    let positive = values.lazy.filter { $0 > 0 }.min() ?? 0
    let lower = max(ends[0], positive)
    return lower > 0 && lower < ends[1] ? lower...ends[1] : nil
  }

  private func point(
    _ order: Int, _ z: Double, _ evaluators: [CellEvaluator]
  ) throws(DataError) -> PovertyDominance.Point {
    let line = FixedLine(z, options.tie)
    let term: AdditiveTerm = order == 1 ? .poor(line) : .gap(Double(order - 1), line)
    let numbers = evaluators.map { $0.total(term) / $0.weight }
    let sizes = [first, second].map(CellSize.init)
    return PovertyDominance.Point(
      line: z,
      first: try estimator.estimate(numbers[0], from: [sizes[0]], isProportion: order == 1),
      second: try estimator.estimate(numbers[1], from: [sizes[1]], isProportion: order == 1),
      difference: try estimator.estimate(numbers[1] - numbers[0], from: sizes))
  }

  private func judged(
    _ order: Int, _ points: [PovertyDominance.Point], _ found: (lines: [Double], signs: [Int])
  ) -> PovertyDominance.Order {
    let verdict: PovertyDominance.Verdict =
      found.signs.count > 1
      ? .crossing : found.signs.isEmpty ? .equal : found.signs[0] < 0 ? .first : .second
    let statistics = points.map(\.statistic)
    var least: Double?
    if verdict == .first || verdict == .second, !statistics.contains(where: { $0 == nil }) {
      // In favour of the first side is a positive difference.
      let sign = verdict == .first ? 1.0 : -1
      least = statistics.compactMap { $0.map { sign * $0 } }.min()
    }
    let greatest = statistics.compactMap { $0.map(abs) }.max()
    let freedom = points.compactMap(\.difference.degreesOfFreedom).min()
    let level = options.variance.level
    let together = SpecialFunctions.power(level, 1 / Double(points.count))
    let t = freedom.map { StudentT(degreesOfFreedom: $0) }
    return PovertyDominance.Order(
      order: order, points: points, crossings: found.lines, verdict: verdict, least: least,
      greatest: greatest, critical: t.map { $0.quantile(level) },
      simultaneous: t.map { $0.quantile((1 + together) / 2) })
  }
}
