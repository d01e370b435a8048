public import ESSData
internal import ESSNumerics

/// A curve fitted to a grouped distribution, with what is known of the fit.
public struct LorenzFit: Sendable {
  /// A parameter with the standard error of its regression.
  public struct Parameter: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: Double
    /// Standard error of the value; for theta by the delta method from that of ln theta.
    public let standardError: Double?
  }

  /// Why a curve is no Lorenz curve, or none for this line.
  public enum Defect: Sendable, Equatable {
    /// The regression has no unique solution.
    case notIdentified
    /// General Quadratic: r^2 = n^2 - 4 m e^2 is negative.
    case negativeDiscriminant
    /// General Quadratic: e is positive, so that L(0) is not 0.
    case doesNotStartAtZero
    /// General Quadratic: c is negative, so that the curve falls at 0.
    case fallsAtZero
    /// General Quadratic: m is neither negative nor small enough for the curve to be convex up to 1.
    case notConvexToTheEnd
    /// General Quadratic: a + c is below 0.9 (PIP's bound; in theory 1), so that the curve ends below 1.
    case endsBelowOne
    /// The slope is negative at this rank.
    case negativeSlope(at: Double)
    /// The curve is not convex at this rank.
    case notConvex(at: Double)
    /// A point has a cumulative share of welfare not below that of people, of which Beta takes the logarithm.
    case pointOnDiagonal
  }

  /// The curve.
  public let curve: any ParametricLorenz
  /// Its short name.
  public let name: String
  /// Its parameters with standard errors.
  public let parameters: [Parameter]
  /// Residual variance of the regression; `nil` without degrees of freedom.
  public let residualVariance: Double?
  /// Sum of squared errors of L over the points.
  public let squaredErrors: Double
  /// Points fitted.
  public let points: [(population: Double, welfare: Double)]
  /// What makes the curve invalid for inequality; empty if it is valid.
  public let defects: [Defect]
  /// Whether poverty can be computed: PIP's "normal".
  public let isNormal: Bool

  /// Whether the curve is a Lorenz curve by PIP's rule.
  public var isValid: Bool { defects.isEmpty }

  /// Sum of squared errors of L over the points up to a headcount ratio, and the first one beyond.
  public func squaredErrors(upTo headcount: Double) -> Double {
    let last = points.firstIndex { $0.population >= headcount } ?? points.count - 1
    return points[...last].reduce(0) { sum, point in
      let error = point.welfare - curve.lorenz(point.population)
      return sum + error * error
    }
  }

  /// Fits the General Quadratic curve by least squares on its defining equation (Datt 1998).
  public static func generalQuadratic(_ distribution: GroupedDistribution) -> LorenzFit {
    let points = distribution.interior
    var design = Matrix(rows: points.count, columns: 3)
    for (i, point) in points.enumerated() {
      let (p, l) = point
      design[i, 0] = p * p - l
      design[i, 1] = l * (p - 1)
      design[i, 2] = p - l
    }
    let fit = LeastSquares(design: design, response: points.map { $0.welfare * (1 - $0.welfare) })
    let curve = GeneralQuadraticLorenz(
      a: fit.coefficients[0], b: fit.coefficients[1], c: fit.coefficients[2])
    let errors = standardErrors(fit, points.count)
    let parameters = zip(curve.parameters, errors.values).map {
      Parameter(name: $0.name, value: $0.value, standardError: $1)
    }
    let (normal, valid) = fit.rank == 3 ? curve.defects : ([.notIdentified], [])
    return LorenzFit(
      curve, parameters, errors.variance, points, defects: normal + valid,
      isNormal: normal.isEmpty)
  }

  /// Fits the Beta curve by least squares on ln(p - L) = ln theta + gamma ln p + delta ln(1 - p) (Datt 1998).
  public static func beta(_ distribution: GroupedDistribution) -> LorenzFit {
    let points = distribution.interior
    guard points.allSatisfy({ $0.population > $0.welfare }) else {
      let curve = BetaLorenz(theta: .nan, gamma: .nan, delta: .nan)
      return LorenzFit(curve, [], nil, points, defects: [.pointOnDiagonal], isNormal: false)
    }
    var design = Matrix(rows: points.count, columns: 3, repeating: 1)
    for (i, point) in points.enumerated() {
      design[i, 1] = SpecialFunctions.log(point.population)
      design[i, 2] = SpecialFunctions.logOnePlus(-point.population)
    }
    let fit = LeastSquares(
      design: design,
      response: points.map { SpecialFunctions.log($0.population - $0.welfare) })
    let theta = SpecialFunctions.exp(fit.coefficients[0])
    let curve = BetaLorenz(
      theta: theta, gamma: fit.coefficients[1], delta: fit.coefficients[2])
    let errors = standardErrors(fit, points.count)
    let scales = [theta, 1, 1]
    let parameters = curve.parameters.indices.map { k in
      Parameter(
        name: curve.parameters[k].name, value: curve.parameters[k].value,
        standardError: errors.values[k].map { $0 * scales[k] })
    }
    let defects = fit.rank == 3 ? curve.defects : [.notIdentified]
    return LorenzFit(
      curve, parameters, errors.variance, points, defects: defects, isNormal: fit.rank == 3)
  }

  private init<Curve: ParametricLorenz>(
    _ curve: Curve, _ parameters: [Parameter], _ variance: Double?,
    _ points: [(population: Double, welfare: Double)], defects: [Defect], isNormal: Bool
  ) {
    self.curve = curve
    name = Curve.name
    self.parameters = parameters
    residualVariance = variance
    self.points = points
    self.defects = defects
    self.isNormal = isNormal
    squaredErrors = points.reduce(0) { sum, point in
      let error = point.welfare - curve.lorenz(point.population)
      return sum + error * error
    }
  }

  private static func standardErrors(
    _ fit: LeastSquares, _ count: Int
  ) -> (values: [Double?], variance: Double?) {
    guard count > 3, fit.rank == 3 else { return ([nil, nil, nil], nil) }
    let variance = fit.residualSumOfSquares / Double(count - 3)
    let inverse = fit.inverseGram
    return ((0..<3).map { (variance * inverse[$0, $0]).squareRoot() }, variance)
  }
}

extension GeneralQuadraticLorenz {
  /// Datt's conditions as PIP applies them: those that poverty needs, and those that inequality needs besides.
  var defects: (normal: [LorenzFit.Defect], valid: [LorenzFit.Defect]) {
    var normal: [LorenzFit.Defect] = []
    if rSquared < 0 { normal.append(.negativeDiscriminant) }
    if e > 0 { normal.append(.doesNotStartAtZero) }
    if c < 0 { normal.append(.fallsAtZero) }
    let bound = n * n / (4 * e * e)
    if !(m < 0 || (m > 0 && m < bound && (n >= 0 || m < -n / 2))) {
      normal.append(.notConvexToTheEnd)
    }
    return (normal, a + c < 0.9 ? [.endsBelowOne] : [])
  }
}

extension BetaLorenz {
  /// PIP's conditions: the slope at ranks 0.001 and 0.051, and convexity at ranks 0.001, 0.051, ..., 0.951.
  var defects: [LorenzFit.Defect] {
    let ranks = (0..<20).map { 0.001 + 0.05 * Double($0) }
    if let rank = ranks.prefix(2).first(where: { derivative($0) < 0 }) {
      return [.negativeSlope(at: rank)]
    }
    if let rank = ranks.first(where: { secondDerivative($0) < 0 }) {
      return [.notConvex(at: rank)]
    }
    return []
  }
}

extension GeneralQuadraticLorenz {
  /// Whether the coefficients meet all conditions.
  public var isLorenzCurve: Bool { defects.normal.isEmpty && defects.valid.isEmpty }
}

extension BetaLorenz {
  /// Whether the parameters meet all conditions.
  public var isLorenzCurve: Bool { defects.isEmpty }
}

extension LorenzFit.Defect {
  /// The reason in words.
  public var reason: String {
    switch self {
    case .notIdentified: "the points do not determine the curve"
    case .negativeDiscriminant: "r^2 = n^2 - 4 m e^2 is negative"
    case .doesNotStartAtZero: "e is positive: the curve does not start at 0"
    case .fallsAtZero: "c is negative: the curve falls at 0"
    case .notConvexToTheEnd: "m is outside the range of a convex curve"
    case .endsBelowOne: "a + c is below 0.9: the curve ends below 1"
    case .negativeSlope(let rank):
      "the curve falls at rank \(NumberText.fixed(rank, decimals: 3))"
    case .notConvex(let rank):
      "the curve is not convex at rank \(NumberText.fixed(rank, decimals: 3))"
    case .pointOnDiagonal:
      "a group has no less than its share: the logarithm of p - L does not exist"
    }
  }
}
