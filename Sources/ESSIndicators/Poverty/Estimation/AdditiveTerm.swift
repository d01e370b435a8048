internal import ESSNumerics
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
  /// The highest welfare on the line, or the lowest one where that is not poor.
  private let bound: Double

  init(_ z: Double, _ tie: LineTie) {
    self.z = z
    self.tie = tie
    bound = tie == .strict ? z - 4 * z.ulp : z + 4 * z.ulp
  }

  /// Whether a record is poor.
  @inline(__always)
  func isPoor(_ y: Double) -> Bool { tie == .strict ? y < bound : y <= bound }

  /// The relative gap of a poor record.
  @inline(__always)
  func gap(_ y: Double) -> Double { max(0, (z - y) / z) }
}

/// A sum over records of weight times a function of welfare.
///
/// Sums are exact and rounded once, so that they do not depend on the order of the records, nor on whether these are in memory.
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
    var total = CompactSum()
    let weights = cell.weights.span
    visit(cell) { i, value in total.add(weights[i] * value) }
    return total.value
  }

  /// The sum, and the sums by sampling unit; of weights times the function, or by unit of the function alone.
  func total(_ cell: RankedCell, isWeighted: Bool = true) -> KnownTotal {
    var sums = [CompactSum](repeating: CompactSum(), count: cell.support.units.count)
    let (weights, units) = (cell.weights.span, cell.units.span)
    guard isWeighted, 4 * sums.count < cell.count else {
      if isWeighted {
        visit(cell) { i, value in sums[Int(units[i])].add(weights[i] * value) }
      } else {
        visit(cell) { i, value in sums[Int(units[i])].add(value) }
      }
      return KnownTotal(whole: sum(cell), units: sums.map(\.value))
    }
    visit(cell) { i, value in sums[Int(units[i])].add(weights[i] * value) }
    // Exact sums add up to the same in any order, and there are fewer of them than records.
    var whole = CompactSum()
    for sum in sums { whole.merge(sum) }
    return KnownTotal(whole: whole.value, units: sums.map(\.value))
  }

  /// Calls with each record for which the function is not zero.
  @inline(__always)
  private func visit(_ cell: RankedCell, _ body: (Int, Double) -> Void) {
    let values = cell.values.span
    guard let line else {
      switch self {
      case .weight: for i in 0..<cell.count { body(i, 1) }
      case .welfare: for i in 0..<cell.count { body(i, values[i]) }
      default: for i in 0..<cell.count { body(i, function(values[i])) }
      }
      return
    }
    let poor = 0..<cell.lowerCount(where: line.isPoor)
    switch self {
    case .poor: for i in poor { body(i, 1) }
    case .gap(1, _): for i in poor { body(i, line.gap(values[i])) }
    case .gap(2, _):
      for i in poor {
        let gap = line.gap(values[i])
        body(i, gap * gap)
      }
    default: for i in poor { body(i, function(values[i])) }
    }
  }

  /// The line that the function looks at.
  var line: FixedLine? {
    switch self {
    case .poor(let line), .gap(_, let line), .gapSlope(_, let line), .logGap(let line, _): line
    case .weight, .welfare, .power, .log, .welfareLog: nil
    }
  }

  /// The function, of the poor only where there is a line.
  func function(_ y: Double) -> Double {
    switch self {
    case .weight, .poor: return 1
    case .welfare: return y
    case .power(let exponent): return pow(y, exponent)
    case .log: return Glibc.log(y)
    case .welfareLog: return y == 0 ? 0 : y * Glibc.log(y)
    case .gap(1, let line): return line.gap(y)
    case .gap(2, let line): return line.gap(y) * line.gap(y)
    case .gap(let alpha, let line): return pow(line.gap(y), alpha)
    case .gapSlope(let alpha, let line):
      return alpha * pow(line.gap(y), alpha - 1) * y / (line.z * line.z)
    case .logGap(let line, let floor):
      let y = max(y, floor)
      return y > 0 ? max(0, Glibc.log(line.z / y)) : 0
    }
  }
}
