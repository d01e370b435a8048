/// A convex quadratic programme over the simplex: minimise 1/2 w'Qw - c'w over w >= 0 with sum(w) = 1.
///
/// Solved exactly by an active-set method; the conditions of Karush, Kuhn and Tucker are checked on the solution. Donor weights of
/// synthetic controls are such programmes. Memory: two n x n matrices.
public struct SimplexQuadraticProgram: Sendable {
  /// Q: n x n, symmetric and positive semidefinite.
  public let quadratic: Matrix
  /// c: n elements.
  public let linear: [Double]

  /// A programme from its matrix and linear term.
  public init(quadratic: Matrix, linear: [Double]? = nil) {
    precondition(quadratic.rows == quadratic.columns, "the matrix of the programme is not square")
    precondition(linear.map { $0.count == quadratic.rows } ?? true, "the linear term does not fit")
    self.quadratic = quadratic
    self.linear = linear ?? Array(repeating: 0, count: quadratic.rows)
  }

  /// The least-squares programme: minimise |A w - b|^2 / 2 + ridge |w|^2 / 2 over the simplex.
  ///
  /// Since the weights add up to 1, A w - b is (A - b1') w, whose Gram matrix loses no digits to the levels of A and b.
  public init(design: Matrix, target: [Double], ridge: Double = 0) {
    precondition(design.rows == target.count, "the target does not fit the design")
    let differences = Matrix(rows: design.rows, columns: design.columns) {
      design[$0, $1] - target[$0]
    }
    var quadratic = differences.transposedProduct(differences)
    for j in 0..<design.columns { quadratic[j, j] += ridge }
    self.init(quadratic: quadratic)
  }

  /// A solution and what was checked of it.
  public struct Solution: Sendable, Equatable {
    /// The weights; they add up to 1.
    public let weights: [Double]
    /// The objective, 1/2 w'Qw - c'w.
    public let objective: Double
    /// The reduced cost of each weight: zero for weights above zero, and not below it elsewhere.
    public let reducedCosts: [Double]
    /// The largest violation of the optimality conditions, as a share of the largest element of Q's diagonal.
    public let violation: Double
    /// Steps taken.
    public let iterations: Int
    /// Whether the method ended by its own criterion.
    public let hasConverged: Bool
  }

  /// Solves the programme; there must be at least one weight.
  public func solve() -> Solution {
    precondition(quadratic.rows > 0, "a programme without variables")
    var method = NonNegativeActiveSet(count: quadratic.rows, sumsToOne: true)
    method.solve(quadratic.elements, linear)
    return solution(method)
  }

  private func solution(_ method: NonNegativeActiveSet) -> Solution {
    let weights = method.values
    let sum = weights.reduce(0, +)
    let reduced = method.gradient.map { $0 - method.multiplier }
    var scale = Double.leastNormalMagnitude
    for j in weights.indices { scale = max(scale, quadratic[j, j]) }
    var violation = abs(sum - 1)
    for j in weights.indices {
      violation = max(violation, (weights[j] > 0 ? abs(reduced[j]) : max(0, -reduced[j])) / scale)
    }
    var objective = 0.0
    for j in weights.indices {
      objective += weights[j] * ((method.gradient[j] + linear[j]) / 2 - linear[j])
    }
    return Solution(
      weights: weights, objective: objective, reducedCosts: reduced, violation: violation,
      iterations: method.iterations, hasConverged: method.hasConverged)
  }
}
