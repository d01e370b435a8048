internal import ESSData
internal import ESSNumerics

/// A total over records and over those of each sampling unit.
struct KnownTotal: Sendable {
  let whole: Double
  let units: [Double]
}

/// Evaluates what measures are made of on one cell, each at most once: totals, ranks, quantiles, as values alone, linearised, or on
/// every replicate.
final class CellEvaluator {
  /// What is carried along with values.
  enum Mode {
    case values
    case linear
    case replicates(ReplicatePlan)
  }

  let cell: RankedCell
  let mode: Mode
  let bandwidth: DensityBandwidth
  /// Totals of records that are no longer there.
  private let known: [AdditiveTerm: KnownTotal]
  private var terms: [AdditiveTerm: Varying] = [:]
  private var ranks: [RankTerm: Varying] = [:]
  private lazy var plans = FactorBlocks(cell, mode)

  init(_ cell: RankedCell, _ mode: Mode, bandwidth: DensityBandwidth = .ranks) {
    self.cell = cell
    self.mode = mode
    self.bandwidth = bandwidth
    known = [:]
  }

  /// An evaluator of known totals, of records that are no longer there.
  init(totals: [AdditiveTerm: KnownTotal], support: Support, _ mode: Mode) {
    cell = RankedCell(values: [], weights: [], units: [], support: support)
    self.mode = mode
    bandwidth = .ranks
    known = totals
  }

  /// An evaluator of another cell in the same mode.
  func evaluator(of cell: RankedCell) -> CellEvaluator {
    CellEvaluator(cell, mode, bandwidth: bandwidth)
  }

  /// Number of records with weight.
  var count: Int { cell.count }
  /// The lowest welfare; 0 without records.
  var lowest: Double { cell.values.first ?? 0 }
  /// Whether all records have the same welfare.
  var isConstant: Bool { cell.values.first == cell.values.last }

  /// Sum of weights.
  var weight: Varying { total(.weight) }
  /// Weighted sum of welfare.
  var welfare: Varying { total(.welfare) }
  /// Mean welfare.
  var mean: Varying { welfare / weight }

  // MARK: Totals

  /// A total over the records.
  func total(_ term: AdditiveTerm) -> Varying {
    totals([term])[0]
  }

  /// Totals over the records; on replicates all new ones come from one matrix product.
  @discardableResult
  func totals(_ wanted: [AdditiveTerm]) -> [Varying] {
    let new = wanted.filter { terms[$0] == nil }.distinct
    switch mode {
    case .values:
      for term in new { terms[term] = Varying(known[term]?.whole ?? term.sum(cell)) }
    case .linear:
      for term in new {
        let total = known[term] ?? term.total(cell)
        terms[term] = Varying(total.whole, .linear(cell.support, total.units))
      }
    case .replicates(let plan):
      guard !new.isEmpty else { break }
      let totals = new.map { known[$0] ?? $0.total(cell, isWeighted: !plan.isByRecord) }
      let products = plans.products(
        Matrix(
          rows: cell.support.units.count, columns: new.count,
          elements: Array(totals.map(\.units).joined())))
      for (column, term) in new.enumerated() {
        let value = totals[column].whole
        terms[term] = Varying(
          value, .replicates(plans.spread(products.column(column), neutral: value)))
      }
    }
    return wanted.compactMap { terms[$0] }
  }

  /// A total over the poor on a line that may itself be estimated; NaN where the line has no height, as that of a mean beyond the range of doubles.
  func total(_ term: (FixedLine) -> AdditiveTerm, _ line: Varying, _ tie: LineTie) -> Varying {
    guard line.value.isFinite else { return Varying(.nan) }
    let fixed = term(FixedLine(line.value, tie))
    switch line.motion {
    case .fixed: return total(fixed)
    case .linear:
      return total(fixed) + slope(of: fixed) * (line - line.value)
    case .replicates(let lines):
      return eachReplicate(fixed.sum(cell), lines) { weights, z in
        var cell = self.cell
        cell.weights = ArraySlice(weights)
        return term(FixedLine(z, tie)).sum(cell)
      }
    }
  }

  /// The derivative of a total over the poor with respect to the line.
  private func slope(of term: AdditiveTerm) -> Double {
    switch term {
    case .poor(let line): return density(at: line.z)
    case .gap(let alpha, let line):
      return AdditiveTerm.gapSlope(alpha, line).sum(cell)
    case .logGap(let line, _): return AdditiveTerm.poor(line).sum(cell) / line.z
    default: return 0
    }
  }

  // MARK: Ranks

  /// A number that depends on the ranks of the records.
  func rank(_ term: RankTerm) -> Varying {
    if let known = ranks[term] { return known }
    let result: Varying
    switch mode {
    case .values: result = Varying(term.value(cell))
    case .linear: result = linearised(term)
    case .replicates:
      result = eachReplicate(term.value(cell), []) { weights, _ in
        var cell = self.cell
        cell.weights = ArraySlice(weights)
        return term.value(cell)
      }
    }
    ranks[term] = result
    return result
  }

  /// The Gini index and quantiles, which on replicates come from one sweep over the records.
  func prepare(gini: Bool, quantiles: [Double], rule: QuantileRule) {
    guard case .replicates(let plan) = mode, gini || !quantiles.isEmpty, count > 0,
      rule == .inverse || rule == .averagedInverse
    else { return }
    let shares = quantiles.distinct
    let rows = plans.active.count
    var ginis = [Double](repeating: 0, count: rows)
    var values = [[Double]](repeating: Array(repeating: 0, count: rows), count: shares.count)
    plans.forEach { first, factors in
      let sweep = ReplicateSweep(cell, factors, isWeighted: !plan.isByRecord)
      for row in 0..<factors.rows { ginis[first + row] = sweep.gini(row) }
      for (number, share) in shares.enumerated() {
        for row in 0..<factors.rows {
          values[number][first + row] = sweep.quantile(share, row, rule)
        }
      }
    }
    func keep(_ term: RankTerm, _ replicates: [Double]) {
      let value = term.value(cell)
      ranks[term] = Varying(value, .replicates(plans.spread(replicates[...], neutral: value)))
    }
    if gini { keep(.gini, ginis) }
    for (number, share) in shares.enumerated() { keep(.quantile(share, rule), values[number]) }
  }

  private func linearised(_ term: RankTerm) -> Varying {
    let value = term.value(cell)
    guard count > 0, value.isFinite else {
      return Varying(
        value, .linear(cell.support, Array(repeating: 0, count: cell.support.units.count)))
    }
    let influence = term.influence(cell, value: value, bandwidth: bandwidth)
    return Varying(value, .linear(cell.support, unitTotals(influence)))
  }

  /// The totals by unit of weights times an influence.
  func unitTotals(_ influence: [Double]) -> [Double] {
    var totals = [Double](repeating: 0, count: cell.support.units.count)
    let cell = cell
    let (weights, units) = (cell.weights.span, cell.units.span)
    for i in influence.indices { totals[Int(units[i])] += weights[i] * influence[i] }
    return totals
  }

  /// A ranked number on a line that may itself be estimated: its value and slope at the line.
  func rank(
    _ term: (FixedLine) -> RankTerm, _ line: Varying, _ tie: LineTie
  ) -> Varying {
    guard line.value.isFinite else { return Varying(.nan) }
    let fixed = term(FixedLine(line.value, tie))
    switch line.motion {
    case .fixed: return rank(fixed)
    case .linear:
      return rank(fixed) + fixed.slope(cell, density: density(at: line.value)) * (line - line.value)
    case .replicates(let lines):
      return eachReplicate(fixed.value(cell), lines) { weights, z in
        var cell = self.cell
        cell.weights = ArraySlice(weights)
        return term(FixedLine(z, tie)).value(cell)
      }
    }
  }

  /// The density of welfare, times the sum of weights.
  func density(at z: Double) -> Double { WelfareDensity(cell, bandwidth).total(at: z) }

  // MARK: Replicates

  /// Evaluates a function on the weights of every replicate, and on the line that the replicate has, if any.
  private func eachReplicate(
    _ value: Double, _ lines: [Double], _ function: (_ weights: [Double], _ line: Double) -> Double
  ) -> Varying {
    guard case .replicates(let plan) = mode else { return Varying(value) }
    // A line moves in every replicate, even in those that leave the cell's weights alone.
    let active = lines.isEmpty ? plans.active : Array(0..<plan.count)
    var results = [Double](repeating: value, count: plan.count)
    var weights = [Double](repeating: 0, count: count)
    plans.forEach(active) { first, factors in
      for row in 0..<factors.rows {
        plans.weights(of: row, factors, into: &weights)
        let r = active[first + row]
        results[r] = function(weights, lines.isEmpty ? 0 : lines[r])
      }
    }
    return Varying(value, .replicates(results))
  }
}
