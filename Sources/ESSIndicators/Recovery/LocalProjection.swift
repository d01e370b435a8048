public import ESSData
internal import ESSNumerics

/// The response of an outcome to a shock, horizon by horizon, each by a regression of its own.
///
/// Jorda (2005), American Economic Review 95(1), 161-182. Horizon 0 is the period of the shock. The two responses have names of their own, since
/// "cumulative" means either elsewhere: the long difference y(t + h) - y(t - 1), and the running sum of the long differences up to h.
/// With a state every regressor works in each state separately (Auerbach and Gorodnichenko 2013); the state is that of the period before the shock.
public struct LocalProjection: Sendable {
  /// What stands on the left.
  public enum Response: String, Sendable, CaseIterable {
    /// y(t + h) - y(t - 1).
    case longDifference = "long-difference"
    /// The sum over j = 0, ..., h of y(t + j) - y(t - 1).
    case cumulative
  }

  /// How errors depend on each other.
  public enum Errors: Sendable, Equatable {
    /// Newey and West with h lags at horizon h, or so many at every horizon; for one series.
    case neweyWest(lag: Int?)
    /// Driscoll and Kraay with h lags at horizon h, or so many at every horizon; for panels.
    case driscollKraay(lag: Int?)
  }

  /// What to estimate.
  public struct Options: Sendable {
    /// The outcome, the shock as the first term, controls as further terms, and fixed effects.
    public var formula: RegressionFormula
    /// The last horizon.
    public var horizons = 8
    /// Lags of the change of the outcome and of the shock among the controls.
    public var lags = 4
    /// A column that is 1 in one state and 0 in the other; `nil` for no state.
    public var state: String?
    /// The errors; `nil` for Newey-West with one unit and Driscoll-Kraay with several.
    public var errors: Errors?
    /// Confidence level of the bands.
    public var confidence = 0.95

    /// The options with the usual conventions.
    public init(formula: RegressionFormula) { self.formula = formula }
  }

  /// One coefficient.
  public struct Point: Sendable {
    /// What stands on the left.
    public let response: Response
    /// Periods after the shock.
    public let horizon: Int
    /// `nil` without a state; `1` or `0`; `1-0` for the difference of the two.
    public let state: String?
    /// The response to a shock of one.
    public let estimate: Double
    /// Its standard error.
    public let standardError: Double
    /// Degrees of freedom of its t statistic.
    public let degreesOfFreedom: Double
    /// Number of rows.
    public let count: Int
    /// Lag of the covariance.
    public let lag: Int

    /// The band at a confidence level.
    public func interval(level: Double) -> ClosedRange<Double>? {
      StudentT.interval(
        estimate: estimate, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
        level: level)
    }
  }

  /// The options, with the errors filled in.
  public let options: Options
  /// The points: by response, horizon and state.
  public let points: [Point]
  /// The first horizon that the data do not identify, with the reason; `nil` if all are.
  public let end: (horizon: Int, reason: String)?
  /// Rows left out at horizon 0.
  public let dropped: [PanelSample.Drop]

  /// Estimates every horizon up to the first that the data do not identify; throws if horizon 0 is not.
  public init(_ sample: PanelSample, _ options: Options) throws(DataError) {
    guard sample.axis.hasDistances else {
      throw .notIdentified("a local projection needs periods or whole numbers as times")
    }
    guard options.formula.terms.count >= 1 else {
      throw .notIdentified("the first term of the formula is the shock; there is none")
    }
    var options = options
    if options.errors == nil {
      options.errors =
        sample.units.count > 1 ? .driscollKraay(lag: nil) : .neweyWest(lag: nil)
    }
    self.options = options
    let design = try ProjectionDesign(sample, options)
    var points: [Point] = []
    var end: (horizon: Int, reason: String)?
    var dropped: [PanelSample.Drop] = []
    for response in Response.allCases {
      for horizon in 0...options.horizons {
        do throws(DataError) {
          let (found, drops) = try design.points(response, horizon)
          points += found
          if horizon == 0 { dropped = drops }
        } catch {
          guard horizon > 0, case .notIdentified(let reason) = error else { throw error }
          if end == nil { end = (horizon, reason) }
          break
        }
      }
    }
    self.points = points
    self.end = end
    self.dropped = dropped
  }
}

/// The right side of all horizons, as columns of a sample.
private struct ProjectionDesign {
  private let options: LocalProjection.Options
  private let sample: PanelSample
  private let outcome: [Double]
  private let shocks: [String]
  private let terms: [String]

  private static let left = "(response)"

  init(_ sample: PanelSample, _ options: LocalProjection.Options) throws(DataError) {
    self.options = options
    var formula = FormulaEvaluator(sample, isFollowed: true)
    let outcomeName = try formula.column(options.formula.outcome)
    var names: [String] = []
    for term in options.formula.terms { names += try formula.columns(of: term) }
    var sample = formula.sample
    let outcome = try sample.column(outcomeName)
    let shock = try sample.column(names[0])
    let change = zip(outcome, sample.lagged(outcome, by: 1)).map { $0 - $1 }
    for lag in stride(from: 1, through: options.lags, by: 1) {
      for (name, values) in [("change", change), ("shock", shock)] {
        sample = sample.adding("(\(name), lag \(lag))", sample.lagged(values, by: lag))
        names.append("(\(name), lag \(lag))")
      }
    }
    guard let state = options.state else {
      self.sample = sample
      self.outcome = outcome
      shocks = [names[0]]
      terms = names
      return
    }
    let values = try sample.column(state)
    for value in values where value != 0 && value != 1 && !value.isNaN {
      throw .notIdentified(
        "the state '\(state)' is \(NumberText.shortest(value)) somewhere; 0 and 1 were expected")
    }
    let before = sample.lagged(values, by: 1)
    var split: [String] = []
    for part in ["1", "0"] {
      let weight = before.map { part == "1" ? $0 : 1 - $0 }
      for name in names {
        let column = try sample.column(name)
        sample = sample.adding("\(name) [\(part)]", zip(column, weight).map { $0 * $1 })
        split.append("\(name) [\(part)]")
      }
    }
    sample = sample.adding("(state)", before)
    self.sample = sample
    self.outcome = outcome
    shocks = ["\(names[0]) [1]", "\(names[0]) [0]"]
    terms = split + ["(state)"]
  }

  func points(
    _ response: LocalProjection.Response, _ horizon: Int
  ) throws(DataError) -> ([LocalProjection.Point], [PanelSample.Drop]) {
    let base = sample.lagged(outcome, by: 1)
    var left = [Double](repeating: 0, count: outcome.count)
    for step in (response == .cumulative ? 0 : horizon)...horizon {
      let later = sample.lagged(outcome, by: -step)
      for row in left.indices { left[row] += later[row] - base[row] }
    }
    let formula = RegressionFormula(
      outcome: .variable(Self.left), terms: terms.map { .init([.variable($0)]) },
      hasIntercept: options.formula.hasIntercept, effects: options.formula.effects)
    var regression = PanelRegression.Options(formula: formula)
    let lag: Int
    switch options.errors {
    case .driscollKraay(let given):
      lag = given ?? horizon
      regression.covariance = .driscollKraay(lag: lag, .none)
    case .neweyWest(let given):
      lag = given ?? horizon
      regression.covariance = .neweyWest(lag: lag, .none)
    case nil:
      lag = horizon
    }
    let fit = try PanelRegression(sample.adding(Self.left, left), regression)
    var points: [LocalProjection.Point] = []
    let places = shocks.map { name in fit.fit.names.firstIndex(of: name) }
    for (number, place) in places.enumerated() {
      guard let place else {
        throw .notIdentified("\(shocks[number]) has no coefficient at horizon \(horizon)")
      }
      let coefficient = fit.coefficients[place]
      points.append(
        LocalProjection.Point(
          response: response, horizon: horizon,
          state: options.state == nil ? nil : number == 0 ? "1" : "0",
          estimate: coefficient.estimate, standardError: coefficient.standardError,
          degreesOfFreedom: coefficient.degreesOfFreedom, count: fit.sample.rowCount, lag: lag))
    }
    if points.count == 2, let one = places[0], let other = places[1] {
      let covariance = fit.covarianceMatrix
      let variance =
        covariance[one, one] + covariance[other, other] - 2 * covariance[one, other]
      points.append(
        LocalProjection.Point(
          response: response, horizon: horizon, state: "1-0",
          estimate: points[0].estimate - points[1].estimate,
          standardError: max(variance, 0).squareRoot(),
          degreesOfFreedom: points[0].degreesOfFreedom, count: fit.sample.rowCount, lag: lag))
    }
    return (points, fit.sample.dropped)
  }
}

extension LocalProjection {
  private var method: String {
    let errors =
      switch options.errors {
      case .driscollKraay(let lag): "driscoll-kraay(lag=\(lag.map(String.init) ?? "h"))"
      case .neweyWest(let lag): "newey-west(lag=\(lag.map(String.init) ?? "h"))"
      case nil: "-"
      }
    return "local-projection(formula=\(options.formula),lags=\(options.lags),vcov=\(errors)"
      + (options.state.map { ",state=\($0) before" } ?? "") + ")"
  }

  /// The points as rows of the public table; the component is `response/h=N`, and the state behind it.
  public var observations: [Observation] {
    var list = points.map { point in
      let state = point.state.map { "/state=\($0)" } ?? ""
      return Observation(
        territory: "", period: "", indicator: "recovery.local_projection",
        component: "\(point.response.rawValue)/h=\(point.horizon)\(state)",
        value: point.estimate, unit: "coefficient", standardError: point.standardError,
        interval: point.interval(level: options.confidence), count: point.count, method: method)
    }
    if let end {
      list.append(
        Observation(
          territory: "", period: "", indicator: "recovery.local_projection",
          component: "h=\(end.horizon)", value: nil, unit: "coefficient", method: method,
          note: end.reason))
    }
    return list + droppedObservations(dropped, method: method)
  }

  /// Horizons by row, with the bands.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let columns = [
      Display.Column(context.words("response", "réponse", "respuesta"), isNumeric: false),
      Display.Column("h"), Display.Column(context.words("state", "état", "estado")),
      Display.Column(context.words("estimate", "estimation", "estimación")),
      Display.Column(context.words("std error", "err. type", "error est.")),
      Display.Column(context.words("lower", "inf.", "inferior")),
      Display.Column(context.words("upper", "sup.", "superior")), Display.Column("n"),
    ]
    let cells = points.map { point in
      let band = point.interval(level: options.confidence)
      return [
        point.response.rawValue, "\(point.horizon)", point.state ?? "-",
        style.text(point.estimate, decimals: 4), style.text(point.standardError, decimals: 4),
        style.text(band?.lowerBound, decimals: 4), style.text(band?.upperBound, decimals: 4),
        "\(point.count)",
      ]
    }
    return Display(
      title: context.words(
        "Response to", "Réponse à", "Respuesta a")
        + " \(options.formula.terms.first?.description ?? "")", columns: columns, rows: cells,
      notes: [method] + (end.map { ["h = \($0.horizon): \($0.reason)."] } ?? []))
  }
}
