internal import ESSData
internal import ESSNumerics

/// Splits the inequality of each period into what lies within and between domains.
///
/// Entropy: Shorrocks (1980, Econometrica 48, 613-625), the sum over groups of s^(1-a) v^a GE(a) within, with s the share of people and v of
/// welfare. Gini: within sum s v G, between the Gini index of group means, and what the overlap of the groups leaves.
struct InequalityDecomposition {
  private let estimator: SurveyEstimator
  private let cells: ArrangedCells
  private let outcomes: [InequalityMeasures.Outcome]
  private let options: InequalityMeasures.Options

  init(
    _ estimator: SurveyEstimator, _ cells: ArrangedCells,
    _ outcomes: [InequalityMeasures.Outcome], _ options: InequalityMeasures.Options
  ) {
    self.estimator = estimator
    self.cells = cells
    self.outcomes = outcomes
    self.options = options
  }

  private struct Group {
    let weight: Varying
    let welfare: Varying
    let inequality: Varying
  }

  func results() throws(DataError) -> [InequalityMeasures.Decomposition] {
    let periods = cells.cells.map(\.period).distinct
    let wholes = cells.periods(of: estimator)
    var list: [InequalityMeasures.Decomposition] = []
    for (number, period) in periods.enumerated() {
      let members = cells.cells.indices.filter { cells.periodOfCell[$0] == number }
        .filter { outcomes[$0].size.count > 0 }
      let sizes = members.map { outcomes[$0].size }
      for (position, measure) in options.measures.enumerated() {
        let groups = members.compactMap { index -> Group? in
          let outcome = outcomes[index]
          return (measure.takesPowers ? outcome.powers : outcome.totals).map { totals in
            Group(
              weight: totals.weight, welfare: totals.welfare, inequality: outcome.numbers[position])
          }
        }
        let parts: [(String, Varying)]
        switch measure {
        case .generalisedEntropy(let alpha): parts = entropy(groups, alpha)
        case .gini(.none):
          let evaluator = estimator.evaluator(wholes.cell(number))
          parts = gini(groups, whole: evaluator.rank(.gini))
        default: continue
        }
        list.append(try decomposition(period, measure, parts, sizes))
      }
    }
    return list
  }

  private func decomposition(
    _ period: String, _ measure: InequalityMeasure, _ parts: [(String, Varying)],
    _ sizes: [CellSize]
  ) throws(DataError) -> InequalityMeasures.Decomposition {
    let whole = Varying.sum(parts.map(\.1))
    let split = AdditiveSplit(start: 0, end: whole.value, parts: parts.map(\.1.value))
    var estimates: [(name: String, estimate: SurveyEstimate)] = []
    for (position, part) in parts.enumerated() {
      var number = part.1
      number.value = split.parts[position]
      estimates.append((part.0, try estimator.estimate(number, from: sizes)))
    }
    var total = whole
    total.value = split.change
    return InequalityMeasures.Decomposition(
      period: period, measure: measure, whole: try estimator.estimate(total, from: sizes),
      parts: estimates)
  }

  private func entropy(_ groups: [Group], _ alpha: Double) -> [(String, Varying)] {
    let people = Varying.sum(groups.map(\.weight))
    let welfare = Varying.sum(groups.map(\.welfare))
    let shares = groups.map { (s: $0.weight / people, v: $0.welfare / welfare) }
    let within = zip(shares, groups).map { share, group -> Varying in
      switch alpha {
      case 0: share.s * group.inequality
      case 1: share.v * group.inequality
      default: share.s.power(1 - alpha) * share.v.power(alpha) * group.inequality
      }
    }
    let between: Varying
    switch alpha {
    case 0: between = -1 * Varying.sum(shares.map { $0.s * ($0.v / $0.s).logarithm })
    case 1: between = Varying.sum(shares.map { $0.v * ($0.v / $0.s).logarithm })
    default:
      let moments = Varying.sum(shares.map { $0.s * ($0.v / $0.s).power(alpha) })
      between = (moments - 1) / (alpha * (alpha - 1))
    }
    return [("within", Varying.sum(within)), ("between", between)]
  }

  private func gini(_ groups: [Group], whole: Varying) -> [(String, Varying)] {
    let people = Varying.sum(groups.map(\.weight))
    let welfare = Varying.sum(groups.map(\.welfare))
    let within = Varying.sum(
      groups.map { $0.weight / people * ($0.welfare / welfare) * $0.inequality })
    // In ascending order of means: sum of s (2 V + v), V the welfare share of the groups below.
    let ordered = groups.sorted {
      $0.welfare.value / $0.weight.value < $1.welfare.value / $1.weight.value
    }
    var below = Varying(0)
    var area = Varying(0)
    for group in ordered {
      let share = group.welfare / welfare
      area = area + group.weight / people * (2 * below + share)
      below = below + share
    }
    let between = 1 - area
    return [("within", within), ("between", between), ("overlap", whole - within - between)]
  }
}
