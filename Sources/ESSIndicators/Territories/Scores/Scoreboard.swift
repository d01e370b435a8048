public import ESSData
public import ESSNumerics

/// Scores and ranks of units at every level of a framework, and how they came about.
public struct Scoreboard: Sendable {
  /// One thing that a step did.
  public struct StepLog: Sendable, Equatable {
    /// The step: `denominate`, `screen`, `impute`, `treat`.
    public let step: String
    /// The unit or the indicator that it was done to.
    public let element: String
    /// Number of values concerned.
    public let count: Int
    /// What was done.
    public let detail: String
  }

  /// The recipe.
  public let recipe: Recipe
  /// The table before normalisation; its units are the rows of the matrices below.
  public let prepared: PreparedScores
  /// Weights within groups.
  public let weights: NodeWeights
  /// Scores of all nodes, normalised indicators first; units x nodes, NaN where there is none.
  public let scores: Matrix
  /// Places by score, 1 for the highest; units x nodes, NaN where there is no score.
  public let ranks: Matrix

  /// The units that are scored, in the order of the table.
  public var units: [String] { prepared.table.units }
  /// Names and hierarchy of the nodes.
  public var framework: IndicatorFramework { prepared.framework }
  /// The normalised indicators; units x indicators.
  public var normalised: Matrix {
    scores.selecting(columns: Array(0..<framework.indicatorCount))
  }

  /// Scores a prepared table.
  public init(_ prepared: PreparedScores, _ recipe: Recipe) throws(DataError) {
    try recipe.check(prepared.framework)
    self.recipe = recipe
    self.prepared = prepared
    let (scores, weights) = try prepared.scores(
      normalised: prepared.normalised(recipe.normalise), recipe)
    self.scores = scores
    self.weights = weights
    ranks = Matrix(
      rows: scores.rows, columns: scores.columns,
      elements: (0..<scores.columns).flatMap { node in
        recipe.ties.ranks(scores.column(node).map { -$0 })
      })
  }

  /// The worst status of each unit's inputs; imputed if any of its values is.
  public var flags: [ObservationStatus] {
    units.indices.map { unit in
      let own = prepared.table.status[unit]
      return prepared.imputedCounts[unit] > 0 ? max(own, .imputed) : own
    }
  }

  /// What was done to single units and indicators, in the order of the steps.
  public var steps: [StepLog] {
    var log = prepared.table.denominations(isDone: recipe.denominate)
    log += prepared.excluded.map {
      StepLog(step: "screen", element: $0.unit, count: 1, detail: "not scored: \($0.reason)")
    }
    for (unit, count) in prepared.imputedCounts.enumerated() where count > 0 {
      log.append(
        StepLog(
          step: "impute", element: units[unit], count: count,
          detail: "\(count) of \(framework.indicatorCount) indicators imputed"))
    }
    for (node, column) in zip(framework.indicators, prepared.treatment) {
      guard let step = column.step else { continue }
      log.append(
        StepLog(
          step: "treat", element: node.code, count: column.points,
          detail: "\(step), skewness \(Self.text(column.skewness.before)) to "
            + "\(Self.text(column.skewness.after)), kurtosis \(Self.text(column.kurtosis.before)) to "
            + "\(Self.text(column.kurtosis.after))"
            + (column.passes ? "" : "; still beyond the rule")))
    }
    return log
  }

  /// The best orders of the units by a group's parts, all ties counted; `nil` if the group is aggregated otherwise.
  public func kemeny(of group: Int) throws(DataError) -> KemenyOrder? {
    let node = framework.nodes[group]
    guard case .kemeny(let beyond) = recipe.aggregation(level: node.level), !node.children.isEmpty
    else { return nil }
    return try KemenyOrder(
      OutrankingMatrix(
        scores.selecting(columns: node.children), weights: node.children.map { weights.shared[$0] },
        indicators: node.children.map { framework.nodes[$0].code }),
      beyond: beyond)
  }

  private static func text(_ value: Double) -> String {
    value.isNaN ? "undefined" : NumberText.fixed(value, decimals: 2)
  }
}

extension IndicatorTable {
  fileprivate func denominations(isDone: Bool) -> [Scoreboard.StepLog] {
    guard isDone else { return [] }
    return framework.indicators.compactMap { node in
      node.metadata.denominator.map {
        Scoreboard.StepLog(
          step: "denominate", element: node.code, count: units.count, detail: "divided by '\($0)'")
      }
    }
  }
}

extension Recipe {
  /// Scores a table.
  public func build(_ table: IndicatorTable) throws(DataError) -> Scoreboard {
    try check(table.framework)
    return try Scoreboard(PreparedScores(table, self), self)
  }
}
