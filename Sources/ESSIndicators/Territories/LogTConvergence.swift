public import ESSNumerics

/// The log t test of relative convergence and the clubs that it finds (Phillips and Sul 2007, Econometrica 75, 1771-1855; 2009, Journal
/// of Applied Econometrics 24, 1153-1185).
public struct LogTConvergence: Sendable, Equatable {
  /// How the standard error is robust to heteroskedasticity and autocorrelation.
  public enum Bandwidth: String, Sendable, CaseIterable {
    /// Quadratic spectral long-run variance of the residuals: that of the authors' own program and of R's ConvergenceClubs.
    case fixed
    /// Sandwich with a quadratic spectral kernel and Andrews' (1991) automatic bandwidth from the scores.
    case automatic
  }

  /// Slope of the regression; above 2 convergence of levels, from 0 to 2 of growth rates.
  public let beta: Double
  /// Its standard error.
  public let standardError: Double
  /// Convergence is rejected below -1.65 (one-sided, 5 %).
  public var t: Double { beta / standardError }

  /// Runs the test on logarithms; `nil` for fewer than two territories, fewer than four periods after trimming, or no spread.
  ///
  /// - Parameters:
  ///   - logs: Logarithms of levels, territories x periods.
  ///   - trim: Share of the first periods left out; the authors advise a third, or a quarter for long series.
  ///   - bandwidth: Form of the standard error.
  public init?(logs: Matrix, trim: Double, bandwidth: Bandwidth = .fixed) {
    let (count, periods) = (logs.rows, logs.columns)
    let first = Int((trim * Double(periods)).rounded(.toNearestOrEven)) + 1
    guard count > 1, periods - first + 1 >= 4 else { return nil }
    let spread = (0..<periods).map { period -> Double in
      let column = logs.column(period)
      let mean = column.reduce(0, +) / Double(count)
      return column.reduce(0) { $0 + ($1 / mean - 1) * ($1 / mean - 1) } / Double(count)
    }
    guard spread.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let times = (first...periods).map(Double.init)
    let x = times.map { SpecialFunctions.log($0) }
    let y = zip(first...periods, x).map {
      SpecialFunctions.log(spread[0] / spread[$0 - 1]) - 2 * SpecialFunctions.log($1)
    }
    let design = Matrix(rows: x.count, columns: 2) { $1 == 0 ? 1 : x[$0] }
    let fit = LeastSquares(design: design, response: y)
    guard fit.rank == 2 else { return nil }
    beta = fit.coefficients[1]
    let mean = x.reduce(0, +) / Double(x.count)
    let squares = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let variance: Double
    switch bandwidth {
    case .fixed: variance = Self.longRunVariance(fit.residuals) / squares
    case .automatic: variance = Self.sandwich(fit, x, mean, squares)
    }
    guard variance > 0 else { return nil }
    standardError = variance.squareRoot()
  }

  private static func quadraticSpectral(_ x: Double) -> Double {
    if x == 0 { return 1 }
    let angle = 6 * Double.pi * x / 5
    return 25 / (12 * Double.pi * Double.pi * x * x)
      * (SpecialFunctions.sine(angle) / angle - SpecialFunctions.cosine(angle))
  }

  private static func width(_ rho: Double, _ n: Double) -> Double {
    let gap = (1 - rho) * (1 - rho)
    return 1.3221 * SpecialFunctions.power(n * 4 * rho * rho / (gap * gap), 0.2)
  }

  /// The authors' long-run variance: the last residual is left out of the cross products.
  private static func longRunVariance(_ e: [Double]) -> Double {
    let n = e.count
    var (cross, own) = (0.0, 0.0)
    for t in 0..<(n - 1) {
      cross += e[t] * e[t + 1]
      own += e[t] * e[t]
    }
    let b = width(cross / own, Double(n))
    var sum = e.reduce(0) { $0 + $1 * $1 }
    for j in 1...max(1, n - 2) {
      var products = 0.0
      for t in 0..<max(0, n - 1 - j) { products += e[t] * e[t + j] }
      sum += 2 * quadraticSpectral(Double(j) / b) * products
    }
    return sum / Double(n - 1)
  }

  private static func sandwich(
    _ fit: LeastSquares, _ x: [Double], _ mean: Double, _ squares: Double
  ) -> Double {
    let n = x.count
    // Andrews' first-order autoregression of the slope's scores, with an intercept.
    let scores = zip(fit.residuals, x).map { $0 * $1 }
    let (lagged, next) = (Array(scores.dropLast()), Array(scores.dropFirst()))
    let design = Matrix(rows: n - 1, columns: 2) { $1 == 0 ? 1 : lagged[$0] }
    let rho = LeastSquares(design: design, response: next).coefficients[1]
    let b = width(rho, Double(n))
    // The slope's influence: residual times centred regressor.
    let influence = zip(fit.residuals, x).map { $0 * ($1 - mean) }
    var sum = influence.reduce(0) { $0 + $1 * $1 }
    for j in 1..<n {
      var products = 0.0
      for t in 0..<(n - j) { products += influence[t] * influence[t + j] }
      sum += 2 * quadraticSpectral(Double(j) / b) * products
    }
    return sum / (squares * squares) * Double(n) / Double(n - 2)
  }
}

/// The clubs of territories that converge among themselves.
public struct ConvergenceClubs: Sendable, Equatable {
  /// One club.
  public struct Club: Sendable, Equatable {
    /// Positions of its members, in the order of the series.
    public let members: [Int]
    /// The test on its members.
    public let test: LogTConvergence
  }

  /// The clubs, the one with the highest last levels first.
  public let clubs: [Club]
  /// Territories that converge with no club.
  public let divergent: [Int]

  /// Phillips and Sul's algorithm: order by the last level, find a core, sieve the others, and go on with the rest.
  ///
  /// - Parameters:
  ///   - logs: Logarithms of levels, territories x periods.
  ///   - trim: Share of the first periods left out of the regression.
  ///   - critical: Convergence is rejected below this t.
  ///   - sieve: A territory joins a core if the t with it is above this; raised by 0.05 until the club as a whole converges.
  public init(logs: Matrix, trim: Double, critical: Double = -1.65, sieve: Double = 0) {
    let last = logs.columns - 1
    var rest = (0..<logs.rows).sorted { (logs[$0, last], -$0) > (logs[$1, last], -$1) }
    func test(_ members: [Int]) -> LogTConvergence? {
      LogTConvergence(logs: logs.selecting(rows: members), trim: trim)
    }
    var clubs: [Club] = []
    while rest.count > 1 {
      if let whole = test(rest), whole.t > critical {
        clubs.append(Club(members: rest.sorted(), test: whole))
        rest = []
        break
      }
      guard let core = Self.core(rest, critical, test) else { break }
      let others = rest.filter { !core.contains($0) }
      var limit = sieve
      var club = core
      // The club of the core alone always passes, so that this ends.
      while true {
        let joined = others.filter { (test(core + [$0])?.t ?? -.infinity) > limit }
        club = core + joined
        if joined.isEmpty || (test(club)?.t ?? -.infinity) > critical { break }
        limit += 0.05
      }
      guard let final = test(club) else { break }
      clubs.append(Club(members: club.sorted(), test: final))
      rest.removeAll { club.contains($0) }
    }
    self.clubs = clubs
    divergent = rest.sorted()
  }

  /// The core: from the first pair of neighbours in the order that converges, the initial part with the largest t.
  private static func core(
    _ order: [Int], _ critical: Double, _ test: ([Int]) -> LogTConvergence?
  ) -> [Int]? {
    for start in 0..<(order.count - 1) {
      guard let pair = test(Array(order[start...(start + 1)])), pair.t > critical else { continue }
      var (best, size) = (pair.t, 2)
      var length = 3
      while start + length <= order.count,
        let next = test(Array(order[start..<(start + length)])), next.t > critical
      {
        if next.t > best { (best, size) = (next.t, length) }
        length += 1
      }
      return Array(order[start..<(start + size)])
    }
    return nil
  }
}
