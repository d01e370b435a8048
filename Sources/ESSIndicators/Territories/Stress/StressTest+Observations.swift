public import ESSData
internal import ESSNumerics

extension StressTest {
  /// The rows of the ranks: for each unit the rank of the recipe, the median with its interval, the mean, and how often it is first and
  /// among the first `top`.
  ///
  /// - Parameters:
  ///   - level: The share of replications that the interval holds, such as 0.9 for the 5th to the 95th percentile.
  ///   - top: How many places count as the top.
  /// - Returns: Units in the order of the score.
  public func observations(level: Double = 0.9, top: Int = 10) -> [Observation] {
    let tail = (1 - level) / 2
    let nominal = nominalRanks
    var rows: [Observation] = []
    for (unit, code) in board.units.enumerated() {
      func add(
        _ indicator: String, _ component: String, _ value: Double, _ unitName: String,
        interval: ClosedRange<Int>? = nil
      ) {
        rows.append(
          observation(
            territory: code, indicator, component, value, unitName, unit: unit,
            interval: interval.map { Double($0.lowerBound)...Double($0.upperBound) },
            count: replications,
            method: "stress(\(settings),level=\(NumberText.shortest(level)))"))
      }
      add("territories.stress_rank", "recipe", Double(nominal[unit]), "place")
      add(
        "territories.stress_rank", "median", Double(ranks.quantile(of: unit, 0.5)), "place",
        interval: ranks.quantile(of: unit, tail)...ranks.quantile(of: unit, 1 - tail))
      add("territories.stress_rank", "mean", ranks.mean(of: unit), "place")
      add("territories.stress_top", "1", ranks.share(of: unit, top: 1), "probability")
      if top > 1 {
        add("territories.stress_top", "\(top)", ranks.share(of: unit, top: top), "probability")
      }
    }
    rows.append(
      observation(
        territory: "", "territories.stress_shift", "", meanShift, "place", unit: nil,
        count: replications, method: "stress(\(settings))"))
    return rows
  }

  /// The rows of stochastic multicriteria acceptability analysis: the share of every rank that a unit has at least once, its central
  /// weights, and its confidence factor.
  ///
  /// - Throws: `DataError` for what an alternative cannot do with central weights.
  public func acceptabilityObservations() throws(DataError) -> [Observation] {
    let method = "smaa(\(settings))"
    let confidence = try confidence()
    var rows: [Observation] = []
    for (unit, code) in board.units.enumerated() {
      for rank in 1...board.units.count {
        let share = ranks.acceptability(of: unit, rank: rank)
        guard share > 0 else { continue }
        rows.append(
          observation(
            territory: code, "territories.stress_acceptability", "\(rank)", share, "probability",
            unit: unit, count: replications, method: method))
      }
      guard let weights = centralWeights[unit] else { continue }
      for (node, weight) in zip(board.framework.indicators, weights) {
        rows.append(
          observation(
            territory: code, "territories.stress_central_weight", node.code, weight, "ratio",
            unit: unit, count: replications, method: method))
      }
      guard let factor = confidence[unit] else { continue }
      rows.append(
        observation(
          territory: code, "territories.stress_confidence", "", factor, "probability", unit: unit,
          count: replications, method: method))
    }
    return rows
  }

  var settings: String {
    "sources=\(sources.joined(separator: "+")),replications=\(replications),seed=\(seed)"
  }

  func observation(
    territory: String, _ indicator: String, _ component: String, _ value: Double?,
    _ unitName: String, unit: Int?, interval: ClosedRange<Double>? = nil, count: Int? = nil,
    method: String, note: String = ""
  ) -> Observation {
    let table = board.prepared.table
    return Observation(
      territory: territory, period: table.period, indicator: indicator, component: component,
      value: value, unit: unitName, interval: interval,
      count: count, status: unit.map { board.flags[$0] } ?? board.flags.worst,
      method: method, sources: table.sources, note: note)
  }
}
