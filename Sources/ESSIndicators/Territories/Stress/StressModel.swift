internal import ESSData
internal import ESSNumerics

/// A score that can be made again with other weights, data and choices.
struct StressModel: Sendable {
  let board: Scoreboard
  let space: StressSpace
  let seed: UInt64
  /// The sources of uncertainty that there are, each with the number of its alternatives.
  let factors: [(factor: StressFactor, count: Int)]
  /// Weights within groups, as the recipe has them.
  let nominal: [Double]
  /// Whether weights are drawn.
  let drawsWeights: Bool
  private let preparations: [PreparedScores]
  private let treatments: [OutlierTreatment]
  private let normalisations: [Normalisation]
  private let aggregations: [[Aggregation]]
  /// Standard deviations of the errors, units x indicators, for each imputation; none without errors.
  private let errors: [[Double]]
  /// Whether each imputation leaves nothing missing.
  private let isComplete: [Bool]
  /// Normalised values for each imputation, treatment and scale; none with errors, which ask for new ones each time.
  private let scaled: [Matrix]

  /// Prepares every alternative.
  init(
    _ table: IndicatorTable, _ recipe: Recipe, _ space: StressSpace, seed: UInt64
  ) throws(DataError) {
    let recipe = space.liftingZero(of: recipe)
    try recipe.check(table.framework)
    self.space = space
    self.seed = seed
    let treatments = Self.choices(recipe.treat, space.treatments)
    let scales = Self.choices(recipe.normalise, space.normalisations)
    aggregations = Self.choices(recipe.aggregate, space.aggregations)
    for other in aggregations {
      var changed = recipe
      changed.aggregate = other
      try changed.check(table.framework)
    }
    let preparations = try Self.preparations(table, recipe, space.imputations)
    board = try Scoreboard(preparations[0], recipe)
    guard board.weights.byUnit.isEmpty || !space.weights.isRandom && !space.dropsIndicator else {
      throw .notIdentified(
        "weights that differ from unit to unit are not drawn at random; test the recipe with fixed ones, or without drawing weights and leaving out indicators"
      )
    }
    nominal = board.weights.shared
    var errors: [[Double]] = []
    switch space.noise {
    case .none: break
    case .relative(let share):
      errors = preparations.map { Self.deviations($0.imputed, share: share) }
    case .standardErrors(let matrix):
      let own = try StandardErrors(matrix, table, recipe)
      errors = preparations.map { own.errors(of: $0) }
    }
    var scaled: [Matrix] = []
    if errors.isEmpty {
      for prepared in preparations {
        for treatment in treatments {
          let values = prepared.values(treatedBy: treatment)
          for scale in scales { scaled.append(try prepared.normalised(scale, values: values)) }
        }
      }
    }
    self.errors = errors
    self.scaled = scaled
    self.preparations = preparations
    isComplete = preparations.map { $0.imputed.elements.allSatisfy(\.isFinite) }
    self.treatments = treatments
    normalisations = scales
    // A plain sum has no weights to draw.
    drawsWeights =
      space.weights.isRandom && !aggregations.allSatisfy { $0.allSatisfy { $0 == .sum } }
    let counts: [StressFactor: Int] = [
      .weights: drawsWeights ? .max : 1, .noise: errors.isEmpty ? 1 : .max,
      .drop: space.dropsIndicator ? table.framework.indicatorCount + 1 : 1,
      .impute: preparations.count, .treat: treatments.count, .normalise: scales.count,
      .aggregate: aggregations.count,
    ]
    factors = StressFactor.allCases.compactMap { factor in
      let count = counts[factor] ?? 1
      return count > 1 ? (factor, count) : nil
    }
  }

  /// The recipe's own choice and the alternatives, each once.
  private static func choices<Choice: Equatable>(_ own: Choice, _ others: [Choice]) -> [Choice] {
    others.reduce(into: [own]) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The recipe's preparation, and those with other imputations if anything is missing.
  private static func preparations(
    _ table: IndicatorTable, _ recipe: Recipe, _ imputations: [Imputation]
  ) throws(DataError) -> [PreparedScores] {
    let own = try PreparedScores(table, recipe)
    var result = [own]
    let hasMissing =
      own.imputedCounts.contains { $0 > 0 } || own.imputed.elements.contains(where: \.isNaN)
    guard hasMissing else { return result }
    for imputation in choices(recipe.impute, imputations).dropFirst() {
      var other = recipe
      other.impute = imputation
      let prepared = try PreparedScores(table, other)
      guard prepared.table.units == own.table.units else {
        throw .notIdentified(
          "the imputation \(imputation) leaves other units to score than \(recipe.impute); screen by reported values"
        )
      }
      result.append(prepared)
    }
    return result
  }

  private static func deviations(_ values: Matrix, share: Double) -> [Double] {
    (0..<values.columns).flatMap { column in
      let deviation = ColumnMoments(values.column(column)).deviation(.sample)
      return Array(
        repeating: deviation.isFinite ? share * deviation : 0, count: values.rows)
    }
  }

  /// What is uncertain, in words, with what it comes to.
  var sources: [String] {
    factors.map { factor, count in
      switch (factor, space.weights, space.noise) {
      case (.weights, .uniform(let spread), _):
        "weights(uniform,spread=\(NumberText.shortest(spread)))"
      case (.weights, .dirichlet(let concentration), _):
        "weights(dirichlet,concentration=\(NumberText.shortest(concentration)))"
      case (.weights, _, _): "weights(simplex)"
      case (.noise, _, .relative(let share)):
        "noise(share=\(NumberText.shortest(share)))"
      case (.noise, _, _): "sampling(standard errors)"
      case (.impute, _, _):
        "impute(\(preparationNames.joined(separator: "|")))"
      case (.treat, _, _): "treat(\(treatments.map(\.description).joined(separator: "|")))"
      case (.normalise, _, _):
        "normalise(\(normalisations.map(\.description).joined(separator: "|")))"
      case (.aggregate, _, _):
        "aggregate("
          + aggregations.map { $0.map(\.description).joined(separator: ";") }.joined(separator: "|")
          + ")"
      case (.drop, _, _): "drop(1 of \(count - 1) or none)"
      }
    }
  }

  private var preparationNames: [String] {
    Self.choices(board.recipe.impute, space.imputations).map(\.description)
  }

  /// What a replication is made with.
  func draw(replication: Int) -> StressDraw {
    let random = KeyedRandom(seed: seed, stream: 0x57E55).stream(UInt64(replication))
    return draw(point: factors.indices.map { random.uniform(at: $0) })
  }

  /// What a point of the unit cube stands for, one coordinate a factor.
  func draw(point: [Double]) -> StressDraw {
    var draw = StressDraw()
    for (position, (factor, count)) in factors.enumerated() {
      draw.set(factor, point[position], count: count, seed: seed)
    }
    return draw
  }

  /// The weights within groups of a draw.
  func weights(of draw: StressDraw) -> [Double] {
    var weights = nominal
    let framework = board.framework
    if let stream = draw.weights {
      for group in framework.groups {
        let children = framework.nodes[group].children
        let drawn = space.weights.drawn(
          children.map { nominal[$0] }, stream.stream(UInt64(group)))
        for (child, weight) in zip(children, drawn) { weights[child] = weight }
      }
    }
    if let dropped = draw.dropped { leaveOut(dropped, &weights) }
    return weights
  }

  /// Takes a part's weight away; a group that has no other part loses its own, as if it were not there.
  private func leaveOut(_ part: Int, _ weights: inout [Double]) {
    let framework = board.framework
    guard let group = framework.nodes[part].parent else { return }
    let others = framework.nodes[group].children.filter { $0 != part }
    let sum = others.reduce(0) { $0 + weights[$1] }
    guard sum > 0 else { return leaveOut(group, &weights) }
    for child in others { weights[child] /= sum }
    weights[part] = 0
  }

  /// Weights within groups that give the indicators weights in the whole.
  func nodeWeights(_ indicators: [Double]) -> [Double] {
    let framework = board.framework
    var reach = indicators
    for group in framework.groups {
      reach.append(framework.nodes[group].children.reduce(0) { $0 + reach[$1] })
    }
    return framework.nodes.indices.map { node in
      guard let parent = framework.nodes[node].parent else { return 1 }
      return reach[parent] > 0 ? reach[node] / reach[parent] : nominal[node]
    }
  }

  /// The scores of the whole; a unit without one is below all others.
  func scores(_ draw: StressDraw, weights: [Double]) throws(DataError) -> [Double] {
    if let scores = linearScores(draw, weights) { return scores }
    let prepared = preparations[draw.imputation]
    let normalised: Matrix
    if let stream = draw.noise {
      normalised = try disturbed(draw, stream)
    } else if scaled.isEmpty {
      normalised = try prepared.normalised(
        normalisations[draw.normalisation],
        values: prepared.values(treatedBy: treatments[draw.treatment]))
    } else {
      normalised = scaled[scaledPosition(draw)]
    }
    var nodes = board.weights
    nodes.shared = weights
    // What is known of a unit does not hang on the weights drawn: the recipe says whose scores there are.
    var judging: NodeWeights?
    if draw.weights != nil {
      var own = board.weights
      if let dropped = draw.dropped { leaveOut(dropped, &own.shared) }
      judging = own
    }
    let scores = try prepared.scores(
      normalised: normalised, weights: nodes, aggregate: aggregations[draw.aggregation],
      known: board.recipe.known, judging: judging)
    return scores.column(board.framework.root).map { $0.isNaN ? -.infinity : $0 }
  }

  /// The scores where data are complete and all groups are arithmetic means; `nil` where the general way is needed.
  private func linearScores(_ draw: StressDraw, _ weights: [Double]) -> [Double]? {
    guard isComplete[draw.imputation], board.weights.byUnit.isEmpty,
      aggregations[draw.aggregation].allSatisfy({ $0 == .arithmetic })
    else { return nil }
    let indicators = board.indicatorWeights(weights)
    if let stream = draw.noise {
      let values = preparations[draw.imputation].imputed
      let steps = StressKernel.Steps(
        treatments[draw.treatment], normalisations[draw.normalisation], rows: values.rows)
      return steps?.sum(
        values, errors: errors[draw.imputation], stream, board.framework, weights: indicators)
    }
    guard !scaled.isEmpty else { return nil }
    return StressKernel.sum(scaled[scaledPosition(draw)], weights: indicators)
  }

  private func scaledPosition(_ draw: StressDraw) -> Int {
    (draw.imputation * treatments.count + draw.treatment) * normalisations.count
      + draw.normalisation
  }

  /// Normalised values of data with errors.
  private func disturbed(
    _ draw: StressDraw, _ stream: KeyedRandom
  ) throws(DataError) -> Matrix {
    let prepared = preparations[draw.imputation]
    let errors = errors[draw.imputation]
    var values = prepared.imputed
    unsafe values.withUnsafeMutableElements { cells in
      unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: cells.count) { normals in
        unsafe stream.fillNormals(normals)
        for i in 0..<cells.count { unsafe cells[i] += errors[i] * normals[i] }
      }
    }
    let treatment = treatments[draw.treatment]
    if treatment != .none {
      values = Matrix(
        rows: values.rows, columns: values.columns,
        elements: (0..<values.columns).flatMap {
          treatment.values(treating: Array(values.column($0)))
        })
    }
    return try prepared.normalised(normalisations[draw.normalisation], values: values)
  }
}
