/// Linear least squares: the coefficients that minimise the (weighted) sum of squared residuals.
///
/// By QR with column pivoting of the design with its columns scaled by powers of two, never by normal equations, followed by iterative
/// refinement of the augmented system with residuals in twice the working precision (Björck 1967, BIT 7, 257-278), which brings
/// coefficients and residuals to nearly full accuracy where the condition number allows any. Columns that depend on others are named, get
/// no coefficient, and count in nothing. Cost: 2 m n^2 operations for m rows and n columns, and 12 m n for each refinement.
public struct LeastSquares: Sendable {
  /// Coefficient of each column, NaN for dependent ones.
  public let coefficients: [Double]
  /// Numerical rank of the design.
  public let rank: Int
  /// Columns that depend on the others, in ascending order.
  public let dependentColumns: [Int]
  /// Response minus fitted value of each row, not multiplied by weights.
  public let residuals: [Double]
  /// Fitted value of each row.
  public let fitted: [Double]
  /// Weighted sum of squared residuals.
  public let residualSumOfSquares: Double
  /// An estimate of the condition number of the scaled design, in the 1-norm.
  public let conditionEstimate: Double

  private let qr: PivotedQR
  private let scales: [Double]

  /// Fits a response of m elements on an m x n design.
  ///
  /// - Parameters:
  ///   - design: The design, m x n, of finite numbers.
  ///   - response: The response, m finite numbers.
  ///   - weights: A weight for each row, not negative; `nil` for ones.
  ///   - tolerance: A column is dependent if its part that is new to the others is below this share of the largest column, after scaling.
  ///   - refinements: Steps of iterative refinement.
  public init(
    design: Matrix, response: [Double], weights: [Double]? = nil, tolerance: Double = 1e-11,
    refinements: Int = 2
  ) {
    precondition(design.rows == response.count, "one response for each row")
    precondition(weights.map { $0.count == design.rows } ?? true, "one weight for each row")
    var scaled = design
    var right = response
    if let weights {
      let roots = weights.map { $0.squareRoot() }
      scaled = scaled.scaled(byRow: roots)
      for i in right.indices { right[i] *= roots[i] }
    }
    scales = scaled.scaleColumnsByPowersOfTwo()
    let qr = PivotedQR(scaled, tolerance: tolerance)
    self.qr = qr
    rank = qr.rank
    dependentColumns = qr.dependentColumns
    conditionEstimate = qr.conditionEstimate

    let independent = Array(qr.pivot[..<qr.rank])
    var system = AugmentedSystem(qr: qr, design: scaled, columns: independent, response: right)
    for _ in 0..<refinements { system.refine() }

    var coefficients = [Double](repeating: .nan, count: design.columns)
    for (k, column) in independent.enumerated() {
      coefficients[column] = system.solution[k] * scales[column]
    }
    self.coefficients = coefficients
    let sum = system.residuals.reduce(into: ExactSum()) { $0.add($1, times: $1) }
    residualSumOfSquares = sum.value
    if weights == nil {
      residuals = system.residuals
      fitted = zip(response, system.residuals).map { $0 - $1 }
    } else {
      var fitted = [Double](repeating: 0, count: design.rows)
      for column in independent {
        let start = column * design.rows
        for i in 0..<design.rows {
          fitted[i] += coefficients[column] * design.elements[start + i]
        }
      }
      self.fitted = fitted
      residuals = zip(response, fitted).map { $0 - $1 }
    }
  }

  /// The inverse of X'WX, n x n; the rows and columns of dependent columns are NaN.
  public var inverseGram: Matrix {
    let n = coefficients.count
    var result = Matrix(rows: n, columns: n, repeating: .nan)
    guard rank > 0 else { return result }
    var inverse = qr.triangle.elements
    let info = Lapack.triangularInverse(&inverse, order: rank, triangle: .upper)
    precondition(info == 0)
    let root = Matrix(rows: rank, columns: rank, elements: inverse)
    let product = root.productTransposed(root)
    for a in 0..<rank {
      for b in 0..<rank {
        let (i, j) = (qr.pivot[a], qr.pivot[b])
        // The same sum for (i, j) and (j, i).
        result[i, j] = product[min(a, b), max(a, b)] * scales[i] * scales[j]
      }
    }
    return result
  }

  /// The diagonal of the hat matrix (of the weighted design): the weight of each response in its own fitted value.
  ///
  /// Cost: 4 m n^2 operations.
  public var leverages: [Double] {
    let basis = qr.basis
    var result = [Double](repeating: 0, count: qr.rows)
    for j in 0..<rank {
      for (i, element) in basis.column(j).enumerated() { result[i] += element * element }
    }
    return result
  }
}

/// The system [I A; A' 0] [r; x] = [b; 0] of a least squares problem, solved and refined by a QR factorisation.
private struct AugmentedSystem {
  let qr: PivotedQR
  let design: Matrix
  let columns: [Int]
  let response: [Double]
  private(set) var solution: [Double]
  private(set) var residuals: [Double]

  init(qr: PivotedQR, design: Matrix, columns: [Int], response: [Double]) {
    self.qr = qr
    self.design = design
    self.columns = columns
    self.response = response
    solution = [Double](repeating: 0, count: columns.count)
    residuals = [Double](repeating: 0, count: response.count)
    correct(upper: response, lower: solution)
  }

  mutating func refine() {
    // The two halves of the residual, each in twice the working precision.
    let m = response.count
    var sums = response.map { TwofoldSum($0) }
    for i in 0..<m { sums[i].add(-residuals[i]) }
    var lower = [Double](repeating: 0, count: columns.count)
    for (k, column) in columns.enumerated() {
      let start = column * m
      var gradient = TwofoldSum(0)
      for i in 0..<m {
        let element = design.elements[start + i]
        sums[i].add(-element, times: solution[k])
        gradient.add(-element, times: residuals[i])
      }
      lower[k] = gradient.value
    }
    correct(upper: sums.map(\.value), lower: lower)
  }

  /// Adds the solution for a right-hand side to the present one.
  private mutating func correct(upper: [Double], lower: [Double]) {
    let rank = columns.count
    let h = qr.solveTriangle(lower, form: .transposed)
    var d = qr.applyTransposedQ(Matrix(column: upper)).elements
    let change = qr.solveTriangle((0..<rank).map { d[$0] - h[$0] })
    for k in 0..<rank {
      solution[k] += change[k]
      d[k] = h[k]
    }
    let residualChange = qr.applyQ(Matrix(column: d)).elements
    for i in residuals.indices { residuals[i] += residualChange[i] }
  }
}

extension Matrix {
  /// Scales every column by the power of two that brings its length near 1, which changes no digit; gives the factors back.
  fileprivate mutating func scaleColumnsByPowersOfTwo() -> [Double] {
    (0..<columns).map { j in
      let range = (j * rows)..<((j + 1) * rows)
      let largest = range.reduce(0.0) { max($0, abs(elements[$1])) }
      guard largest > 0, largest.isFinite else { return 1 }
      let squares = range.reduce(0.0) { $0 + (elements[$1] / largest) * (elements[$1] / largest) }
      let length = largest * squares.squareRoot()
      let factor = Double(sign: .plus, exponent: -Int(length.exponent), significand: 1)
      for k in range { elements[k] *= factor }
      return factor
    }
  }
}
