internal import ESSData
internal import ESSNumerics

/// The two variances of a random-effects model, by any of the four usual estimators.
///
/// Swamy and Arora (1972), Amemiya (1971), Wallace and Hussain (1969), Nerlove (1971). For an unbalanced panel Swamy and Arora's as
/// Baltagi and Chang (1994) extend it; the others are for balanced ones.
public struct VarianceComponents: Sendable {
  /// How the variances are estimated.
  public enum Method: String, Sendable, CaseIterable {
    /// From the within and the between regression.
    case swamyArora = "swamy-arora"
    /// From the residuals of the within coefficients about one intercept.
    case amemiya
    /// From the residuals of pooled least squares.
    case wallaceHussain = "wallace-hussain"
    /// From the within residuals and the spread of the estimated effects.
    case nerlove
  }

  /// The method.
  public let method: Method
  /// Variance of the error of a row.
  public let idiosyncratic: Double
  /// Variance of the effect of a unit.
  public let individual: Double
  /// Whether the second came out negative and was set to 0.
  public let isTruncated: Bool
  /// For each unit the share of its mean that is taken from its rows: 1 - sqrt(s2e / (s2e + T_i s2a)).
  public let theta: [Double]

  init(
    _ method: Method, outcome: [Double], names: [String], regressors: [[Double]],
    sample: PanelSample
  ) throws(DataError) {
    self.method = method
    let units = UnitMeans(sample)
    let isBalanced = Set(units.counts).count == 1
    guard method == .swamyArora || isBalanced else {
      throw .notIdentified(
        "\(method.rawValue) is for balanced panels; swamy-arora is for all, and --unbalanced balance makes a panel balanced"
      )
    }
    let rows = Double(sample.rowCount)
    let count = Double(units.counts.count)
    let periods = units.counts[0]
    let within = try LinearFit(
      outcome: outcome, names: names, regressors: regressors,
      absorbed: AbsorbedEffects([units.effect], weights: nil, isBalanced: isBalanced),
      weights: nil)
    /// Variances from residuals about one intercept: within units, and of their means.
    func fromResiduals(_ residuals: [Double]) -> (Double, Double) {
      let means = units.means(of: residuals)
      let inside = zip(residuals, sample.unitCodes).reduce(0) {
        $0 + ($1.0 - means[Int($1.1)]) * ($1.0 - means[Int($1.1)])
      }
      let own = inside / (count * (periods - 1))
      let between = periods * means.reduce(0) { $0 + $1 * $1 } / count
      return (own, (between - own) / periods)
    }
    /// The outcome less what the within coefficients say.
    func beyondWithin() -> [Double] {
      var rest = outcome
      for (name, coefficient) in zip(within.names, within.coefficients) {
        let column = regressors[names.firstIndex(of: name) ?? 0]
        for row in rest.indices { rest[row] -= coefficient * column[row] }
      }
      return rest
    }
    let own: Double
    var effect: Double
    switch method {
    case .swamyArora:
      own = within.variance
      effect = try Self.swamyArora(own, outcome, names, regressors, units, rows: rows)
    case .amemiya:
      let rest = beyondWithin()
      let mean = rest.reduce(0, +) / rows
      (own, effect) = fromResiduals(rest.map { $0 - mean })
    case .wallaceHussain:
      let pooled = try LinearFit(
        outcome: outcome, names: [PanelRegression.intercept] + names,
        regressors: [Array(repeating: 1, count: outcome.count)] + regressors,
        absorbed: AbsorbedEffects([], weights: nil, isBalanced: false), weights: nil)
      (own, effect) = fromResiduals(pooled.residuals)
    case .nerlove:
      own = within.residualSumOfSquares / rows
      let effects = units.means(of: beyondWithin())
      let mean = effects.reduce(0, +) / count
      effect = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    }
    isTruncated = effect < 0
    if effect < 0 { effect = 0 }
    idiosyncratic = own
    individual = effect
    theta = units.counts.map { 1 - (own / (own + $0 * effect)).squareRoot() }
  }

  /// Baltagi and Chang (1994), equation 19: between residuals weighted by the rows of their unit.
  private static func swamyArora(
    _ own: Double, _ outcome: [Double], _ names: [String], _ regressors: [[Double]],
    _ units: UnitMeans, rows: Double
  ) throws(DataError) -> Double {
    let columns =
      [Array(repeating: 1, count: units.counts.count)] + regressors.map(units.means(of:))
    let between = try LinearFit(
      outcome: units.means(of: outcome), names: [PanelRegression.intercept] + names,
      regressors: columns, absorbed: AbsorbedEffects([], weights: nil, isBalanced: false),
      weights: units.counts)
    // The columns of the fit are times the roots of the counts already.
    let squares = Matrix(
      rows: units.counts.count, columns: between.columns.count,
      elements: between.columns.flatMap(\.self)
    ).gram(weights: units.counts)
    let trace = (between.inverseGram * squares).trace
    return (between.residualSumOfSquares - Double(between.degreesOfFreedom) * own) / (rows - trace)
  }

  /// A column less the share of the mean of its unit.
  func transformed(_ column: [Double], _ sample: PanelSample) -> [Double] {
    let means = UnitMeans(sample).means(of: column)
    return column.indices.map { row in
      let unit = Int(sample.unitCodes[row])
      return column[row] - theta[unit] * means[unit]
    }
  }
}

/// Means of columns by unit.
struct UnitMeans {
  let sample: PanelSample
  let counts: [Double]

  init(_ sample: PanelSample) {
    self.sample = sample
    counts = GroupSums.of(nil, codes: sample.unitCodes, count: sample.units.count)
  }

  var effect: AbsorbedEffects.Effect {
    AbsorbedEffects.Effect(name: "unit", codes: sample.unitCodes, count: sample.units.count)
  }

  func means(of column: [Double]) -> [Double] {
    let sums = GroupSums.of(
      column, weights: nil, codes: sample.unitCodes, count: sample.units.count)
    return zip(sums, counts).map { $0 / $1 }
  }
}
