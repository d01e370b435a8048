internal import Glibc

/// The varimax rotation of a table of loadings (Kaiser 1958, Psychometrika 23, 187-200): axes turned, at right angles, until the squared
/// loadings of each factor differ as much as they can.
///
/// Pairs of factors are turned by Kaiser's closed form until no angle is left. Cost: variables x factors^2 a round.
public struct Varimax: Sendable {
  /// Loadings on the turned factors, variables x factors.
  public let loadings: Matrix
  /// Rounds over all pairs.
  public let rounds: Int
  /// Whether the last round turned nothing.
  public let hasConverged: Bool

  /// Turns the factors.
  ///
  /// - Parameters:
  ///   - loadings: Variables x factors.
  ///   - isNormalised: Whether each variable counts by the direction of its loadings alone (Kaiser normalisation).
  ///   - limit: The most rounds.
  public init(_ loadings: Matrix, isNormalised: Bool = true, limit: Int = 1000) {
    let (count, factors) = (loadings.rows, loadings.columns)
    let lengths = (0..<count).map { i -> Double in
      let length = loadings.row(i).reduce(0) { $0 + $1 * $1 }.squareRoot()
      return isNormalised && length > 0 ? length : 1
    }
    var axes = (0..<factors).map { f in (0..<count).map { loadings[$0, f] / lengths[$0] } }
    var (round, isDone) = (0, factors < 2)
    while !isDone, round < limit {
      round += 1
      var largest = 0.0
      for p in 0..<(factors - 1) {
        for q in (p + 1)..<factors {
          let angle = Self.angle(axes[p], axes[q])
          largest = max(largest, abs(angle))
          let (cosine, sine) = (cos(angle), sin(angle))
          for i in 0..<count {
            let (x, y) = (axes[p][i], axes[q][i])
            axes[p][i] = x * cosine + y * sine
            axes[q][i] = y * cosine - x * sine
          }
        }
      }
      isDone = largest < 1e-14
    }
    self.loadings = Matrix(rows: count, columns: factors) { axes[$1][$0] * lengths[$0] }
    rounds = round
    hasConverged = isDone
  }

  private static func angle(_ x: [Double], _ y: [Double]) -> Double {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    for i in x.indices {
      let u = x[i] * x[i] - y[i] * y[i]
      let v = 2 * x[i] * y[i]
      a += u
      b += v
      c += u * u - v * v
      d += 2 * u * v
    }
    let n = Double(x.count)
    return atan2(d - 2 * a * b / n, c - (a * a - b * b) / n) / 4
  }
}
