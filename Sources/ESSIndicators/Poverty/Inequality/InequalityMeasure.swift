internal import ESSData
internal import ESSNumerics
internal import Glibc

/// A measure of inequality.
public enum InequalityMeasure: Sendable, Hashable {
  /// What is done about the small-sample bias of the Gini index.
  public enum GiniCorrection: String, Sendable, CaseIterable {
    /// Nothing: the index of the weighted records as they are.
    case none
    /// The index times n / (n - 1), n the number of records with weight.
    case records
  }

  /// What the ratio of the richest to the poorest fifth compares.
  public enum QuintileRule: String, Sendable, CaseIterable {
    /// Shares of welfare on the interpolated Lorenz curve: (1 - L(0.8)) / L(0.2).
    case lorenz
    /// Welfare of records above the 80 % quantile over that of records at or below the 20 % quantile, as laeken has it.
    case quantiles
  }

  /// The Gini index, exact for weights.
  case gini(GiniCorrection = .none)
  /// Generalised entropy of parameter alpha; 0 is the mean log deviation, 1 Theil's T.
  case generalisedEntropy(Double)
  /// Atkinson's index for an inequality aversion epsilon above 0.
  case atkinson(Double)
  /// The share of the richest tenth over that of the poorest four tenths.
  case palma
  /// The ratio of the richest to the poorest fifth.
  case quintileRatio(QuintileRule = .lorenz)
  /// The share of welfare that persons between two ranks have.
  case share(from: Double, to: Double)
  /// Wolfson's (1994) polarisation.
  case wolfson

  /// The mean log deviation.
  public static let meanLogDeviation = InequalityMeasure.generalisedEntropy(0)
  /// Theil's T.
  public static let theil = InequalityMeasure.generalisedEntropy(1)

  /// Whether `nonpositive` has a say.
  var takesPowers: Bool {
    switch self {
    case .generalisedEntropy, .atkinson: true
    default: false
    }
  }

  /// Whether welfare must be above zero; else at least zero if `needsNonnegative`.
  var needsPositive: Bool {
    switch self {
    case .generalisedEntropy(let alpha): alpha <= 0
    case .atkinson(let epsilon): epsilon >= 1
    default: false
    }
  }

  /// Whether welfare below zero has no value.
  var needsNonnegative: Bool {
    switch self {
    case .generalisedEntropy(let alpha): alpha <= 1 || alpha != alpha.rounded()
    case .atkinson: true
    default: false
    }
  }

  /// Its indicator and the last part of the component.
  var row: (indicator: String, part: String) {
    switch self {
    case .gini: ("inequality.gini", "")
    case .generalisedEntropy(let alpha):
      ("inequality.generalised_entropy", "alpha:\(NumberText.shortest(alpha))")
    case .atkinson(let epsilon):
      ("inequality.atkinson", "epsilon:\(NumberText.shortest(epsilon))")
    case .palma: ("inequality.palma", "")
    case .quintileRatio(let rule): ("inequality.quintile_ratio", rule.rawValue)
    case .share(let from, let to):
      ("inequality.share", "\(NumberText.shortest(from))-\(NumberText.shortest(to))")
    case .wolfson: ("inequality.wolfson", "")
    }
  }

  /// Its name and parameters in `method`.
  var description: String {
    switch self {
    case .gini(let correction): "gini(correction=\(correction.rawValue)"
    case .generalisedEntropy(let alpha):
      "generalised_entropy(alpha=\(NumberText.shortest(alpha))"
    case .atkinson(let epsilon): "atkinson(epsilon=\(NumberText.shortest(epsilon))"
    case .palma: "palma(shares=lorenz"
    case .quintileRatio(let rule): "quintile_ratio(shares=\(rule.rawValue)"
    case .share(let from, let to):
      "share(from=\(NumberText.shortest(from)),to=\(NumberText.shortest(to)),shares=lorenz"
    case .wolfson: "wolfson(form=2m(1-2L-G)/median"
    }
  }

  /// Refuses parameters outside the measure's range.
  func check() throws(DataError) {
    switch self {
    case .generalisedEntropy(let alpha) where !alpha.isFinite:
      throw .notIdentified("generalised entropy needs a finite alpha")
    case .atkinson(let epsilon) where !(epsilon > 0) || !epsilon.isFinite:
      throw .notIdentified(
        "Atkinson's index of epsilon \(NumberText.shortest(epsilon)); epsilon is above 0")
    case .share(let from, let to) where !(from >= 0 && from < to && to <= 1):
      throw .notIdentified("a share lies between two ranks, 0 <= from < to <= 1")
    default: break
    }
  }

  /// Refuses welfare for which the measure has no value.
  func check(_ sample: SurveySample, _ nonpositive: NonpositivePolicy) throws(DataError) {
    let name = [row.indicator, row.part].filter { !$0.isEmpty }.joined(separator: " ")
    if needsPositive {
      try nonpositive.check(sample, name) { $0 <= 0 }
    } else if needsNonnegative {
      try nonpositive.check(sample, name) { $0 < 0 }
    }
  }
}

/// Inequality measures of one cell.
struct InequalityEvaluator {
  let cell: CellEvaluator
  let nonpositive: NonpositivePolicy
  let quantile: QuantileRule
  private let powers: CellEvaluator

  /// An evaluator; the measures that take powers or logarithms see the cell as the policy leaves it.
  init(_ cell: CellEvaluator, nonpositive: NonpositivePolicy, quantile: QuantileRule) {
    self.cell = cell
    self.nonpositive = nonpositive
    self.quantile = quantile
    switch nonpositive {
    case .fail: powers = cell
    case .drop: powers = cell.lowest > 0 ? cell : cell.evaluator(of: cell.cell.positive)
    case .floor(let floor):
      powers = cell.lowest >= floor ? cell : cell.evaluator(of: cell.cell.floored(at: floor))
    }
  }

  /// The evaluator that a measure sees.
  func evaluator(of measure: InequalityMeasure) -> CellEvaluator {
    measure.takesPowers ? powers : cell
  }

  /// A measure; NaN where it is not defined.
  func value(_ measure: InequalityMeasure) -> Varying {
    let cell = evaluator(of: measure)
    switch measure {
    case .gini(let correction):
      let gini = cell.rank(.gini)
      guard correction == .records else { return gini }
      let count = Double(cell.count)
      return count > 1 ? count / (count - 1) * gini : gini
    case .generalisedEntropy(let alpha): return entropy(cell, alpha)
    case .atkinson(let epsilon): return atkinson(cell, epsilon)
    case .palma:
      return (cell.welfare - cell.rank(.lorenz(0.9))) / cell.rank(.lorenz(0.4))
    case .quintileRatio(.lorenz):
      return (cell.welfare - cell.rank(.lorenz(0.8))) / cell.rank(.lorenz(0.2))
    case .quintileRatio(.quantiles):
      return cell.rank(.above(0.8, quantile)) / cell.rank(.below(0.2, quantile))
    case .share(let from, let to):
      let upper = to == 1 ? cell.welfare : cell.rank(.lorenz(to))
      return (from == 0 ? upper : upper - cell.rank(.lorenz(from))) / cell.welfare
    case .wolfson:
      let half = cell.rank(.lorenz(0.5)) / cell.welfare
      let gap = 1 - 2 * half - cell.rank(.gini)
      return 2 * (cell.mean / cell.rank(.quantile(0.5, quantile)) * gap)
    }
  }

  private func entropy(_ cell: CellEvaluator, _ alpha: Double) -> Varying {
    if cell.isConstant, cell.lowest > 0 { return Varying(0) }
    switch alpha {
    case 0: return cell.mean.logarithm - cell.total(.log) / cell.weight
    case 1: return cell.total(.welfareLog) / cell.welfare - cell.mean.logarithm
    default:
      let moment = cell.total(.power(alpha)) / cell.weight / cell.mean.power(alpha)
      return (moment - 1) / (alpha * (alpha - 1))
    }
  }

  private func atkinson(_ cell: CellEvaluator, _ epsilon: Double) -> Varying {
    if cell.isConstant, cell.lowest > 0 { return Varying(0) }
    let equivalent =
      epsilon == 1
      ? (cell.total(.log) / cell.weight).exponential
      : (cell.total(.power(1 - epsilon)) / cell.weight).power(1 / (1 - epsilon))
    return 1 - equivalent / cell.mean
  }
}
