/// Correlation and regression of values of pairs, tested by renaming nodes: the pairs of a node are not independent, but its name is
/// arbitrary (Krackhardt 1988; Dekker, Krackhardt and Snijders 2007).
public enum MatrixPermutation {
  /// A statistic with what renaming nodes makes of it.
  public struct Test: Sendable, Equatable {
    /// The statistic: a correlation, or the t value of a coefficient.
    public let statistic: Double
    /// Share of renamings that give at least as much, the observed one among them.
    public let greater: Double
    /// Share that give at most as much.
    public let less: Double
    /// Share that are at least as far from zero.
    public let twoSided: Double
    /// Number of renamings.
    public let count: Int
    /// Whether these were all there are.
    public let isExact: Bool

    init(_ statistic: Double, _ drawn: [Double], isExact: Bool) {
      self.statistic = statistic
      let margin = 1e-12 * max(1, abs(statistic))
      // Sampled, the observed order is one more of them; among all orders it is one already.
      let extra = isExact ? 0.0 : 1
      let all = Double(drawn.count) + extra
      greater = (Double(drawn.count { $0 >= statistic - margin }) + extra) / all
      less = (Double(drawn.count { $0 <= statistic + margin }) + extra) / all
      twoSided = (Double(drawn.count { abs($0) >= abs(statistic) - margin }) + extra) / all
      count = drawn.count
      self.isExact = isExact
    }
  }

  /// A regression of pairs.
  public struct Regression: Sendable {
    /// The intercept, then a coefficient for each predictor.
    public let coefficients: [Double]
    /// The t values of least squares, which only rank renamings: their usual distribution does not hold for pairs.
    public let tValues: [Double]
    /// Share of the variance explained.
    public let rSquared: Double
    /// Number of pairs.
    public let pairCount: Int
    /// The test of each predictor by double semi-partialling.
    public let tests: [Test]
  }

  /// The correlation of two matrices; `nil` where one does not vary.
  public static func correlation(
    _ x: DyadMatrix, _ y: DyadMatrix, permutations: Int, seed: UInt64
  ) -> Test? {
    let pairs = DyadMatrix.pairs(x.nodes, isSymmetric: x.isSymmetric && y.isSymmetric)
    let (a, b) = (centred(x.vector(pairs)), centred(y.vector(pairs)))
    let scale = (dot(a, a) * dot(b, b)).squareRoot()
    guard scale > 0 else { return nil }
    let (orders, isExact) = orders(x.nodes, permutations, seed)
    let drawn = Parallel.map(orders.count) { k in
      dot(a, y.vector(pairs, orders[k])) / scale
    }
    return Test(dot(a, b) / scale, drawn, isExact: isExact)
  }

  /// Least squares of one matrix on others; `nil` where predictors depend on each other or there are no more pairs than coefficients.
  ///
  /// Each predictor is tested with what the others leave of it renamed. Cost: permutations x pairs x predictors.
  public static func regression(
    _ y: DyadMatrix, on predictors: [DyadMatrix], permutations: Int, seed: UInt64
  ) -> Regression? {
    let isSymmetric = y.isSymmetric && predictors.allSatisfy(\.isSymmetric)
    let pairs = DyadMatrix.pairs(y.nodes, isSymmetric: isSymmetric)
    let response = y.vector(pairs)
    let vectors = predictors.map { $0.vector(pairs) }
    let count = predictors.count + 1
    guard pairs.count > count else { return nil }
    let design = Matrix(
      rows: pairs.count, columns: count,
      elements: [Double](repeating: 1, count: pairs.count) + vectors.flatMap { $0 })
    let fit = LeastSquares(design: design, response: response)
    guard fit.rank == count else { return nil }
    let variance = fit.residualSumOfSquares / Double(pairs.count - count)
    let covariance = fit.inverseGram
    let t = (0..<count).map {
      fit.coefficients[$0] / (variance * covariance[$0, $0]).squareRoot()
    }
    let (orders, isExact) = orders(y.nodes, permutations, seed)
    var tests: [Test] = []
    for k in predictors.indices {
      guard
        let test = partialTest(
          k, t[k + 1], y.nodes, pairs, response, vectors, orders, isSymmetric, isExact)
      else { return nil }
      tests.append(test)
    }
    let spread = centred(response)
    let all = dot(spread, spread)
    return Regression(
      coefficients: fit.coefficients, tValues: t,
      rSquared: all > 0 ? 1 - fit.residualSumOfSquares / all : 0, pairCount: pairs.count,
      tests: tests)
  }

  private static func partialTest(
    _ k: Int, _ observed: Double, _ nodes: Int, _ pairs: [(i: Int32, j: Int32)],
    _ response: [Double], _ vectors: [[Double]], _ orders: [[Int]], _ isSymmetric: Bool,
    _ isExact: Bool
  ) -> Test? {
    let others = vectors.indices.filter { $0 != k }.map { vectors[$0] }
    guard let basis = orthonormal([response.map { _ in 1 }] + others) else { return nil }
    let left = residual(vectors[k], basis)
    let target = residual(response, basis)
    let square = matrix(left, pairs, nodes, isSymmetric)
    let total = dot(target, target)
    let freedom = Double(pairs.count - vectors.count - 1)
    let drawn = Parallel.map(orders.count) { draw -> Double in
      let order = orders[draw]
      let renamed = pairs.map { square[order[Int($0.i)] * nodes + order[Int($0.j)]] }
      // By Frisch and Waugh: what the other predictors explain is taken out of the renamed one.
      var length = dot(renamed, renamed)
      for vector in basis {
        let part = dot(vector, renamed)
        length -= part * part
      }
      guard length > 0 else { return 0 }
      let product = dot(renamed, target)
      let slope = product / length
      let rest = max(total - slope * product, 0)
      return rest > 0 ? slope / (rest / freedom / length).squareRoot() : 0
    }
    return Test(observed, drawn, isExact: isExact)
  }

  private static func matrix(
    _ values: [Double], _ pairs: [(i: Int32, j: Int32)], _ nodes: Int, _ isSymmetric: Bool
  ) -> [Double] {
    var square = [Double](repeating: 0, count: nodes * nodes)
    for (pair, value) in zip(pairs, values) {
      square[Int(pair.i) * nodes + Int(pair.j)] = value
      if isSymmetric { square[Int(pair.j) * nodes + Int(pair.i)] = value }
    }
    return square
  }

  /// All orders of at most eight nodes, otherwise random ones.
  private static func orders(
    _ nodes: Int, _ count: Int, _ seed: UInt64
  ) -> (orders: [[Int]], isExact: Bool) {
    guard nodes > 8 else { return (allOrders(nodes), true) }
    return (
      (0..<count).map { KeyedRandom(seed: seed, stream: UInt64($0)).permutation(nodes) }, false
    )
  }

  private static func allOrders(_ count: Int) -> [[Int]] {
    var orders: [[Int]] = [[]]
    for element in 0..<count {
      orders = orders.flatMap { order in
        (0...order.count).map { place in
          var longer = order
          longer.insert(element, at: place)
          return longer
        }
      }
    }
    return orders
  }

  /// An orthonormal basis by Gram and Schmidt, each vector cleared twice; `nil` if one depends on the others.
  private static func orthonormal(_ vectors: [[Double]]) -> [[Double]]? {
    var basis: [[Double]] = []
    for vector in vectors {
      let left = residual(residual(vector, basis), basis)
      let length = dot(left, left).squareRoot()
      guard length > 1e-10 * dot(vector, vector).squareRoot() else { return nil }
      basis.append(left.map { $0 / length })
    }
    return basis
  }

  private static func residual(_ vector: [Double], _ basis: [[Double]]) -> [Double] {
    var left = vector
    for direction in basis {
      let part = dot(direction, left)
      for k in left.indices { left[k] -= part * direction[k] }
    }
    return left
  }

  private static func centred(_ vector: [Double]) -> [Double] {
    let mean = vector.reduce(0, +) / Double(max(vector.count, 1))
    return vector.map { $0 - mean }
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for k in left.indices { sum += left[k] * right[k] }
    return sum
  }
}
