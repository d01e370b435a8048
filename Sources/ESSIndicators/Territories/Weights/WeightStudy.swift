public import ESSData
public import ESSNumerics

/// Weights of a framework's indicators by several rules side by side, with what each rule says of itself.
public struct WeightStudy: Sendable {
  /// A rule for weights.
  public enum Rule: String, Sendable, CaseIterable {
    /// All indicators the same.
    case equal
    /// Those of the recipe, in the whole.
    case given
    /// Rotated factors of the correlations.
    case factors
    /// Entropy of shares.
    case entropy
    /// Deviation and conflict.
    case critic
    /// The best of each unit for itself.
    case benefitOfTheDoubt = "benefit-of-the-doubt"
    /// Pairwise comparisons, given beside the data.
    case comparisons
    /// Points of experts, given beside the data.
    case budgets

    /// Those that need nothing but data and metadata.
    public static let fromData: [Rule] = [.equal, .given, .factors, .entropy, .critic]
  }

  /// Settings of the rules.
  public struct Options: Sendable {
    /// Which components are kept.
    public var retention = FactorWeights.Retention.shareAbove(0.1)
    /// How factors are turned.
    public var rotation = FactorWeights.Rotation.varimax
    /// Which factor an indicator belongs to.
    public var assignment = FactorWeights.Assignment.signed
    /// What a benefit of the doubt keeps to.
    public var restriction = BenefitOfTheDoubt.Restriction.none
    /// How many times as important the row's indicator is as the column's.
    public var comparisons: Matrix?
    /// Names and points of experts, experts x indicators.
    public var budgets: (experts: [String], points: Matrix)?

    /// The usual settings, without comparisons and budgets.
    public init() {}
  }

  /// The score whose normalised indicators are weighed.
  public let board: Scoreboard
  /// The rules, in the order asked for.
  public let rules: [Rule]
  private let rows: [Observation]

  /// Weighs the indicators of a score.
  ///
  /// - Parameters:
  ///   - board: A score: its normalised indicators, and the weights of its recipe.
  ///   - rules: The rules.
  ///   - options: Their settings.
  /// - Throws: `DataError` for an indicator or expert that a rule cannot use, and for comparisons or budgets that are not given.
  public init(_ board: Scoreboard, _ rules: [Rule], _ options: Options = .init()) throws(DataError)
  {
    self.board = board
    self.rules = rules
    var sheet = Sheet(board)
    for rule in rules { try sheet.add(rule, options) }
    rows = sheet.rows
  }

  /// The rows of the result: for each rule the weights, and what it says of itself.
  public var observations: [Observation] { rows }

  /// Rows while rules are added.
  private struct Sheet {
    let board: Scoreboard
    let names: [String]
    let values: Matrix
    var rows: [Observation] = []

    init(_ board: Scoreboard) {
      self.board = board
      names = board.framework.indicators.map(\.code)
      values = board.normalised
    }

    mutating func add(_ rule: Rule, _ options: Options) throws(DataError) {
      switch rule {
      case .equal: weigh(rule, names.map { _ in 1 / Double(names.count) }, "equal")
      case .given:
        guard board.weights.byUnit.isEmpty else {
          throw .notIdentified("the recipe's weights differ from unit to unit")
        }
        weigh(rule, board.indicatorWeights(board.weights.shared), board.recipe.method)
      case .factors:
        let found = try FactorWeights(
          values, indicators: names, retention: options.retention, rotation: options.rotation,
          assignment: options.assignment)
        factors(
          found,
          "factors(keep=\(options.retention),rotation=\(options.rotation.rawValue),"
            + "assignment=\(options.assignment.rawValue))")
      case .entropy:
        weigh(rule, try DispersionWeights.entropy(values, indicators: names), "entropy(\(scale))")
      case .critic:
        weigh(rule, try DispersionWeights.critic(values, indicators: names), "critic(\(scale))")
      case .benefitOfTheDoubt:
        benefit(
          try BenefitOfTheDoubt(values, indicators: names, restriction: options.restriction),
          "benefit_of_the_doubt(\(scale),restriction=\(options.restriction))")
      case .comparisons:
        guard let comparisons = options.comparisons else {
          throw .notIdentified("comparisons: a table of pairwise comparisons is needed")
        }
        let found = try PairwiseComparison(comparisons, indicators: names)
        let method = "comparisons(eigenvector)"
        weigh(rule, found.weights, method)
        check("\(rule.rawValue)/eigenvalue", found.eigenvalue, method)
        check(
          "\(rule.rawValue)/consistency_ratio", found.consistencyRatio, method,
          note: found.consistencyRatio == nil ? "defined for 3 to 15 indicators" : "")
      case .budgets:
        guard let budgets = options.budgets else {
          throw .notIdentified("budgets: a table of experts' points is needed")
        }
        let found = try BudgetAllocation(
          budgets.points, experts: budgets.experts, indicators: names)
        for (j, name) in names.enumerated() {
          add(
            "territories.weight", "\(rule.rawValue)/\(name)", found.weights[j],
            interval: found.ranges[j], count: budgets.experts.count,
            method: "budgets(mean,interval=range of experts)")
          check("\(rule.rawValue)/deviation/\(name)", found.deviations[j], "budgets(sample)")
        }
      }
    }

    private var scale: String { "normalise=\(board.recipe.normalise)" }

    private mutating func factors(_ found: FactorWeights, _ method: String) {
      weigh(.factors, found.weights, method)
      for (k, value) in found.eigenvalues.enumerated() {
        check("factors/eigenvalue/\(k + 1)", value, method)
      }
      for (f, value) in found.explained.enumerated() {
        check("factors/explained/\(f + 1)", value, method)
      }
      for (j, name) in names.enumerated() {
        check("factors/communality/\(name)", found.communalities[j], method)
        for f in found.explained.indices {
          check(
            "factors/loading/\(f + 1)/\(name)", found.rotated[j, f], method,
            note: found.factors[j] == f ? "its factor" : "")
        }
      }
    }

    private mutating func benefit(_ found: BenefitOfTheDoubt, _ method: String) {
      for (unit, code) in board.units.enumerated() {
        add(
          "territories.benefit_of_the_doubt", "", found.scores[unit], territory: code,
          method: method)
        let note = found.isUnique[unit] ? "" : "one of several best sets of weights"
        for (j, name) in names.enumerated() {
          add(
            "territories.weight", "benefit-of-the-doubt/\(name)", found.weights[unit, j],
            territory: code, method: method, note: note)
        }
      }
    }

    private mutating func weigh(_ rule: Rule, _ weights: [Double], _ method: String) {
      for (name, weight) in zip(names, weights) {
        add("territories.weight", "\(rule.rawValue)/\(name)", weight, method: method)
      }
    }

    private mutating func check(
      _ component: String, _ value: Double?, _ method: String, note: String = ""
    ) {
      add("territories.weight_check", component, value, method: method, note: note)
    }

    private mutating func add(
      _ indicator: String, _ component: String, _ value: Double?, territory: String = "",
      interval: ClosedRange<Double>? = nil, count: Int? = nil, method: String, note: String = ""
    ) {
      let table = board.prepared.table
      rows.append(
        Observation(
          territory: territory, period: table.period, indicator: indicator, component: component,
          value: value, unit: indicator == "territories.weight_check" ? "ratio_any" : "ratio",
          interval: interval, count: count ?? board.units.count, status: board.flags.worst,
          method: method, sources: table.sources, note: note))
    }
  }
}

extension Scoreboard {
  /// The weight of each indicator in the whole, from weights within groups: the product on the way up.
  func indicatorWeights(_ weights: [Double]) -> [Double] {
    var reach = weights
    for node in framework.nodes.indices.reversed() {
      if let parent = framework.nodes[node].parent { reach[node] *= reach[parent] }
    }
    return Array(reach.prefix(framework.indicatorCount))
  }
}

extension FactorWeights.Retention: CustomStringConvertible {
  /// The rule and its number.
  public var description: String {
    switch self {
    case .eigenvalueAbove(let limit): "eigenvalue>\(NumberText.shortest(limit))"
    case .shareAbove(let share): "share>\(NumberText.shortest(share))"
    case .cumulativeShare(let share): "cumulative>=\(NumberText.shortest(share))"
    case .count(let count): "count=\(count)"
    }
  }
}

extension BenefitOfTheDoubt.Restriction: CustomStringConvertible {
  /// The rule and its bounds.
  public var description: String {
    func text(_ range: ClosedRange<Double>) -> String {
      "\(NumberText.shortest(range.lowerBound))..\(NumberText.shortest(range.upperBound))"
    }
    return switch self {
    case .none: "none"
    case .weights(let range): "weights \(text(range))"
    case .contributions(let range): "contributions \(text(range))"
    }
  }
}
