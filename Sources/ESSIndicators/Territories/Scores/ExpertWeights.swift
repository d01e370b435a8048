public import ESSData
internal import ESSNumerics

/// Weights that experts gave, put into a framework.
public struct ExpertWeights: Sendable {
  /// The framework with these weights.
  public let framework: IndicatorFramework
  /// What a reader must know, such as comparisons that contradict each other.
  public let warnings: [String]

  /// Weights from a table of budgets: the first column names the expert, the others are parts of one or several groups.
  ///
  /// A group whose parts have columns must have all of them, and each expert's points must add up to 100 in it. The weight is the mean share of the experts.
  public init(budgets table: CSVTable, _ framework: IndicatorFramework) throws(DataError) {
    let groups = try Self.groups(Array(table.columns.dropFirst()), framework)
    let experts = try table.texts(table.columns[0])
    var weights: [String: Double] = [:]
    for group in groups {
      var points: [Double] = []
      for part in group.parts { points += try table.numbers(part) }
      let allocation = try Self.naming(group.code, table) { () throws(DataError) in
        try BudgetAllocation(
          Matrix(rows: experts.count, columns: group.parts.count, elements: points),
          experts: experts, indicators: group.parts)
      }
      for (part, weight) in zip(group.parts, allocation.weights) { weights[part] = weight }
    }
    self.framework = try framework.withWeights(weights)
    warnings = []
  }

  /// Weights from a table of pairwise comparisons (analytic hierarchy process): how many times as important the row's part is as the
  /// column's, for the parts of one or several groups; cells across groups stay empty.
  ///
  /// The first column names the row. A group must have rows and columns for all of its parts.
  public init(comparisons table: CSVTable, _ framework: IndicatorFramework) throws(DataError) {
    let groups = try Self.groups(Array(table.columns.dropFirst()), framework)
    let rows = try table.texts(table.columns[0])
    try Self.checkRows(rows, of: table)
    var weights: [String: Double] = [:]
    var warnings: [String] = []
    for group in groups {
      var places: [Int] = []
      for part in group.parts {
        guard let row = rows.firstIndex(of: part) else {
          throw .unknownName(kind: "row of \(table.file)", name: part, known: rows)
        }
        places.append(row)
      }
      var ratios: [Double] = []
      for part in group.parts {
        let column = try table.numbers(part)
        ratios += places.map { column[$0] }
      }
      let comparison = try Self.naming(group.code, table) { () throws(DataError) in
        try PairwiseComparison(
          Matrix(rows: places.count, columns: places.count, elements: ratios),
          indicators: group.parts)
      }
      for (part, weight) in zip(group.parts, comparison.weights) { weights[part] = weight }
      if let ratio = comparison.consistencyRatio, ratio > 0.1 {
        warnings.append(
          "'\(group.code)': the comparisons contradict each other (consistency ratio "
            + "\(NumberText.fixed(ratio, decimals: 3)), above 0.1)")
      }
    }
    self.framework = try framework.withWeights(weights)
    self.warnings = warnings
  }

  /// Refuses a table of comparisons with two rows of one part.
  public static func checkRows(_ parts: [String], of table: CSVTable) throws(DataError) {
    var first: [String: Int] = [:]
    for (row, part) in parts.enumerated() {
      guard let other = first.updateValue(row, forKey: part) else { continue }
      throw .invalid(
        [
          table.problem(
            row: row, column: table.columns[0],
            "'\(excerpt(part))' occurs twice; the first is on line \(table.line(ofRow: other))")
        ], omitted: 0)
    }
  }

  /// The groups that some columns are the parts of; refuses columns that are no part and groups of which a part lacks.
  private static func groups(
    _ columns: [String], _ framework: IndicatorFramework
  ) throws(DataError) -> [(code: String, parts: [String])] {
    var parents: [Int] = []
    for column in columns {
      guard let parent = framework.nodes[try framework.position(of: column)].parent else {
        throw .notIdentified("'\(column)' is the whole, which has no weight")
      }
      if !parents.contains(parent) { parents.append(parent) }
    }
    var groups: [(code: String, parts: [String])] = []
    for parent in parents {
      let parts = framework.nodes[parent].children.map { framework.nodes[$0].code }
      if let part = parts.first(where: { !columns.contains($0) }) {
        throw .notIdentified(
          "'\(framework.nodes[parent].code)': its part '\(part)' has no column among the experts' weights"
        )
      }
      groups.append((framework.nodes[parent].code, parts))
    }
    return groups
  }

  private static func naming<Value>(
    _ group: String, _ table: CSVTable, _ body: () throws(DataError) -> Value
  ) throws(DataError) -> Value {
    do throws(DataError) {
      return try body()
    } catch {
      throw error.within("\(table.file), '\(group)'")
    }
  }
}

extension IndicatorFramework {
  /// The framework with other weights of the nodes named.
  public func withWeights(_ weights: [String: Double]) throws(DataError) -> IndicatorFramework {
    for code in weights.keys.sorted() { _ = try position(of: code) }
    return try IndicatorFramework(
      metadata.map { entry in
        var entry = entry
        entry.weight = weights[entry.code] ?? entry.weight
        return entry
      })
  }
}
