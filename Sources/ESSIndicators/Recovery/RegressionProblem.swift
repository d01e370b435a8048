internal import ESSData
internal import ESSNumerics

/// The columns of a panel regression on their way from the formula to the fit.
struct RegressionProblem: Sendable {
  let options: PanelRegression.Options
  private(set) var sample: PanelSample
  private(set) var outcome: [Double]
  private var names: [String]
  private var regressors: [[Double]]
  private var weights: [Double]?
  private var effects: [AbsorbedEffects.Effect] = []
  private(set) var singletonCount = 0
  private(set) var warnings: [String] = []

  init(_ sample: PanelSample, _ options: PanelRegression.Options) throws(DataError) {
    self.options = options
    var needed: [String] = []
    if let weights = options.weights { needed.append(weights) }
    if case .conley(let conley) = options.covariance {
      needed += [conley.latitude, conley.longitude]
    }
    let found = try options.formula.evaluated(
      on: sample, policy: options.policy, also: needed)
    self.sample = found.sample
    outcome = found.outcome
    names = found.names
    regressors = found.regressors
    if let name = options.weights { try takeWeights(name) }
    guard options.model == .ols || options.formula.effects.isEmpty else {
      throw .notIdentified(
        "\(options.model.rawValue) works on whole units; take away '| \(options.formula.effects.joined(separator: " + "))'"
      )
    }
    guard options.model == .ols || options.policy != .crossSections else {
      throw .notIdentified(
        "\(options.model.rawValue) follows units over time, repeated cross sections do not")
    }
    guard options.model == .ols || weights == nil else {
      throw .notIdentified("weights go with --model ols")
    }
  }

  private mutating func takeWeights(_ name: String) throws(DataError) {
    let values = try sample.column(name)
    if let row = values.firstIndex(where: { $0 < 0 }) {
      throw .notIdentified(
        "the weight in \(sample.units[Int(sample.unitCodes[row])]), "
          + "\(sample.axis.labels[Int(sample.timeCodes[row])]) is below 0")
    }
    select(values.map { $0 > 0 }, reason: "weight 0")
    guard sample.rowCount > 0 else { throw .notIdentified("every weight is 0") }
    weights = try sample.column(name)
  }

  /// Keeps some rows of everything.
  private mutating func select(_ keep: [Bool], reason: String) {
    guard keep.contains(false) else { return }
    func kept(_ values: [Double]) -> [Double] {
      var result: [Double] = []
      for row in values.indices where keep[row] { result.append(values[row]) }
      return result
    }
    sample = sample.keeping(keep) { _ in reason }
    outcome = kept(outcome)
    regressors = regressors.map(kept)
    weights = weights.map(kept)
  }

  private mutating func addIntercept() {
    guard options.formula.hasIntercept else { return }
    names.insert(PanelRegression.intercept, at: 0)
    regressors.insert(Array(repeating: 1, count: outcome.count), at: 0)
  }

  // MARK: Models

  /// Rows as they are, or within fixed effects without the rows that are alone in a level.
  mutating func prepareRows() throws(DataError) {
    guard !options.formula.effects.isEmpty else {
      addIntercept()
      return
    }
    try takeEffects()
    if !options.keepsSingletons {
      while true {
        var keep = [Bool](repeating: true, count: outcome.count)
        for effect in effects {
          let counts = GroupSums.of(nil, codes: effect.codes, count: effect.count)
          for row in keep.indices where counts[Int(effect.codes[row])] == 1 { keep[row] = false }
        }
        let alone = keep.count { !$0 }
        if alone == 0 { break }
        guard alone < keep.count else {
          throw .notIdentified(
            "every row is alone in a level of \(options.formula.effects.joined(separator: " or "))")
        }
        singletonCount += alone
        select(keep, reason: "alone in a level of a fixed effect")
        try takeEffects()
      }
    }
    for effect in effects where effect.count == 1 {
      warnings.append("'\(effect.name)' has one level in the rows left")
    }
  }

  private mutating func takeEffects() throws(DataError) {
    var list: [AbsorbedEffects.Effect] = []
    for name in options.formula.effects {
      let factor = try sample.factor(name)
      list.append(
        AbsorbedEffects.Effect(name: name, codes: factor.codes, count: factor.values.count))
    }
    effects = list
  }

  mutating func prepareBetween() throws(DataError) {
    let units = UnitMeans(sample)
    outcome = units.means(of: outcome)
    regressors = regressors.map(units.means(of:))
    sample = sample.onePerUnit()
    addIntercept()
  }

  /// Changes from one period to the next, by time and never by row.
  mutating func prepareDifferences() throws(DataError) {
    guard sample.axis.hasDistances else {
      throw .notIdentified("first-difference needs periods or whole numbers as times")
    }
    let before = sample.rowsBefore(1)
    func change(_ column: [Double]) -> [Double] {
      column.indices.map { before[$0] < 0 ? 0 : column[$0] - column[Int(before[$0])] }
    }
    outcome = change(outcome)
    regressors = regressors.map(change)
    select(before.map { $0 >= 0 }, reason: "no row in the period before")
    guard sample.rowCount > 0 else {
      throw .notIdentified("no unit has two periods in a row")
    }
    addIntercept()
  }

  mutating func prepareRandom() throws(DataError) -> VarianceComponents {
    let components = try VarianceComponents(
      options.components, outcome: outcome, names: names, regressors: regressors, sample: sample)
    addIntercept()
    outcome = components.transformed(outcome, sample)
    regressors = regressors.map { components.transformed($0, sample) }
    if components.isTruncated {
      warnings.append(
        "the variance of the unit effects came out negative and is set to 0: the estimate is that of ols"
      )
    }
    return components
  }

  // MARK: Estimation

  func fit() throws(DataError) -> LinearFit {
    try LinearFit(
      outcome: outcome, names: names, regressors: regressors,
      absorbed: AbsorbedEffects(effects, weights: weights, isBalanced: effectsAreBalanced),
      weights: weights)
  }

  /// Whether the two effects are unit and time of a balanced panel.
  private var effectsAreBalanced: Bool {
    guard effects.count == 2, sample.isBalanced else { return false }
    let codes = [sample.unitCodes, sample.timeCodes]
    return (effects[0].codes == codes[0] && effects[1].codes == codes[1])
      || (effects[0].codes == codes[1] && effects[1].codes == codes[0])
  }

  func covariance(of fit: LinearFit) throws(DataError) -> CovarianceEstimate {
    let estimator = CovarianceEstimator(fit: fit, sample: sample)
    guard case .cluster(let names, let type, let factor) = options.covariance, names.count == 1
    else { return try estimator.estimate(options.covariance) }
    let groups = try ClusterGrouping(sample.factor(names[0]), name: names[0])
    var estimate =
      type == .cr2 || type == .cr3
      ? try biasReduced(fit, groups, type, factor) : try estimator.estimate(options.covariance)
    estimator.markConcentrated(groups, in: &estimate)
    return estimate
  }

  /// CR2 or CR3, of the fit with dummies where effects are not nested in the groups.
  private func biasReduced(
    _ fit: LinearFit, _ groups: ClusterGrouping, _ type: Covariance.ClusterType,
    _ factor: Covariance.SmallSample
  ) throws(DataError) -> CovarianceEstimate {
    let wide = try expanded(fit, groups: groups.codes, for: type.rawValue)
    let estimator = CovarianceEstimator(fit: wide, sample: sample)
    var estimate = try estimator.estimate(options.covariance)
    // The factor counts parameters as the narrow fit does.
    let scale =
      CovarianceEstimator(fit: fit, sample: sample).factor(factor, groups)
      / estimator.factor(factor, groups)
    let positions = fit.names.compactMap { wide.names.firstIndex(of: $0) }
    let all = estimate.matrix
    estimate.matrix = Matrix(rows: positions.count, columns: positions.count) {
      scale * all[positions[$0], positions[$1]]
    }
    estimate.degreesOfFreedom = positions.map { estimate.degreesOfFreedom[$0] }
    return estimate
  }

  /// The same fit with dummies for the effects that are not nested in some groups, since leaving out a group changes these.
  private func expanded(
    _ fit: LinearFit, groups: [Int32], for purpose: String
  ) throws(DataError) -> LinearFit {
    let outside = effects.filter { !$0.isNested(in: groups) }
    guard !outside.isEmpty else { return fit }
    let levels = outside.reduce(0) { $0 + $1.count }
    guard levels <= 400 else {
      throw .notIdentified(
        "\(purpose) needs a dummy for each level of "
          + "\(outside.map(\.name).joined(separator: " and ")), which is not nested in the groups; "
          + "\(levels) are too many (at most 400)")
    }
    var names = fit.names
    var columns = fit.names.map { regressors[self.names.firstIndex(of: $0) ?? 0] }
    let inside = effects.filter { $0.isNested(in: groups) }
    for (number, effect) in outside.enumerated() {
      // One level is the reference, unless nothing else stands for the intercept.
      let first = number == 0 && inside.isEmpty ? 0 : 1
      for level in first..<effect.count {
        names.append("\(effect.name)#\(level)")
        columns.append(effect.codes.map { Int($0) == level ? 1 : 0 })
      }
    }
    return try LinearFit(
      outcome: outcome, names: names, regressors: columns,
      absorbed: AbsorbedEffects(inside, weights: weights, isBalanced: false), weights: weights)
  }

  func bootstrap(_ fit: LinearFit) throws(DataError) -> [WildClusterBootstrap] {
    guard !options.wild.isEmpty else { return [] }
    guard case .cluster(let groups, _, _) = options.covariance, groups.count == 1 else {
      throw .notIdentified("the wild cluster bootstrap needs one grouping; --vcov cr1 names it")
    }
    let grouping = ClusterGrouping(try sample.factor(groups[0]), name: groups[0])
    let wide = try expanded(fit, groups: grouping.codes, for: "the wild cluster bootstrap")
    var tests: [WildClusterBootstrap] = []
    for name in options.wild {
      guard fit.names.contains(name), let index = wide.names.firstIndex(of: name) else {
        throw .unknownName(kind: "term", name: name, known: fit.names)
      }
      tests.append(
        WildClusterBootstrap(
          wide, grouping, index: index, draws: options.draws, seed: options.seed))
    }
    return tests
  }

  func effects(_ fit: LinearFit) -> [(name: String, levels: [(name: String, value: Double)])]? {
    guard !effects.isEmpty else { return [] }
    var rest = outcome
    for (name, coefficient) in zip(fit.names, fit.coefficients) {
      let column = regressors[names.firstIndex(of: name) ?? 0]
      for row in rest.indices { rest[row] -= coefficient * column[row] }
    }
    guard let values = fit.absorbed.levels(of: rest) else { return nil }
    return zip(effects, values).map { effect, values in
      let labels = (try? sample.factor(effect.name))?.values ?? []
      return (effect.name, zip(labels, values).map { ($0, $1) })
    }
  }
}
