internal import ESSData
internal import ESSNumerics

/// Turns numbers that move with a sample into estimates with standard errors.
struct SurveyEstimator: Sendable {
  let sample: SurveySample
  let options: VarianceOptions
  let mode: CellMode
  private let variance: DesignVariance
  private let plan: ReplicatePlan?

  /// What cells carry along.
  enum CellMode: Sendable {
    case values
    case linear
    case replicates
  }

  init(_ sample: SurveySample, _ options: VarianceOptions) throws(DataError) {
    self.sample = sample
    self.options = options
    let design = options.singlePSU == .collapse ? sample.design.collapsed() : sample.design
    variance = DesignVariance(design, options.singlePSU)
    plan = try ReplicatePlan(sample, design, options)
    mode = options.method == .none ? .values : plan == nil ? .linear : .replicates
  }

  /// Arranges the sample's records by group, in ascending order of the given values.
  func arranged(_ groups: RecordGroups, by values: [Double]) -> ArrangedSample {
    var units: [Int32] = []
    var unitCount = sample.design.psuCount
    if mode != .values {
      units = sample.design.psu
      if plan?.isByRecord ?? false {
        units = Array(0..<Int32(sample.count))
        unitCount = sample.count
      }
    }
    return ArrangedSample(
      groups, values: values, weights: sample.weight, units: units, unitCount: unitCount)
  }

  /// An evaluator of a cell.
  func evaluator(_ cell: RankedCell) -> CellEvaluator {
    CellEvaluator(cell, evaluation, bandwidth: options.bandwidth)
  }

  /// An evaluator of known totals.
  func evaluator(totals: [AdditiveTerm: KnownTotal], support: Support) -> CellEvaluator {
    CellEvaluator(totals: totals, support: support, evaluation)
  }

  private var evaluation: CellEvaluator.Mode {
    switch mode {
    case .values: .values
    case .linear: .linear
    case .replicates: plan.map { .replicates($0) } ?? .values
    }
  }

  /// The estimate of a number from the cells that it depends on.
  ///
  /// For the design effect, `effect` is the cell and what evaluates the number on it.
  func estimate(
    _ number: Varying, from cells: [CellSize], isProportion: Bool = false,
    effect: (cell: RankedCell, statistic: (CellEvaluator) -> Varying)? = nil
  ) throws(DataError) -> SurveyEstimate {
    let count = cells.reduce(0) { $0 + $1.count }
    let population = cells.reduce(0) { $0 + $1.population }
    guard count > 0 else { return .missing("no record with weight") }
    guard number.value.isFinite else {
      return .missing(
        "not defined on these records", count: count, population: population)
    }
    func plain(_ notes: [String] = []) -> SurveyEstimate {
      SurveyEstimate(
        value: number.value, count: count, population: population, notes: notes)
    }
    guard mode != .values else { return plain() }
    if count == 1 { return plain(["one record: no standard error"]) }
    guard let spread = try spread(number, cells) else {
      return plain(["fewer than two replicates have a value"])
    }
    guard spread.degreesOfFreedom > 0 else {
      return plain(["no degrees of freedom"] + spread.notes)
    }
    guard spread.variance.isFinite else {
      return plain(["the standard error is not defined on these records"] + spread.notes)
    }
    let standardError = spread.variance.squareRoot()
    let rule = IntervalRule(method: options.interval, level: options.level)
    let interval = rule.interval(
      number.value, standardError, degreesOfFreedom: spread.degreesOfFreedom, count: count,
      isProportion: isProportion)
    var notes = spread.notes
    if interval == nil, isProportion {
      notes.append("no logit interval of a proportion of 0 or 1; beta intervals have one")
    }
    let effect = effect.flatMap { designEffect($0.statistic, spread.variance, $0.cell) }
    return SurveyEstimate(
      value: number.value, standardError: standardError, interval: interval,
      intervalMethod: interval.map { _ in rule.method(isProportion: isProportion) },
      degreesOfFreedom: spread.degreesOfFreedom, designEffect: effect, count: count,
      population: population, notes: notes)
  }

  private struct Spread {
    var variance: Double
    var degreesOfFreedom: Double
    var notes: [String] = []
  }

  private func spread(_ number: Varying, _ cells: [CellSize]) throws(DataError) -> Spread? {
    var spread: Spread
    switch number.motion {
    case .fixed: spread = Spread(variance: 0, degreesOfFreedom: degreesOfFreedom(cells))
    case .linear(let support, let totals):
      spread = Spread(
        variance: try variance.variance(support, totals),
        degreesOfFreedom: variance.degreesOfFreedom(of: support))
    case .replicates(let values):
      guard let plan, let found = replicateVariance(values, number.value, plan, cells) else {
        return nil
      }
      spread = found
      spread.degreesOfFreedom = degreesOfFreedom(cells)
    }
    if let given = options.degreesOfFreedom { spread.degreesOfFreedom = given }
    return spread
  }

  /// Those of the design; one less than the replicates where these were given.
  private func degreesOfFreedom(_ cells: [CellSize]) -> Double {
    if let plan, plan.isByRecord { return Double(plan.count - 1) }
    let support =
      cells.count == 1
      ? cells[0].support : Support(Set(cells.flatMap(\.support.units)).sorted())
    return variance.degreesOfFreedom(of: support)
  }

  private func replicateVariance(
    _ values: [Double], _ value: Double, _ plan: ReplicatePlan, _ cells: [CellSize]
  ) -> Spread? {
    let all = plan.replicates(ofSamplesOf: cells.flatMap(\.support.units))
    let used = all.filter { values[$0].isFinite }
    guard used.count > 1 else { return nil }
    let mean = used.reduce(0) { $0 + values[$1] } / Double(used.count)
    let centre = options.centre == .mean ? mean : value
    var squares = used.reduce(0.0) {
      $0 + plan.scales[$1] * (values[$1] - centre) * (values[$1] - centre)
    }
    var notes: [String] = []
    if used.count < all.count {
      notes.append("\(all.count - used.count) of \(all.count) replicates have no value")
      if plan.isMean { squares *= Double(all.count) / Double(used.count) }
    }
    return Spread(variance: squares, degreesOfFreedom: 0, notes: notes)
  }

  /// The variance over that of a simple random sample of as many records, by the influence function.
  private func designEffect(
    _ statistic: (CellEvaluator) -> Varying, _ variance: Double, _ cell: RankedCell
  ) -> Double? {
    guard let base = options.designEffect, cell.count > 1 else { return nil }
    let cell = cell.byRecord
    let evaluator = CellEvaluator(cell, .linear, bandwidth: options.bandwidth)
    guard case .linear(_, let totals) = statistic(evaluator).motion else { return nil }
    var (squares, sum, population) = (0.0, 0.0, 0.0)
    for (total, weight) in zip(totals, cell.weights) {
      squares += total * total / weight
      sum += total
      population += weight
    }
    let count = Double(cell.count)
    var simple = (squares - sum * sum / population) * population / (count - 1)
    if base == .withoutReplacement { simple *= 1 - count / population }
    return simple > 0 ? variance / simple : nil
  }
}
