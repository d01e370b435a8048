internal import ESSNumerics

/// The parts of a group for all units, column by column.
struct GroupParts {
  /// Scores of all nodes, units x nodes.
  let elements: [Double]
  /// Number of units.
  let rows: Int
  /// Positions of the parts.
  let columns: [Int]
  /// All nodes, for their names.
  let nodes: [IndicatorFramework.Node]
  /// Weights of the parts, one for each, or one for each unit and part.
  let weights: [Double]
  /// The least share of the weights that must have a value.
  let minimumShare: Double
  /// The weights of the parts by which the share is judged, where they are others than those of the sums.
  var judging: [Double]?

  /// Whether all units have the same weights.
  private var isShared: Bool { weights.count == columns.count }

  /// Scores of the parts, units x parts.
  var matrix: Matrix {
    Matrix(
      rows: rows, columns: columns.count,
      elements: columns.flatMap { elements[($0 * rows)..<(($0 + 1) * rows)] })
  }

  /// What a weighted sum is divided by: the weight of the known parts, or 1 for weights of single units, which are taken as they are.
  func scale(_ known: Double) -> Double { isShared ? known : 1 }

  @inline(__always)
  func weight(_ part: Int, _ unit: Int) -> Double {
    isShared ? weights[part] : weights[part * rows + unit]
  }

  @inline(__always)
  func value(_ part: Int, _ unit: Int) -> Double { elements[columns[part] * rows + unit] }

  /// For each unit the weighted sum of the values with a value, and the sum of their weights; NaN where too few parts have one.
  ///
  /// The loop that stress tests spend their time in, without a branch for missing values.
  private func plainSums() -> (sums: [Double], weights: [Double]) {
    var sums = [Double](repeating: 0, count: rows)
    var known = sums
    let cells = elements.span
    for part in columns.indices {
      let weight = weights[part]
      let column = cells.extracting((columns[part] * rows)..<((columns[part] + 1) * rows))
      for unit in 0..<rows {
        let value = column[unit]
        let isKnown = value == value
        sums[unit] += isKnown ? weight * value : 0
        known[unit] += isKnown ? weight : 0
      }
    }
    let total = weights.reduce(0, +)
    refuse(&sums, known: known) { _ in total }
    return (sums, known)
  }

  /// Takes back the sums of units for which too few parts have a value.
  ///
  /// - Parameters:
  ///   - sums: The sums of all units.
  ///   - known: The weights of their known parts.
  ///   - whole: The weights of all their parts.
  private func refuse(_ sums: inout [Double], known: [Double], whole: (_ unit: Int) -> Double) {
    // Weights that add up to the share are enough, whatever their sums round to.
    let least = minimumShare * (1 - 1e-12)
    guard let judging else {
      for unit in 0..<rows where !(known[unit] > 0 && known[unit] >= least * whole(unit)) {
        sums[unit] = .nan
      }
      return
    }
    var judged = [Double](repeating: 0, count: rows)
    for (part, weight) in judging.enumerated() {
      for unit in 0..<rows where !value(part, unit).isNaN { judged[unit] += weight }
    }
    let enough = least * judging.reduce(0, +)
    for unit in 0..<rows where !(known[unit] > 0 && judged[unit] >= enough) { sums[unit] = .nan }
  }

  /// For each unit the sum of weight times a function of the value over the parts with a value, and the sum of their weights;
  /// NaN where too few parts have one.
  @inline(__always)
  func sums(
    _ function: (_ value: Double, _ unit: Int) -> Double, allowsNegative: Bool
  ) throws(AggregationFault) -> (sums: [Double], weights: [Double]) {
    var sums = [Double](repeating: 0, count: rows)
    var known = sums
    var whole = sums
    for part in columns.indices {
      for unit in 0..<rows {
        let weight = weight(part, unit)
        whole[unit] += weight
        let value = value(part, unit)
        guard weight > 0, !value.isNaN else { continue }
        if value < 0, !allowsNegative {
          throw .negative(part: part, unit: unit, value: value)
        }
        sums[unit] += weight * function(value, unit)
        known[unit] += weight
      }
    }
    refuse(&sums, known: known) { whole[$0] }
    return (sums, known)
  }

  /// For each unit the weighted mean of a function of the values, which are at least 0; NaN where too few parts have a value.
  @inline(__always)
  func mean(_ function: (_ value: Double, _ unit: Int) -> Double) throws(AggregationFault)
    -> [Double]
  {
    var (sums, weights) = try sums(function, allowsNegative: false)
    for unit in 0..<rows { sums[unit] /= scale(weights[unit]) }
    return sums
  }

  /// For each unit the largest or the smallest of its parts that have a weight, if it is above 0; otherwise 1.
  func extremes(ofLargest isLargest: Bool) -> [Double] {
    (0..<rows).map { unit in
      var extreme = isLargest ? -Double.infinity : Double.infinity
      for part in columns.indices where weight(part, unit) > 0 {
        let value = value(part, unit)
        if isLargest ? value > extreme : value < extreme { extreme = value }
      }
      return extreme > 0 && extreme.isFinite ? extreme : 1
    }
  }

  /// For each unit the weighted mean of the values themselves.
  func mean() throws(AggregationFault) -> [Double] {
    var (sums, weights) =
      isShared ? plainSums() : try sums({ value, _ in value }, allowsNegative: true)
    for unit in 0..<rows { sums[unit] /= scale(weights[unit]) }
    return sums
  }
}
