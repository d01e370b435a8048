public import ESSData
internal import ESSNumerics

/// A regression on the rows of a panel: least squares with or without fixed effects, between, random effects or first differences.
///
/// What it says is an association unless the design makes it more; see <doc:Regression>. Cost: a few passes over the rows for each column;
/// memory: a handful of copies of the columns.
public struct PanelRegression: Sendable {
  /// What is compared.
  public enum Model: String, Sendable, CaseIterable {
    /// Rows, within the levels of the fixed effects of the formula if it has any.
    case ols
    /// The means of the units.
    case between
    /// Rows less a share of the mean of their unit.
    case random
    /// The change of a unit from one period to the next.
    case difference = "first-difference"
  }

  /// What to estimate and how.
  public struct Options: Sendable {
    /// The outcome, the regressors and the fixed effects.
    public var formula: RegressionFormula
    /// What is compared.
    public var model = Model.ols
    /// The variances of random effects.
    public var components = VarianceComponents.Method.swamyArora
    /// The covariance of the coefficients.
    public var covariance = Covariance.classical
    /// Column of weights: a row counts in proportion; not negative.
    public var weights: String?
    /// What is done about units that are not there at every time.
    public var policy = PanelSample.Policy.pairs
    /// Whether rows alone in a level of a fixed effect stay, which changes no coefficient but the number of rows.
    public var keepsSingletons = false
    /// Whether a column without a coefficient is an error.
    public var isStrict = false
    /// Confidence level of intervals.
    public var confidence = 0.95
    /// Coefficients tested by the wild cluster bootstrap.
    public var wild: [String] = []
    /// Draws of the bootstrap, where not all sign vectors are taken.
    public var draws = 9999
    /// The seed of the bootstrap.
    public var seed: UInt64 = 1

    /// The options of a plain regression.
    public init(formula: RegressionFormula) { self.formula = formula }
  }

  /// A coefficient.
  public struct Coefficient: Sendable {
    /// The term.
    public let name: String
    /// The estimate.
    public let estimate: Double
    /// Its standard error; NaN where one group alone identifies the coefficient.
    public let standardError: Double
    /// Degrees of freedom of its t statistic.
    public let degreesOfFreedom: Double
    /// The interval at the confidence asked.
    public let interval: ClosedRange<Double>?

    /// Estimate over standard error.
    public var statistic: Double { estimate / standardError }

    /// The probability of a larger |t| if the coefficient is 0.
    public var pValue: Double {
      2 * StudentT(degreesOfFreedom: degreesOfFreedom).complement(abs(statistic))
    }
  }

  /// A column that got no coefficient, and why.
  public struct Omission: Sendable, Equatable {
    /// The term.
    public let name: String
    /// Whether the fixed effects absorb it; otherwise it depends on the columns before it.
    public let isAbsorbed: Bool
  }

  /// The name of the intercept.
  public static let intercept = "(intercept)"

  /// The options.
  public let options: Options
  /// The coefficients, in the order of the formula, the intercept first.
  public let coefficients: [Coefficient]
  /// Columns that got none.
  public let omissions: [Omission]
  /// The rows of the fit, with the report of what was left out.
  public let sample: PanelSample
  /// Rows alone in a level of a fixed effect, left out.
  public let singletonCount: Int
  /// Parameters, the absorbed effects with them.
  public let parameterCount: Int
  /// Degrees of freedom of the residuals.
  public let residualDegreesOfFreedom: Int
  /// Independent levels of the fixed effects.
  public let absorbedCount: Int
  /// Sum of squared residuals.
  public let residualSumOfSquares: Double
  /// 1 - residual over total sum of squares; with fixed effects within them, without intercept about 0.
  public let rSquared: Double
  /// The Wald statistic of all slopes over their number, with its degrees of freedom.
  public let slopes: WaldTest?
  /// The variances of random effects.
  public let components: VarianceComponents?
  /// Number of groups in each grouping of the covariance.
  public let groups: [Int]
  /// The lag of the covariance.
  public let lag: Int?
  /// Iterations of the projections, and whether they came to the tolerance.
  public let projection: (iterations: Int, isConverged: Bool)
  /// Bootstrap tests.
  public let wild: [WildClusterBootstrap]
  /// What a reader should doubt.
  public let warnings: [String]

  let fit: LinearFit
  let covarianceMatrix: Matrix
  private let problem: RegressionProblem

  /// Fits; throws where the data do not identify what is asked, naming columns, units or counts.
  public init(_ sample: PanelSample, _ options: Options) throws(DataError) {
    self.options = options
    var problem = try RegressionProblem(sample, options)
    var components: VarianceComponents?
    switch options.model {
    case .ols: try problem.prepareRows()
    case .between: try problem.prepareBetween()
    case .difference: try problem.prepareDifferences()
    case .random: components = try problem.prepareRandom()
    }
    let fit = try problem.fit()
    let omissions = fit.left.map { Omission(name: $0.name, isAbsorbed: $0.isAbsorbed) }
    if options.isStrict, let first = omissions.first {
      throw .notIdentified(
        "\(first.name) \(first.isAbsorbed ? "is absorbed by the fixed effects" : "depends on the columns before it")"
      )
    }
    let estimate = try problem.covariance(of: fit)
    var coefficients: [Coefficient] = []
    for (index, name) in fit.names.enumerated() {
      // NaN where there is none to estimate; rounding may leave a variance just below 0.
      let variance = estimate.matrix[index, index]
      let error = variance < 0 ? 0 : variance.squareRoot()
      coefficients.append(
        Coefficient(
          name: name, estimate: fit.coefficients[index], standardError: error,
          degreesOfFreedom: estimate.degreesOfFreedom[index],
          interval: StudentT.interval(
            estimate: fit.coefficients[index], standardError: error,
            degreesOfFreedom: estimate.degreesOfFreedom[index], level: options.confidence)))
    }
    self.fit = fit
    self.problem = problem
    self.components = components
    self.coefficients = coefficients
    self.omissions = omissions
    self.sample = problem.sample
    covarianceMatrix = estimate.matrix
    singletonCount = problem.singletonCount
    parameterCount = fit.parameterCount
    residualDegreesOfFreedom = fit.degreesOfFreedom
    absorbedCount = fit.absorbed.rank
    residualSumOfSquares = fit.residualSumOfSquares
    let hasMean = fit.names.contains(Self.intercept) || fit.absorbed.rank > 0
    let total =
      hasMean ? fit.totalSumOfSquares : problem.outcome.reduce(0) { $0 + $1 * $1 }
    rSquared = total > 0 ? 1 - fit.residualSumOfSquares / total : .nan
    slopes = WaldTest(fit, estimate)
    groups = estimate.groups
    lag = estimate.lag
    projection = (fit.absorbed.iterations, fit.absorbed.isConverged)
    wild = try problem.bootstrap(fit)
    var warnings = problem.warnings + estimate.warnings
    if !fit.absorbed.isConverged {
      warnings.append(
        "the fixed effects did not converge in \(AbsorbedEffects.mostIterations) iterations")
    }
    self.warnings = warnings
  }

  /// The coefficient of a term, if it has one.
  public subscript(term: String) -> Coefficient? { coefficients.first { $0.name == term } }

  /// The estimated fixed effects, level by level, for each effect of the formula; `nil` where only the coefficients are computed.
  ///
  /// The mean outcome of a level less what the coefficients say; of two effects the second is 0 in its first level.
  public func effects() -> [(name: String, levels: [(name: String, value: Double)])]? {
    problem.effects(fit)
  }
}

/// A joint test that several coefficients are 0.
public struct WaldTest: Sendable {
  /// The statistic over the number of coefficients.
  public let statistic: Double
  /// The number of coefficients.
  public let numerator: Double
  /// Degrees of freedom of the errors.
  public let denominator: Double

  /// The probability of a larger statistic.
  public var pValue: Double {
    FisherF(numerator: numerator, denominator: denominator).complement(statistic)
  }

  /// The test of all slopes; `nil` without one, or if their covariance has no inverse.
  init?(_ fit: LinearFit, _ estimate: CovarianceEstimate) {
    let chosen = fit.names.indices.filter { fit.names[$0] != PanelRegression.intercept }
    guard !chosen.isEmpty else { return nil }
    let block = Matrix(rows: chosen.count, columns: chosen.count) {
      estimate.matrix[chosen[$0], chosen[$1]]
    }
    guard let factor = Cholesky(block) else { return nil }
    let slopes = chosen.map { fit.coefficients[$0] }
    statistic =
      zip(slopes, factor.solve(slopes)).reduce(0) { $0 + $1.0 * $1.1 } / Double(chosen.count)
    numerator = Double(chosen.count)
    denominator = chosen.map { estimate.degreesOfFreedom[$0] }.min() ?? .nan
  }
}
