/// All solutions of a programme over the simplex, where there is more than one.
///
/// The solutions of a convex programme form a face {w >= 0: w = w* + N z}, N an orthonormal basis of the directions along which neither
/// objective nor sum changes. Points of the face nearest to a target are least-distance programmes (Lawson and Hanson 1974,
/// chapter 23.4), each a non-negative least-squares problem.
public struct SimplexOptimalFace: Sendable {
  /// Dimension of the face's affine hull at most; 0 means that the solution is the only one.
  public let dimension: Int
  /// Whether the solution is the only one.
  public let isUnique: Bool
  /// The solution of least Euclidean norm.
  public let minimumNorm: [Double]

  private let members: [Int]
  private let basis: [[Double]]
  private let start: [Double]

  /// The face of a programme's solution.
  public init(
    _ program: SimplexQuadraticProgram, _ solution: SimplexQuadraticProgram.Solution
  ) {
    let q = program.quadratic
    var scale = Double.leastNormalMagnitude
    for j in 0..<q.rows { scale = max(scale, q[j, j]) }
    let members = (0..<q.rows).filter { solution.reducedCosts[$0] <= 1e-9 * scale }
    self.members = members
    start = members.map { solution.weights[$0] }
    basis = Self.flatDirections(members.map { i in members.map { q[i, $0] + scale } })
    dimension = basis.count
    guard !basis.isEmpty else {
      isUnique = true
      minimumNorm = solution.weights
      return
    }
    let nearest = Self.nearest(to: start.map { _ in 0 }, from: start, basis)
    var full = solution.weights
    for (position, j) in members.enumerated() { full[j] = nearest[position] }
    minimumNorm = full
    // The face is one point exactly if no direction of a basis leads away from it, forward or backward.
    let origin = start
    let directions = basis
    isUnique = directions.allSatisfy { direction in
      [1.0, -1].allSatisfy { sign in
        let far = zip(origin, direction).map { $0 + sign * $1 }
        let reached = Self.nearest(to: far, from: origin, directions)
        return zip(reached, origin).allSatisfy { abs($0 - $1) <= 1e-7 }
      }
    }
  }

  /// The least and largest value of a linear function of the weights over all solutions.
  public func range(of coefficients: [Double]) -> ClosedRange<Double> {
    let along = members.map { coefficients[$0] }
    func value(_ weights: [Double]) -> Double {
      zip(along, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
    // The function's direction within the face.
    var direction = Array(repeating: 0.0, count: members.count)
    for flat in basis {
      let part = zip(flat, along).reduce(0) { $0 + $1.0 * $1.1 }
      for k in direction.indices { direction[k] += part * flat[k] }
    }
    let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 1e-12 * along.reduce(1e-300, { max($0, abs($1)) }) else {
      return value(start)...value(start)
    }
    func extreme(_ sign: Double) -> Double {
      var point = start
      var best = value(point)
      // Proximal steps end at a vertex after finitely many.
      for _ in 0..<100 {
        let far = zip(point, direction).map { $0 + sign * 10 * $1 / length }
        point = Self.nearest(to: far, from: point, basis)
        let reached = value(point)
        if sign * (reached - best) <= 1e-12 * length { break }
        best = reached
      }
      return best
    }
    let (low, high) = (extreme(-1), extreme(1))
    return min(low, high)...max(low, high)
  }

  /// The point of the face nearest to a target.
  private static func nearest(
    to target: [Double], from start: [Double], _ basis: [[Double]]
  ) -> [Double] {
    let n = start.count
    // The target's projection on the affine hull, then the least step from it to where no weight is negative.
    var centre = start
    for flat in basis {
      var part = 0.0
      for k in 0..<n { part += flat[k] * (target[k] - start[k]) }
      for k in 0..<n { centre[k] += part * flat[k] }
    }
    if centre.allSatisfy({ $0 >= 0 }) { return centre }
    var gram = Array(repeating: 0.0, count: n * n)
    for i in 0..<n {
      for j in 0..<n {
        var sum = centre[i] * centre[j]
        for flat in basis { sum += flat[i] * flat[j] }
        gram[i + j * n] = sum
      }
    }
    var method = NonNegativeActiveSet(count: n, sumsToOne: false)
    method.solve(gram, centre.map { -$0 })
    let dual = method.values
    var slack = 1.0
    for k in 0..<n { slack += centre[k] * dual[k] }
    guard slack > 1e-14 else { return start }
    var point = centre
    for flat in basis {
      var part = 0.0
      for k in 0..<n { part += flat[k] * dual[k] }
      for k in 0..<n { point[k] += flat[k] * part / slack }
    }
    return point.map { max(0, $0) }
  }

  /// An orthonormal basis of the null space of a positive semidefinite matrix, by Cholesky with diagonal pivoting.
  private static func flatDirections(_ matrix: [[Double]]) -> [[Double]] {
    let n = matrix.count
    var rest = matrix
    var pivots: [Int] = []
    var columns: [[Double]] = []
    let largest = (0..<n).reduce(0.0) { max($0, matrix[$1][$1]) }
    while pivots.count < n {
      let open = (0..<n).filter { !pivots.contains($0) }
      guard let pivot = open.max(by: { rest[$0][$0] < rest[$1][$1] }),
        rest[pivot][pivot] > 1e-12 * largest
      else { break }
      let root = rest[pivot][pivot].squareRoot()
      let column = rest.map { $0[pivot] / root }
      for i in 0..<n {
        for j in 0..<n { rest[i][j] -= column[i] * column[j] }
      }
      pivots.append(pivot)
      columns.append(column)
    }
    var basis: [[Double]] = []
    for free in 0..<n where !pivots.contains(free) {
      // Coefficients of the free column over the pivots, by back substitution.
      var direction = Array(repeating: 0.0, count: n)
      direction[free] = 1
      for k in stride(from: pivots.count - 1, through: 0, by: -1) {
        var sum = columns[k][free]
        for later in (k + 1)..<max(k + 1, pivots.count) {
          sum += columns[k][pivots[later]] * direction[pivots[later]]
        }
        direction[pivots[k]] = -sum / columns[k][pivots[k]]
      }
      for _ in 0..<2 {
        for other in basis {
          let part = zip(other, direction).reduce(0) { $0 + $1.0 * $1.1 }
          for k in 0..<n { direction[k] -= part * other[k] }
        }
      }
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if length > 1e-8 { basis.append(direction.map { $0 / length }) }
    }
    return basis
  }
}
