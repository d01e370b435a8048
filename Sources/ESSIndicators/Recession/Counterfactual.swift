public import ESSData
internal import ESSNumerics

/// Levels that a series could have had without the shock, period by period after the reference.
///
/// A synthetic control is one too: `init(synthetic:donors:rule:from:reference:end:scale:)`; a path from anywhere else enters by `init(name:levels:)`.
public struct Counterfactual: Sendable {
  /// Where the path comes from.
  public enum Method: Sendable, Equatable {
    /// ln y = a + b t, fitted from a period to the reference.
    case logLinear(from: Period)
    /// y = a + b t, for series that are not positive.
    case linear(from: Period)
    /// Hamilton's forecasts on logarithms.
    case hamilton(horizon: Int, lags: Int)
    /// The Hodrick-Prescott trend of the logarithms.
    case hodrickPrescott(lambda: Double)
    /// Growth projected before the shock, in percent by period.
    case vintage(name: String, growth: [Period: Double])
    /// The growth of a group of other territories.
    case peers(name: String)
  }

  /// As results name it.
  public let name: String
  /// Levels from the first period after the reference on, as far as the method reaches.
  public let levels: [Double]
  /// Standard errors of a prediction, on the scale of `isLog`; `nil` where the method has none.
  public let errors: [Double]?
  /// Whether the errors are of logarithms.
  public let isLog: Bool
  /// Degrees of freedom of the errors.
  public let degreesOfFreedom: Double?
  /// Standard error of the sum of the levels, where the method has one.
  public let sumError: Double?
  /// What a reader should know.
  public let note: String
  /// Placebos, from which a synthetic control has its interval.
  let placebos: Placebos?

  /// A path from elsewhere.
  public init(name: String, levels: [Double]) {
    self.init(name: name, levels: levels, errors: nil, isLog: true, degreesOfFreedom: nil)
  }

  init(
    name: String, levels: [Double], errors: [Double]?, isLog: Bool, degreesOfFreedom: Double?,
    sumError: Double? = nil, note: String = "", placebos: Placebos? = nil
  ) {
    self.name = name
    self.levels = levels
    self.errors = errors
    self.isLog = isLog
    self.degreesOfFreedom = degreesOfFreedom
    self.sumError = sumError
    self.note = note
    self.placebos = placebos
  }

  /// The prediction interval of a level, by position in `levels`; `nil` where the method has none.
  public func interval(_ index: Int, confidence: Double) -> ClosedRange<Double>? {
    let expected = levels[index]
    if let reach = placebos?.reach(index, confidence: confidence) {
      return (expected - reach)...(expected + reach)
    }
    guard let error = errors?[index], let degreesOfFreedom else { return nil }
    let reach = StudentT(degreesOfFreedom: degreesOfFreedom).quantile((1 + confidence) / 2) * error
    guard reach.isFinite, reach >= 0, expected.isFinite else { return nil }
    guard isLog else { return (expected - reach)...(expected + reach) }
    let (low, high) = (
      expected * SpecialFunctions.exp(-reach), expected * SpecialFunctions.exp(reach)
    )
    return low <= high ? low...high : nil
  }

  /// Why there is no path.
  public enum Failure: Error, Equatable {
    /// Something is missing, in a clause.
    case notIdentified(String)
  }

  /// The path of a series after a reference.
  ///
  /// - Parameters:
  ///   - series: The series, complete from its first value that the method uses to `end`.
  ///   - reference: The last period before the shock.
  ///   - end: The last period.
  ///   - method: The method, any but peers.
  ///   - usesLaterData: Whether Hamilton's and the Hodrick-Prescott trend are fitted on the whole sample, as filters are.
  /// - Throws: `Failure`, if values are missing, too few, or not positive where logarithms are needed.
  public init(
    _ series: Series, reference: Period, end: Period, method: Method, usesLaterData: Bool = false
  ) throws(Failure) {
    let steps = reference.distance(to: end)
    guard steps > 0 else { throw .notIdentified("no period follows \(reference)") }
    switch method {
    case .logLinear(let start): try self.init(logLinear: series, start, reference, steps)
    case .linear(let start): try self.init(linear: series, start, reference, steps)
    case .hamilton(let horizon, let lags):
      try self.init(
        hamilton: series, reference, steps, horizon: horizon, lags: lags, all: usesLaterData)
    case .hodrickPrescott(let lambda):
      try self.init(filter: series, reference, steps, lambda: lambda, all: usesLaterData)
    case .vintage(let name, let growth):
      guard let base = series[reference] else {
        throw .notIdentified("no value in \(reference)")
      }
      var levels: [Double] = []
      for step in 1...steps {
        guard let rate = growth[reference.advanced(by: step)] else { break }
        levels.append((levels.last ?? base) * (1 + rate / 100))
      }
      guard !levels.isEmpty else {
        throw .notIdentified("no projection of \(reference.advanced(by: 1))")
      }
      self.init(
        name: "vintage(\(name))", levels: levels, errors: nil, isLog: true, degreesOfFreedom: nil,
        note: levels.count < steps
          ? "the projection ends with \(reference.advanced(by: levels.count))" : "")
    case .peers: throw .notIdentified("the path of peers needs their series")
    }
  }

  // MARK: Trends

  private static func values(
    _ series: Series, _ range: ClosedRange<Period>, positive: Bool
  ) throws(Failure) -> [Double] {
    var values: [Double] = []
    for step in 0...range.lowerBound.distance(to: range.upperBound) {
      let period = range.lowerBound.advanced(by: step)
      guard let value = series[period] else { throw .notIdentified("no value in \(period)") }
      guard !positive || value > 0 else {
        throw .notIdentified(
          "the value in \(period) is not positive, which logarithms need; --counterfactual linear takes it"
        )
      }
      values.append(value)
    }
    return values
  }

  private init(
    logLinear series: Series, _ start: Period, _ reference: Period, _ steps: Int
  ) throws(Failure) {
    guard start < reference else {
      throw .notIdentified("the trend from \(start) does not begin before \(reference)")
    }
    let window = try Self.values(series, start...reference, positive: true)
    guard let fit = LogLinearTrend(levels: window) else {
      throw .notIdentified("a trend needs three periods from \(start) to \(reference)")
    }
    let offset = window.count - 1
    let levels = (1...steps).map { fit.level(at: offset + $0) }
    var gradient = (intercept: 0.0, slope: 0.0)
    for (step, level) in levels.enumerated() {
      gradient.intercept += level
      gradient.slope += level * Double(offset + 1 + step)
    }
    let own = fit.standardError(gradient: gradient)
    let fresh = fit.residualVariance * levels.reduce(0) { $0 + $1 * $1 }
    self.init(
      name: "loglinear(\(start)/\(reference))", levels: levels,
      errors: (1...steps).map { step in
        let trend = fit.standardError(gradient: (1, Double(offset + step)))
        return (trend * trend + fit.residualVariance).squareRoot()
      }, isLog: true, degreesOfFreedom: fit.degreesOfFreedom,
      sumError: (own * own + fresh).squareRoot())
  }

  private init(
    linear series: Series, _ start: Period, _ reference: Period, _ steps: Int
  ) throws(Failure) {
    guard start < reference else {
      throw .notIdentified("the trend from \(start) does not begin before \(reference)")
    }
    let window = try Self.values(series, start...reference, positive: false)
    guard window.count >= 3 else {
      throw .notIdentified("a trend needs three periods from \(start) to \(reference)")
    }
    let fit = LeastSquares(
      design: Matrix(rows: window.count, columns: 2) { $1 == 0 ? 1 : Double($0) },
      response: window)
    let variance = fit.residualSumOfSquares / Double(window.count - 2)
    let inverse = fit.inverseGram
    func spread(_ x: [Double]) -> Double {
      zip(x, inverse * x).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let times = (1...steps).map { Double(window.count - 1 + $0) }
    let total = spread([Double(steps), times.reduce(0, +)])
    self.init(
      name: "linear(\(start)/\(reference))",
      levels: times.map { fit.coefficients[0] + fit.coefficients[1] * $0 },
      errors: times.map { (variance * (1 + spread([1, $0]))).squareRoot() }, isLog: false,
      degreesOfFreedom: Double(window.count - 2),
      sumError: (variance * (total + Double(steps))).squareRoot())
  }

  // MARK: Filters

  /// The values from the last gap before the reference to the end, as logarithms, and the place of the reference among them.
  private static func logarithms(
    _ series: Series, _ reference: Period, _ steps: Int
  ) throws(Failure) -> (values: [Double], reference: Int) {
    var start = reference
    while series[start.advanced(by: -1)] != nil { start = start.advanced(by: -1) }
    let values = try values(series, start...reference.advanced(by: steps), positive: true)
    return (values.map(SpecialFunctions.log), start.distance(to: reference))
  }

  private init(
    hamilton series: Series, _ reference: Period, _ steps: Int, horizon: Int, lags: Int, all: Bool
  ) throws(Failure) {
    let (values, place) = try Self.logarithms(series, reference, steps)
    guard
      let filter = HamiltonFilter(
        values, horizon: horizon, lags: lags, sample: all ? nil : place + 1)
    else {
      throw .notIdentified(
        "\(all ? values.count : place + 1) periods are too few for hamilton(h=\(horizon),p=\(lags))"
      )
    }
    let indices = (1...steps).map { place + $0 }
    self.init(
      name: "hamilton(h=\(horizon),p=\(lags),fit=\(all ? "all" : "before"))",
      levels: indices.map { SpecialFunctions.exp(filter.fitted[$0] ?? .nan) },
      errors: indices.map { filter.forecastError(values, at: $0) }, isLog: true,
      degreesOfFreedom: filter.degreesOfFreedom,
      note: steps > horizon
        ? "from \(reference.advanced(by: horizon + 1)) on the forecasts know the shock" : "")
  }

  private init(
    filter series: Series, _ reference: Period, _ steps: Int, lambda: Double, all: Bool
  ) throws(Failure) {
    let (values, place) = try Self.logarithms(series, reference, steps)
    guard place >= 2 else {
      throw .notIdentified("a trend needs three periods up to \(reference)")
    }
    let filter = HodrickPrescott(all ? values : Array(values[...place]), lambda: lambda)
    let slope = filter.trend[place] - filter.trend[place - 1]
    let trend = (1...steps).map { step in
      all ? filter.trend[place + step] : filter.trend[place] + slope * Double(step)
    }
    self.init(
      name: "hp(lambda=\(NumberText.shortest(lambda)),fit=\(all ? "all" : "before"))",
      levels: trend.map(SpecialFunctions.exp), errors: nil, isLog: true, degreesOfFreedom: nil,
      note: all ? "a two-sided trend knows the shock" : "")
  }

  // MARK: Peers

  /// The growth of the sum of some other series from a level.
  ///
  /// The error is that of one more territory among the peers: the spread of their logarithmic growth times sqrt(1 + 1 / n).
  /// - Throws: `Failure`, if there is no peer with every value from the reference to the end.
  public init(
    peers: [Series], name: String, level: Double, reference: Period, end: Period
  ) throws(Failure) {
    let steps = reference.distance(to: end)
    guard steps > 0 else { throw .notIdentified("no period follows \(reference)") }
    let complete = peers.compactMap { series in
      try? Self.values(series, reference...end, positive: true)
    }
    guard !complete.isEmpty else {
      throw .notIdentified("no peer of \(name) has every value from \(reference) to \(end)")
    }
    let n = Double(complete.count)
    let base = complete.reduce(0) { $0 + $1[0] }
    let levels = (1...steps).map { step in
      level * complete.reduce(0) { $0 + $1[step] } / base
    }
    let errors = (1...steps).map { step -> Double in
      let growth = complete.map { SpecialFunctions.log($0[step] / $0[0]) }
      let mean = growth.reduce(0, +) / n
      let squares = growth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / (n - 1) * (1 + 1 / n)).squareRoot()
    }
    self.init(
      name: "peers(\(name),n=\(complete.count))", levels: levels,
      errors: complete.count > 2 ? errors : nil, isLog: true, degreesOfFreedom: n - 1)
  }
}
