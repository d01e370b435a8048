internal import Glibc
internal import ESSData
public import ESSNumerics

extension Scoreboard {
  /// What each indicator contributes to the scores of a node; units x indicators, zero for those that are no part of it.
  ///
  /// Each contribution is value times derivative of the score by the value: weight times value for arithmetic means. By Euler's theorem the contributions
  /// add up to the score for every mean and for Mazziotta and Pareto's index, which all grow in proportion with their parts. Weights found from the data
  /// count as given. Missing (NaN) where the indicator has no value.
  ///
  /// - Returns: The contributions; `nil` for a node in which an aggregation by ranks has a part, since no such split exists.
  public func contributions(to node: Int) -> Matrix? {
    guard !framework.groups.contains(where: { isByRanks($0) && isPart($0, of: node) }) else {
      return nil
    }
    var derivatives = [Double](repeating: 0, count: units.count * framework.nodes.count)
    for unit in units.indices { derivatives[node * units.count + unit] = 1 }
    for group in framework.groups.reversed() where group <= node {
      let start = group * units.count
      guard derivatives[start..<(start + units.count)].contains(where: { $0 != 0 }) else {
        continue
      }
      let aggregation = recipe.aggregation(level: framework.nodes[group].level)
      let parts = GroupParts(
        elements: scores.elements, rows: units.count, columns: framework.nodes[group].children,
        nodes: framework.nodes, weights: weights.of(group, framework), minimumShare: recipe.known)
      for unit in units.indices {
        let outer = derivatives[start + unit]
        let score = scores.elements[start + unit]
        let slopes = aggregation.derivatives(parts, unit, score: score)
        for (child, slope) in zip(parts.columns, slopes) {
          derivatives[child * units.count + unit] = outer * slope
        }
      }
    }
    let count = units.count * framework.indicatorCount
    var elements = Array(derivatives.prefix(count))
    for index in elements.indices
    where elements[index] != 0 || isPart(index / units.count, of: node) {
      elements[index] *= scores.elements[index]
    }
    return Matrix(rows: units.count, columns: framework.indicatorCount, elements: elements)
  }

  private func isByRanks(_ group: Int) -> Bool {
    recipe.aggregation(level: framework.nodes[group].level).isByRanks
  }

  /// Whether a node is another or below it.
  private func isPart(_ part: Int, of node: Int) -> Bool {
    var next: Int? = part
    while let current = next {
      if current == node { return true }
      next = framework.nodes[current].parent
    }
    return false
  }
}

extension Aggregation {
  /// The derivative of a unit's score by each of its parts; 0 for a part without a value.
  ///
  /// A part of 0 has the derivative 0 in means whose derivative there is infinite: it contributes nothing either way.
  func derivatives(_ parts: GroupParts, _ unit: Int, score: Double) -> [Double] {
    let known = parts.columns.indices.map { part in
      let value = parts.value(part, unit)
      return value.isNaN ? (weight: 0, value: 0) : (weight: parts.weight(part, unit), value: value)
    }
    let whole = known.reduce(0) { $0 + $1.weight }
    guard whole > 0, !score.isNaN else { return known.map { _ in .nan } }
    switch self {
    case .arithmetic: return known.map { $0.weight / parts.scale(whole) }
    case .sum: return known.map { $0.weight > 0 ? 1 : 0 }
    // Steps have no slope; contributions are refused before.
    case .copeland, .kemeny: return known.map { _ in .nan }
    case .geometric:
      return known.map { $0.value == 0 ? 0 : $0.weight / whole * score / $0.value }
    case .harmonic:
      return known.map {
        $0.value == 0 ? 0 : $0.weight / whole * (score / $0.value) * (score / $0.value)
      }
    case .power(let exponent):
      return known.map {
        $0.value == 0 ? 0 : $0.weight / whole * Glibc.pow($0.value / score, exponent - 1)
      }
    case .mazziottaPareto(let penalty, let estimator):
      let mean = known.reduce(0) { $0 + $1.weight * $1.value } / whole
      let variance = variance(parts, unit, mean: mean, estimator)
      if variance == 0 { return known.map { $0.weight / whole } }
      let count = Double(known.count { $0.weight > 0 })
      let scale = estimator == .sample ? count / (count - 1) : 1
      let sign: Double = penalty == .down ? -1 : 1
      return known.map {
        let share = $0.weight / whole
        return share
          * (1 + sign * (2 * scale * ($0.value - mean) / mean - variance / (mean * mean)))
      }
    }
  }
}
