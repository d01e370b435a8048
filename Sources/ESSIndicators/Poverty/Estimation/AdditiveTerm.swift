internal import Glibc

/// Whether a record exactly on the line is poor.
public enum LineTie: String, Sendable, CaseIterable {
  /// It is not: poor means strictly below the line.
  case strict
  /// It is.
  case inclusive
}

/// A poverty line of known height, and what becomes of records on it.
///
/// Welfare within four units in the last place of the line is on the line, so that a line that was scaled does not decide by its
/// rounding error.
struct FixedLine: Hashable, Sendable {
  let z: Double
  let tie: LineTie

  init(_ z: Double, _ tie: LineTie) {
    self.z = z
    self.tie = tie
  }

  /// Whether a record is poor.
  func isPoor(_ y: Double) -> Bool {
    let tolerance = 4 * z.ulp
    return tie == .strict ? y < z - tolerance : y <= z + tolerance
  }
}

/// A sum over records of weight times a function of welfare.
enum AdditiveTerm: Hashable, Sendable {
  /// 1: the population.
  case weight
  /// Welfare.
  case welfare
  /// A power of welfare.
  case power(Double)
  /// The logarithm of welfare.
  case log
  /// Welfare times its logarithm; 0 at 0.
  case welfareLog
  /// 1 for the poor.
  case poor(FixedLine)
  /// A power of the relative gap (z - y) / z of the poor.
  case gap(Double, FixedLine)
  /// The derivative of `gap` with respect to the line.
  case gapSlope(Double, FixedLine)
  /// The logarithm of z / y of the poor, welfare below `floor` raised to it; records at or below zero are left out.
  case logGap(FixedLine, floor: Double)

  /// The sum.
  func sum(_ cell: RankedCell) -> Double {
    var total = 0.0
    let weights = cell.weights.span
    visit(cell) { i, value in total += weights[i] * value }
    return total
  }

  /// The sums by sampling unit, of weights times the function or of the function alone.
  func unitTotals(_ cell: RankedCell, isWeighted: Bool) -> [Double] {
    var totals = [Double](repeating: 0, count: cell.support.units.count)
    let (weights, units) = (cell.weights.span, cell.units.span)
    if isWeighted {
      visit(cell) { i, value in totals[Int(units[i])] += weights[i] * value }
    } else {
      visit(cell) { i, value in totals[Int(units[i])] += value }
    }
    return totals
  }

  /// Calls with each record for which the function is not zero.
  @inline(__always)
  private func visit(_ cell: RankedCell, _ body: (Int, Double) -> Void) {
    let values = cell.values.span
    let all = 0..<cell.count
    func poor(_ line: FixedLine) -> Range<Int> { 0..<cell.lowerCount(where: line.isPoor) }
    switch self {
    case .weight: for i in all { body(i, 1) }
    case .welfare: for i in all { body(i, values[i]) }
    case .power(let exponent): for i in all { body(i, pow(values[i], exponent)) }
    case .log: for i in all { body(i, Glibc.log(values[i])) }
    case .welfareLog:
      for i in all where values[i] != 0 { body(i, values[i] * Glibc.log(values[i])) }
    case .poor(let line): for i in poor(line) { body(i, 1) }
    case .gap(1, let line):
      for i in poor(line) { body(i, max(0, (line.z - values[i]) / line.z)) }
    case .gap(2, let line):
      for i in poor(line) {
        let gap = max(0, (line.z - values[i]) / line.z)
        body(i, gap * gap)
      }
    case .gap(let alpha, let line):
      for i in poor(line) { body(i, pow(max(0, (line.z - values[i]) / line.z), alpha)) }
    case .gapSlope(let alpha, let line):
      for i in poor(line) {
        let gap = max(0, (line.z - values[i]) / line.z)
        body(i, alpha * pow(gap, alpha - 1) * values[i] / (line.z * line.z))
      }
    case .logGap(let line, let floor):
      for i in poor(line) {
        let y = max(values[i], floor)
        if y > 0 { body(i, max(0, Glibc.log(line.z / y))) }
      }
    }
  }
}
