public import ESSData
public import ESSNumerics

/// A table after the steps that come before normalisation, from which scores are made again and again.
///
/// Nothing in `normalised` and `scores` touches a text unless something is wrong, so that a stress test can call them for thousands of variants.
public struct PreparedScores: Sendable {
  /// A unit that is not scored.
  public struct Exclusion: Sendable, Equatable {
    /// Its code.
    public let unit: String
    /// The share of indicators that are known.
    public let share: Double
    /// Why it is not scored.
    public let reason: String
  }

  /// The units that are scored, with the values of the input.
  public let table: IndicatorTable
  /// Units that are not scored.
  public let excluded: [Exclusion]
  /// Values of all units of the input after denomination.
  public let denominated: Matrix
  /// Values of the scored units after denomination, transformation and imputation.
  public let imputed: Matrix
  /// Number of values of each scored unit that were imputed.
  public let imputedCounts: [Int]
  /// What the treatment did to each indicator.
  public let treatment: [TreatedColumn]
  /// Values of the scored units after all these steps; units x indicators.
  public let values: Matrix

  /// Names and hierarchy of the indicators.
  public var framework: IndicatorFramework { table.framework }

  /// Takes a table through denomination, transformation, screening, imputation and treatment.
  ///
  /// A unit without any reported value is never scored, whatever imputation could make of it.
  ///
  /// - Throws: `DataError` for a denominator that is not above 0, a value without the transformation asked for, an unknown
  ///   grouping, nothing to impute from, and for fewer than two units that are left.
  public init(_ table: IndicatorTable, _ recipe: Recipe) throws(DataError) {
    let framework = table.framework
    denominated = recipe.denominate ? try table.denominated() : table.values
    let transformed = try table.transformed(denominated)
    func known(_ values: Matrix) -> [Double] {
      (0..<values.rows).map { row in
        let count = (0..<values.columns).count { !values.elements[$0 * values.rows + row].isNaN }
        return Double(count) / Double(values.columns)
      }
    }
    let reported = known(transformed)
    let groups = try recipe.impute.grouping.map { name throws(DataError) -> [String] in
      guard let groups = table.groups[name] else {
        throw .unknownName(
          kind: "grouping of the imputation", name: name, known: table.groups.keys.sorted())
      }
      return groups
    }
    func filled(_ values: Matrix, _ rows: [Int]) throws(DataError) -> Matrix {
      try recipe.impute.filling(
        values, groups: groups.map { groups in rows.map { groups[$0] } },
        names: { framework.nodes[$0].code }, units: { table.units[rows[$0]] })
    }
    // Units without any value give and get no imputed one.
    let present = reported.indices.filter { reported[$0] > 0 }
    var shares = reported
    var whole: Matrix?
    if recipe.screen.basis == .imputed {
      let filled = try filled(transformed.selecting(rows: present), present)
      for (row, share) in zip(present, known(filled)) { shares[row] = share }
      whole = filled
    }
    // A share of 0.9 of ten indicators is nine of them, whatever the product rounds to.
    let least = recipe.screen.share - 1e-12
    let kept = present.filter { shares[$0] >= least }
    if let whole {
      let position = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, $0) })
      imputed = whole.selecting(rows: kept.compactMap { position[$0] })
    } else {
      imputed = try filled(transformed.selecting(rows: kept), kept)
    }
    guard kept.count > 1 else {
      throw .notIdentified(
        "a score compares at least two units, and \(kept.count) of \(table.units.count) have enough known values"
      )
    }
    let isKept = Set(kept)
    excluded = table.units.indices.filter { !isKept.contains($0) }.map { row in
      Exclusion(
        unit: table.units[row], share: shares[row],
        reason: reported[row] == 0
          ? "no indicator has a value"
          : "\(Self.percent(shares[row])) of the indicators are known, "
            + "\(Self.percent(recipe.screen.share)) are needed")
    }
    self.table = try table.selecting(kept, of: table.values)
    let count = framework.indicatorCount
    let blanks = transformed.selecting(rows: kept)
    let after = imputed
    imputedCounts = kept.indices.map { row in
      (0..<count).count { blanks[row, $0].isNaN && !after[row, $0].isNaN }
    }
    treatment = (0..<count).map { recipe.treat.treating(Array(after.column($0))) }
    values = Matrix(
      rows: kept.count, columns: count, elements: treatment.flatMap(\.values))
  }

  private static func percent(_ share: Double) -> String {
    NumberText.fixed(100 * share, decimals: 1) + " %"
  }

  /// The values of the scored units under another treatment of outliers.
  public func values(treatedBy treatment: OutlierTreatment) -> Matrix {
    Matrix(
      rows: imputed.rows, columns: imputed.columns,
      elements: (0..<imputed.columns).flatMap {
        treatment.values(treating: Array(imputed.column($0)))
      })
  }

  /// Values on one scale.
  ///
  /// - Parameters:
  ///   - normalisation: The scale.
  ///   - values: Values of the scored units, units x indicators; those of the recipe by default.
  /// - Returns: Scores of the indicators, units x indicators, higher being better.
  /// - Throws: `DataError` naming the indicator that cannot be normalised, and why.
  public func normalised(
    _ normalisation: Normalisation, values: Matrix? = nil
  ) throws(DataError) -> Matrix {
    let values = values ?? self.values
    precondition(values.columns == framework.indicatorCount)
    var unit: Int?
    if let code = normalisation.unit {
      guard let position = table.units.firstIndex(of: code) else {
        throw .unknownName(kind: "unit of reference", name: code, known: table.units)
      }
      unit = position
    }
    var elements: [Double] = []
    elements.reserveCapacity(values.rows * values.columns)
    for column in 0..<values.columns {
      let setting = NormalisationSetting(
        sign: framework.signs[column], goalposts: framework.goalposts[column],
        target: framework.targets[column], unit: unit)
      do throws(NormalisationFault) {
        elements += try normalisation.normalise(values.column(column), setting)
      } catch {
        throw .notIdentified(
          "'\(framework.nodes[column].code)': \(error.message(normalisation))")
      }
    }
    return Matrix(rows: values.rows, columns: values.columns, elements: elements)
  }

  /// Scores of all nodes from normalised values and weights.
  ///
  /// - Parameters:
  ///   - normalised: Units x indicators.
  ///   - weights: Weights within groups.
  ///   - aggregate: Aggregations, level by level as in `Recipe.aggregate`.
  ///   - known: The least share of a group's weights that must have a value.
  ///   - judging: The weights that this share is one of, where they are others than those of the scores.
  /// - Returns: Scores, units x nodes, the indicators first.
  /// - Throws: `DataError` naming unit and part where a mean is not defined.
  public func scores(
    normalised: Matrix, weights: NodeWeights, aggregate: [Aggregation], known: Double = 0.5,
    judging: NodeWeights? = nil
  ) throws(DataError) -> Matrix {
    var scores = ScoreBuilder(framework, normalised)
    for group in framework.groups {
      let level = framework.nodes[group].level
      try scores.add(
        group, aggregate[min(level - 2, aggregate.count - 1)],
        weights.of(group, framework), known, judging: judging?.of(group, framework),
        units: table.units)
    }
    return scores.matrix
  }

  /// Scores of all nodes by a recipe whose steps up to normalisation are done; with the weights that the recipe's weightings give.
  public func scores(
    normalised: Matrix, _ recipe: Recipe
  ) throws(DataError) -> (scores: Matrix, weights: NodeWeights) {
    var scores = ScoreBuilder(framework, normalised)
    var weights = NodeWeights(count: framework.nodes.count)
    for group in framework.groups {
      let node = framework.nodes[group]
      let weighting = recipe.weighting(level: node.level)
      let own = try weighting.weights(of: node, in: framework) { scores.parts(of: group) }
      if case .benefitOfTheDoubt = weighting {
        weights.byUnit[group] = Matrix(
          rows: normalised.rows, columns: node.children.count, elements: own)
      } else {
        for (child, weight) in zip(node.children, own) { weights.shared[child] = weight }
      }
      try scores.add(
        group, recipe.aggregation(level: node.level), weights.of(group, framework), recipe.known,
        units: table.units)
    }
    return (scores.matrix, weights)
  }
}

extension NodeWeights {
  /// The weights of a group's parts: one for each part, or one for each unit and part.
  func of(_ group: Int, _ framework: IndicatorFramework) -> [Double] {
    byUnit[group]?.elements ?? framework.nodes[group].children.map { shared[$0] }
  }
}
