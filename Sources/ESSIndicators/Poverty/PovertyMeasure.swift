internal import ESSData
internal import ESSNumerics

/// A measure of poverty on a line.
public enum PovertyMeasure: Sendable, Hashable {
  /// Foster, Greer and Thorbecke's class: the mean of the relative gap to a power of at least 0, the headcount ratio for 0.
  case fgt(Double)
  /// The mean gap of the poor over the line.
  case incomeGapRatio
  /// Watts (1968): the mean of ln(z / y) over all, zero for those not poor.
  case watts
  /// Sen (1976), in the large-sample form H (I + (1 - I) G), G the Gini index of the poor.
  case sen
  /// Shorrocks (1995), also Sen-Shorrocks-Thon: the mean of the larger of two persons' gaps.
  case senShorrocksThon
  /// The number of poor persons.
  case numberOfPoor
  /// The population: the sum of person weights.
  case population
  /// Mean welfare.
  case mean
  /// The total of welfare.
  case total

  /// The headcount ratio.
  public static let headcount = PovertyMeasure.fgt(0)
  /// The poverty gap index.
  public static let gap = PovertyMeasure.fgt(1)
  /// The squared poverty gap index.
  public static let squaredGap = PovertyMeasure.fgt(2)

  /// Whether the measure does not depend on a line.
  var hasLine: Bool { self != .population && self != .mean && self != .total }

  /// Refuses a power that has no meaning.
  func check() throws(DataError) {
    guard case .fgt(let alpha) = self, !(alpha >= 0) || !alpha.isFinite else { return }
    throw .notIdentified("FGT of alpha \(NumberText.shortest(alpha)); alpha is at least 0")
  }

  /// Its indicator, the last part of the component, and the factor from a fraction to the indicator's unit.
  var row: (indicator: String, part: String, factor: Double) {
    switch self {
    case .fgt(0): ("poverty.headcount", "", 100)
    case .fgt(1): ("poverty.gap", "", 100)
    case .fgt(2): ("poverty.squared_gap", "", 100)
    case .fgt(let alpha): ("poverty.fgt", "alpha:\(NumberText.shortest(alpha))", 1)
    case .incomeGapRatio: ("poverty.income_gap_ratio", "", 100)
    case .watts: ("poverty.watts", "", 1)
    case .sen: ("poverty.sen", "", 1)
    case .senShorrocksThon: ("poverty.sen_shorrocks_thon", "", 1)
    case .numberOfPoor: ("poverty.number_of_poor", "", 1)
    case .population: ("poverty.population", "", 1)
    case .mean: ("poverty.mean_welfare", "", 1)
    case .total: ("poverty.total_welfare", "", 1)
    }
  }

  /// The totals that it is made of, beside the population.
  func terms(_ line: FixedLine, _ nonpositive: NonpositivePolicy) -> [AdditiveTerm] {
    switch self {
    case .fgt(0), .numberOfPoor: [.poor(line)]
    case .fgt(let alpha): [.gap(alpha, line)]
    case .incomeGapRatio, .sen: [.poor(line), .gap(1, line)]
    case .watts: [.logGap(line, floor: nonpositive.floor)]
    case .senShorrocksThon, .population: []
    case .mean, .total: [.welfare]
    }
  }

  /// Whether it ranks the records: no sum over them tells it.
  var isRanked: Bool { self == .sen || self == .senShorrocksThon }

  /// Its name and parameters in `method`.
  var description: String {
    switch self {
    case .fgt(let alpha): "fgt(alpha=\(NumberText.shortest(alpha))"
    case .incomeGapRatio: "income_gap_ratio("
    case .watts: "watts("
    case .sen: "sen(form=large_sample"
    case .senShorrocksThon: "sst("
    case .numberOfPoor: "number_of_poor("
    case .population: "population("
    case .mean: "mean("
    case .total: "total("
    }
  }
}

/// Poverty measures of one cell on one line.
struct PovertyEvaluator {
  let cell: CellEvaluator
  let line: Varying
  let tie: LineTie
  let nonpositive: NonpositivePolicy

  private func total(_ term: (FixedLine) -> AdditiveTerm) -> Varying {
    cell.total(term, line, tie)
  }

  private var poor: Varying { total(AdditiveTerm.poor) }

  private func gap(_ alpha: Double) -> Varying { total { .gap(alpha, $0) } }

  /// Evaluates the totals of several measures on a fixed line together.
  func prepare(_ measures: [PovertyMeasure]) {
    guard case .fixed = line.motion else { return }
    let fixed = FixedLine(line.value, tie)
    cell.totals([.weight] + measures.flatMap { $0.terms(fixed, nonpositive) })
  }

  private func logGap(_ line: FixedLine) -> AdditiveTerm {
    .logGap(line, floor: nonpositive.floor)
  }

  /// A measure, nonpositive welfare treated as the policy says and, where it says to refuse, left out.
  func unchecked(_ measure: PovertyMeasure) -> Varying {
    switch measure {
    case .fgt(0): poor / cell.weight
    case .fgt(let alpha): gap(alpha) / cell.weight
    case .incomeGapRatio: gap(1) / poor
    case .watts: total(logGap) / cell.weight
    case .sen: sen
    case .senShorrocksThon:
      cell.rank(RankTerm.largerGap, line, tie) / (cell.weight * cell.weight)
    case .numberOfPoor: poor
    case .population: cell.weight
    case .mean: cell.mean
    case .total: cell.welfare
    }
  }

  /// H (I + (1 - I) G) = P1 + D / (z W Q), with D the distances of poor pairs and Q the number of poor; 0 where nobody is poor.
  private var sen: Varying {
    let pairs = cell.rank(RankTerm.poorDistance, line, tie)
    let scale = line * cell.weight * poor
    let inequality = Varying.combine(
      pairs, scale, { $1 == 0 ? 0 : $0 / $1 },
      slopes: scale.value == 0
        ? (0, 0) : (1 / scale.value, -pairs.value / (scale.value * scale.value)))
    return gap(1) / cell.weight + inequality
  }
}
