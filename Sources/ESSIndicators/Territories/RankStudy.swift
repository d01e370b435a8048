public import ESSData
internal import ESSNumerics

/// Ranks of territories by one or several estimates, with confidence sets.
public struct RankStudy: Sendable {
  /// What to compute.
  public struct Options: Sendable {
    /// Columns of estimates, one a method.
    public var values: [String]
    /// Column of standard errors of each.
    public var errors: [String]
    /// Confidence level.
    public var level: Double
    /// Whether rank 1 is the lowest estimate.
    public var isLowestFirst: Bool
    /// Simulated error vectors.
    public var replicates: Int
    /// Seed of the simulation.
    public var seed: UInt64
    /// The number of best places asked about.
    public var best: Int

    /// Options.
    public init(
      values: [String], errors: [String], level: Double, isLowestFirst: Bool, replicates: Int,
      seed: UInt64, best: Int
    ) {
      self.values = values
      self.errors = errors
      self.level = level
      self.isLowestFirst = isLowestFirst
      self.replicates = replicates
      self.seed = seed
      self.best = best
    }
  }

  /// The rows with every estimate and standard error.
  public let table: TerritoryTable
  /// Territories left out.
  public let dropped: [String]
  /// The options.
  public let options: Options
  /// The sets of each method.
  public let sets: [RankConfidence]

  /// Ranks the territories of a table.
  public init(_ table: TerritoryTable, _ options: Options) throws(DataError) {
    precondition(options.values.count == options.errors.count)
    let (complete, dropped) = try table.complete((options.values + options.errors).distinct)
    self.table = complete
    self.dropped = dropped
    self.options = options
    var sets: [RankConfidence] = []
    for (value, error) in zip(options.values, options.errors) {
      let sign: Double = options.isLowestFirst ? -1 : 1
      let estimates = try complete.column(value).map { sign * $0 }
      let errors = try complete.column(error)
      if let row = errors.firstIndex(where: { $0 < 0 }) {
        throw .notIdentified(
          "\(complete.territories[row]): the standard error is below 0")
      }
      guard
        let found = RankConfidence(
          estimates, covariance: Matrix.diagonal(errors.map { $0 * $0 }), level: options.level,
          replicates: options.replicates, seed: options.seed)
      else {
        throw .notIdentified(
          "\(value): ranks need two territories and at most one standard error of 0")
      }
      sets.append(found)
    }
    self.sets = sets
  }

  /// The rows of the result: for each method and territory rank and sets, then the union over methods.
  public var observations: [Observation] {
    let note =
      dropped.isEmpty ? "" : "left out for want of a value: \(dropped.joined(separator: ", "))"
    var rows: [Observation] = []
    func add(_ indicator: String, _ component: String, _ row: Int, _ value: Int, _ method: String) {
      rows.append(
        Observation(
          territory: table.territories[row], period: table.period, indicator: indicator,
          component: component, value: Double(value),
          unit: indicator == "territories.rank_best" ? "ratio" : "count",
          count: table.territories.count, status: table.status[row], method: method, note: note))
    }
    let order = options.isLowestFirst ? "lowest" : "highest"
    for (index, value) in options.values.enumerated() {
      let method =
        "rank_sets(value=\(value),error=\(options.errors[index]),first=\(order),level=\(NumberText.shortest(options.level)),"
        + "replicates=\(options.replicates),seed=\(options.seed),stepdown)"
      let best = Set(sets[index].best(options.best))
      for row in table.territories.indices {
        let own = sets[index].marginal(row)
        let all = sets[index].simultaneous[row]
        add("territories.rank", value, row, sets[index].ranks[row], method)
        add("territories.rank_set", "\(value)/marginal/lower", row, own.lowerBound, method)
        add("territories.rank_set", "\(value)/marginal/upper", row, own.upperBound, method)
        add("territories.rank_set", "\(value)/simultaneous/lower", row, all.lowerBound, method)
        add("territories.rank_set", "\(value)/simultaneous/upper", row, all.upperBound, method)
        add(
          "territories.rank_best", "\(value)/\(options.best)", row, best.contains(row) ? 1 : 0,
          method)
      }
    }
    if sets.count > 1 {
      let method = "rank_sets(union over methods,level=\(NumberText.shortest(options.level)))"
      for row in table.territories.indices {
        let bounds = sets.map { $0.simultaneous[row] }
        let (lower, upper) = (bounds.map(\.lowerBound).min(), bounds.map(\.upperBound).max())
        add("territories.rank_set", "union/simultaneous/lower", row, lower ?? 1, method)
        add("territories.rank_set", "union/simultaneous/upper", row, upper ?? 1, method)
      }
    }
    return rows
  }
}
