/// The simplex search of Nelder and Mead (1965) for a minimum without derivatives, in the usual coefficients.
///
/// A local method: its result depends on the start, so that callers search from several and report the spread.
public struct NelderMead: Sendable {
  /// Where the search ended.
  public struct Result: Sendable, Equatable {
    /// The best point.
    public let point: [Double]
    /// Its value.
    public let value: Double
    /// Evaluations made.
    public let evaluations: Int
  }

  /// Evaluations allowed.
  public var evaluations: Int
  /// The search ends where the values of the simplex lie within this share of the best.
  public var tolerance: Double
  /// Edge of the first simplex.
  public var edge: Double

  /// A search with the given limits.
  public init(evaluations: Int, tolerance: Double = 1e-10, edge: Double = 1) {
    self.evaluations = evaluations
    self.tolerance = tolerance
    self.edge = edge
  }

  /// Searches from a start.
  ///
  /// A simplex that has shrunk is laid out anew about its best point, with shorter edges, until that gains nothing.
  public func minimise(from start: [Double], _ function: ([Double]) -> Double) -> Result {
    var best = Result(point: start, value: function(start), evaluations: 1)
    var edge = self.edge
    var used = 1
    while used < evaluations {
      let round = run(from: best, edge: edge, allowed: evaluations - used, function)
      used += round.evaluations
      let gain = best.value - round.value
      if round.value < best.value { best = round }
      if gain <= 1e-7 * abs(best.value) {
        if edge <= self.edge / 8 { break }
        edge /= 2
      }
    }
    return Result(point: best.point, value: best.value, evaluations: used)
  }

  private func run(
    from start: Result, edge: Double, allowed: Int, _ function: ([Double]) -> Double
  ) -> Result {
    let n = start.point.count
    var points = [start.point]
    var values = [start.value]
    var used = 0
    func evaluate(_ point: [Double]) -> Double {
      used += 1
      let value = function(point)
      return value.isNaN ? .infinity : value
    }
    for k in 0..<n {
      var corner = start.point
      corner[k] += edge
      points.append(corner)
      values.append(evaluate(corner))
    }
    while used < allowed {
      let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      let (low, next, high) = (order[0], order[max(0, n - 1)], order[n])
      if values[high] - values[low] <= tolerance * abs(values[low]) { break }
      var centre = Array(repeating: 0.0, count: n)
      for corner in order.dropLast() {
        for k in 0..<n { centre[k] += points[corner][k] / Double(n) }
      }
      func along(_ factor: Double) -> [Double] {
        (0..<n).map { centre[$0] + factor * (points[high][$0] - centre[$0]) }
      }
      let reflected = along(-1)
      let value = evaluate(reflected)
      if value < values[low] {
        let expanded = along(-2)
        let further = evaluate(expanded)
        (points[high], values[high]) = further < value ? (expanded, further) : (reflected, value)
      } else if value < values[next] {
        (points[high], values[high]) = (reflected, value)
      } else {
        let contracted = along(value < values[high] ? -0.5 : 0.5)
        let nearer = evaluate(contracted)
        if nearer < min(value, values[high]) {
          (points[high], values[high]) = (contracted, nearer)
        } else {
          for corner in order.dropFirst() {
            for k in 0..<n {
              points[corner][k] = points[low][k] + 0.5 * (points[corner][k] - points[low][k])
            }
            values[corner] = evaluate(points[corner])
          }
        }
      }
    }
    var best = 0
    for corner in values.indices where values[corner] < values[best] { best = corner }
    return Result(point: points[best], value: values[best], evaluations: used)
  }
}
