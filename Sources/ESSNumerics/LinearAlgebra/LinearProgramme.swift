/// A linear programme: maximise c'x over x >= 0 with A x <= b.
///
/// Solved exactly by the simplex method, in two phases where the origin is not feasible; made for programmes of up to some
/// hundred rows and columns, such as the weights of a composite score. An equation is two inequalities. Memory: one dense copy of A.
public struct LinearProgramme: Sendable {
  /// c: n elements.
  public let objective: [Double]
  /// A: m x n.
  public let constraints: Matrix
  /// b: m elements of any sign.
  public let bounds: [Double]

  /// A programme from its parts.
  public init(objective: [Double], constraints: Matrix, bounds: [Double]) {
    precondition(constraints.columns == objective.count, "the objective does not fit")
    precondition(constraints.rows == bounds.count, "the bounds do not fit")
    self.objective = objective
    self.constraints = constraints
    self.bounds = bounds
  }

  /// What a programme comes to.
  public enum Outcome: Sendable, Equatable {
    /// It has a largest value.
    case optimal(Solution)
    /// No x meets the constraints.
    case infeasible
    /// The objective has no largest value.
    case unbounded
  }

  /// An optimal vertex and what was checked of it.
  public struct Solution: Sendable, Equatable {
    /// x.
    public let values: [Double]
    /// c'x.
    public let objective: Double
    /// The prices of the constraints: an optimal y >= 0 of the dual programme, minimise b'y with A'y >= c.
    public let prices: [Double]
    /// Whether no other x is as good: every variable outside the basis would cost something.
    ///
    /// At a vertex that more constraints meet than needed, `false` may be said of a single optimum, never `true` of several.
    public let isUnique: Bool
    /// The gap between the objective and the dual one, plus the worst breach of a constraint, as a share of the numbers' size.
    public let violation: Double
    /// Exchanges of a variable made.
    public let exchanges: Int
  }

  /// Solves the programme.
  ///
  /// The variable that enters is the one that gains most a unit; after a run of exchanges without gain it is the first that gains at
  /// all, of equals the first that leaves (Bland 1977, Mathematics of Operations Research 2, 103-107), so that no cycle is possible. Rows and
  /// columns are scaled by powers of two, which loses no digit.
  public func solve() -> Outcome {
    let scaling = Scaling(constraints, objective)
    var method = SimplexDictionary(self, scaling)
    guard method.reachFeasibility() else { return .infeasible }
    guard method.maximise() else { return .unbounded }
    let values = method.values.enumerated().map { $1 * scaling.columns[$0] }
    let prices = method.prices.enumerated().map { $1 * scaling.rows[$0] }
    let value = zip(objective, values).reduce(0) { $0 + $1.0 * $1.1 }
    return .optimal(
      Solution(
        values: values, objective: value, prices: prices, isUnique: method.isUnique,
        violation: violation(values, prices, value), exchanges: method.exchanges))
  }

  private func violation(_ values: [Double], _ prices: [Double], _ value: Double) -> Double {
    let left = constraints * values
    let dual = zip(bounds, prices).reduce(0) { $0 + $1.0 * $1.1 }
    var worst = abs(value - dual) / max(1, abs(value))
    for (i, bound) in bounds.enumerated() {
      worst = max(worst, (left[i] - bound) / max(1, abs(bound)))
    }
    return worst
  }

  /// Powers of two that bring the largest element of each row and column near to one.
  struct Scaling {
    private(set) var rows: [Double]
    private(set) var columns: [Double]

    init(_ matrix: Matrix, _ objective: [Double]) {
      columns = (0..<matrix.columns).map { j in
        let largest = matrix.column(j).reduce(0) { max($0, abs($1)) }
        return Self.inversePower(largest > 0 ? largest : abs(objective[j]))
      }
      rows = []
      for i in 0..<matrix.rows {
        var largest = 0.0
        for j in 0..<matrix.columns { largest = max(largest, abs(matrix[i, j]) * columns[j]) }
        rows.append(Self.inversePower(largest))
      }
    }

    private static func inversePower(_ value: Double) -> Double {
      value.isNormal ? Double(sign: .plus, exponent: -value.exponent, significand: 1) : 1
    }
  }
}
