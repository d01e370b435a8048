internal import ESSNumerics

extension ParametricLorenz {
  /// Poverty at a mean and a line, both positive.
  ///
  /// The headcount ratio is the root of L'(H) = z / mean, found to machine precision in a bracket; L' rises, so that there is no
  /// other. The gap is H - (mean / z) L(H) (Datt 1998); the other indices are integrals over ranks 0 to H by adaptive quadrature.
  public func poverty(mean: Double, line: Double) -> LorenzPoverty {
    let target = line / mean
    let (headcount, range) = headcount(at: target)
    let gap = range == .below ? 0 : headcount - lorenz(headcount) / target
    let severity = severity(headcount, target)
    let watts = range == .below ? 0 : watts(headcount, target)
    var toMean: LorenzPoverty.Elasticities?
    var toGini: LorenzPoverty.Elasticities?
    if range == .inside, let severity, gap > 0, severity > 0 {
      let density = 1 / (headcount * secondDerivative(headcount))
      toMean = .init(
        headcount: -target * density, gap: 1 - headcount / gap,
        severity: 2 * (1 - gap / severity))
      toGini = .init(
        headcount: (1 - target) * density, gap: 1 + (1 / target - 1) * headcount / gap,
        severity: 2 * (1 + (1 / target - 1) * gap / severity))
    }
    return LorenzPoverty(
      headcount: headcount, gap: gap, severity: severity, watts: watts, toMean: toMean,
      toGini: toGini, range: range, negativeShare: negativeShare)
  }

  /// The rank below which welfare is under a multiple of the mean.
  func headcount(at target: Double) -> (Double, LorenzPoverty.Range) {
    if derivative(0) >= target { return (0, .below) }
    if derivative(1) < target { return (1, .above) }
    guard let root = RootFinding.root(in: 0...1, { derivative($0) - target }) else {
      // L' is not a number somewhere: the formula has no curve there.
      return (.nan, .inside)
    }
    return (root, .inside)
  }

  private var negativeShare: Double {
    derivative(0) >= 0 ? 0 : headcount(at: 0).0
  }

  private func severity(_ headcount: Double, _ target: Double) -> Double? {
    guard headcount > 0 else { return headcount == 0 ? 0 : nil }
    // p^e squared must be integrable at 0; the substitution p = H t^s then takes the singularity away.
    let room = 1 + 2 * singularExponent
    guard room > 0 else { return nil }
    let s = singularExponent == 0 ? 1 : 2 / room
    let integral = Quadrature.integrate(over: 0...1) { t in
      let gap = 1 - derivative(headcount * SpecialFunctions.power(t, s)) / target
      return gap * gap * s * SpecialFunctions.power(t, s - 1)
    }
    let value = headcount * integral.value
    return value.isFinite ? value : nil
  }

  private func watts(_ headcount: Double, _ target: Double) -> Double? {
    guard headcount > 0, derivative(0) >= 0 else { return headcount == 0 ? 0 : nil }
    let integral = Quadrature.integrate(over: 0...headcount) { p in
      SpecialFunctions.log(target / derivative(p))
    }
    return integral.value.isFinite ? integral.value : nil
  }

  /// Welfare at the middle rank divided by the mean.
  public var median: Double { derivative(0.5) }

  /// Mean log deviation, GE(0); `nil` where the curve gives somebody no welfare or less.
  public var meanLogDeviation: Double? {
    guard derivative(0) >= 0 else { return nil }
    let integral = Quadrature.integrate(over: 0...1) { p in -SpecialFunctions.log(derivative(p)) }
    return integral.value.isFinite ? integral.value : nil
  }

  /// The shares of welfare of groups of equal size, poorest first.
  public func shares(groups: Int) -> [Double] {
    let points = (0...groups).map {
      $0 == 0 ? 0 : $0 == groups ? 1 : lorenz(Double($0) / Double(groups))
    }
    return (0..<groups).map { points[$0 + 1] - points[$0] }
  }
}
