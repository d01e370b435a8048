/// The active-set method for convex quadratic programmes in non-negative variables, with memory that is used again.
///
/// Minimises 1/2 x'Qx - c'x over x >= 0, and over sum(x) = 1 if so asked. Primal: every iterate is feasible, a variable enters by
/// the most negative reduced cost, and leaves where the line to the minimum of the current face meets its bound (Lawson and Hanson
/// 1974, chapter 23, for the case without the sum). A face is solved by a Cholesky factor that grows by a row for each variable that
/// enters. With p variables in the solution of n, an iteration costs O(n p + p^2).
struct NonNegativeActiveSet: Sendable {
  /// Number of variables.
  let count: Int
  /// Whether the variables add up to 1.
  let sumsToOne: Bool
  /// The variables' values.
  private(set) var values: [Double]
  /// Positions of the variables above zero, in the order in which they entered.
  private(set) var support: [Int] = []
  /// Qx - c.
  private(set) var gradient: [Double]
  /// The gradient on the support: the multiplier of the sum, 0 without it.
  private(set) var multiplier = 0.0
  /// Steps taken by the last solution.
  private(set) var iterations = 0
  /// Whether the last solution met its tolerance.
  private(set) var hasConverged = false

  private var factor: [Double]
  private var step: [Double]
  private var second: [Double]
  private var isFree: [Bool]
  private var isBlocked: [Bool]

  init(count: Int, sumsToOne: Bool) {
    self.count = count
    self.sumsToOne = sumsToOne
    values = Array(repeating: 0, count: count)
    gradient = values
    factor = Array(repeating: 0, count: count * count)
    step = values
    second = values
    isFree = Array(repeating: false, count: count)
    isBlocked = isFree
  }

  /// Reduced costs below this share of the largest curvature count as zero.
  static let relativeTolerance = 1e-12

  /// Solves for a matrix (n x n, symmetric, positive semidefinite, column-major) and a linear term; from the last solution if it is a good
  /// guess, as in a search over nearby programmes.
  mutating func solve(_ q: [Double], _ c: [Double], fromLast: Bool = false) {
    var scale = 0.0
    for j in 0..<count { scale = max(scale, q[j * count + j]) }
    // A multiple of 11' changes the objective by a constant on the simplex, and makes every affinely independent face definite.
    let shift = sumsToOne ? (scale > 0 ? scale : 1) : 0
    iterations = 0
    hasConverged = false
    if !(fromLast && !support.isEmpty && refactor(from: 0, q, shift)) { start(q, c, shift) }
    let limit = 50 + 20 * count
    var mayBlock = false
    while iterations < limit {
      iterations += 1
      if !support.isEmpty, !moveToFaceMinimum(q, c, shift, &mayBlock) { continue }
      computeGradient(q, c)
      multiplier = 0
      if sumsToOne {
        for j in support { multiplier += gradient[j] * values[j] }
      }
      var entering = -1
      var least = -Self.relativeTolerance * max(scale, .leastNormalMagnitude)
      if scale == 0 { least = 0 }
      for j in 0..<count where !isFree[j] && !isBlocked[j] {
        let reduced = gradient[j] - multiplier
        if reduced < least {
          least = reduced
          entering = j
        }
      }
      if entering < 0 {
        hasConverged = true
        return
      }
      if append(entering, q, shift) {
        isFree[entering] = true
        mayBlock = true
      } else {
        isBlocked[entering] = true
      }
    }
  }

  private mutating func start(_ q: [Double], _ c: [Double], _ shift: Double) {
    for j in 0..<count {
      values[j] = 0
      isFree[j] = false
      isBlocked[j] = false
    }
    support.removeAll(keepingCapacity: true)
    guard sumsToOne, count > 0 else { return }
    var best = 0
    var least = Double.infinity
    for j in 0..<count {
      let objective = q[j * count + j] / 2 - c[j]
      if objective < least {
        least = objective
        best = j
      }
    }
    values[best] = 1
    isFree[best] = true
    _ = append(best, q, shift)
  }

  /// Goes to the minimum over the current face, or to the first bound on the way; whether the minimum was reached.
  private mutating func moveToFaceMinimum(
    _ q: [Double], _ c: [Double], _ shift: Double, _ mayBlock: inout Bool
  ) -> Bool {
    let size = support.count
    for i in 0..<size { step[i] = c[support[i]] }
    backSolve(&step, size)
    if sumsToOne {
      for i in 0..<size { second[i] = 1 }
      backSolve(&second, size)
      var sum = 0.0
      var ones = 0.0
      for i in 0..<size {
        sum += step[i]
        ones += second[i]
      }
      let weight = (1 - sum) / ones
      for i in 0..<size { step[i] += weight * second[i] }
    }
    var length = 1.0
    var leaving = -1
    for i in 0..<size where step[i] <= 0 {
      let value = values[support[i]]
      let ratio = value / (value - step[i])
      if leaving < 0 || ratio < length {
        length = ratio
        leaving = i
      }
    }
    if leaving < 0 {
      for i in 0..<size { values[support[i]] = step[i] }
      mayBlock = false
      for j in 0..<count { isBlocked[j] = false }
      return true
    }
    for i in 0..<size {
      let j = support[i]
      values[j] += length * (step[i] - values[j])
    }
    // The one that entered last and leaves at once does so by rounding: it is kept out until something else has moved.
    if mayBlock, leaving == size - 1, length == 0 { isBlocked[support[leaving]] = true }
    mayBlock = false
    var first = size
    for i in stride(from: size - 1, through: 0, by: -1)
    where i == leaving || values[support[i]] <= 0 {
      values[support[i]] = 0
      isFree[support[i]] = false
      support.remove(at: i)
      first = i
    }
    // Removal leaves a definite matrix definite; where rounding says otherwise the method starts afresh.
    if !refactor(from: first, q, shift) { start(q, c, shift) }
    return false
  }

  private mutating func computeGradient(_ q: [Double], _ c: [Double]) {
    for j in 0..<count { gradient[j] = -c[j] }
    for p in support {
      let weight = values[p]
      let base = p * count
      for j in 0..<count { gradient[j] += weight * q[base + j] }
    }
  }

  private mutating func append(_ j: Int, _ q: [Double], _ shift: Double) -> Bool {
    support.append(j)
    if factorRow(support.count - 1, q, shift) { return true }
    support.removeLast()
    return false
  }

  private mutating func refactor(from first: Int, _ q: [Double], _ shift: Double) -> Bool {
    for row in first..<max(first, support.count) where !factorRow(row, q, shift) { return false }
    return true
  }

  /// One row of the Cholesky factor of the face's matrix.
  private mutating func factorRow(_ row: Int, _ q: [Double], _ shift: Double) -> Bool {
    let base = support[row] * count
    let diagonal = q[base + support[row]] + shift
    var pivot = diagonal
    for i in 0..<row {
      var sum = q[base + support[i]] + shift
      for k in 0..<i { sum -= factor[row * count + k] * factor[i * count + k] }
      let element = sum / factor[i * count + i]
      factor[row * count + i] = element
      pivot -= element * element
    }
    guard pivot > 1e-13 * diagonal else { return false }
    factor[row * count + row] = pivot.squareRoot()
    return true
  }

  private func backSolve(_ x: inout [Double], _ size: Int) {
    for i in 0..<size {
      var sum = x[i]
      for k in 0..<i { sum -= factor[i * count + k] * x[k] }
      x[i] = sum / factor[i * count + i]
    }
    for i in stride(from: size - 1, through: 0, by: -1) {
      var sum = x[i]
      for k in (i + 1)..<max(i + 1, size) { sum -= factor[k * count + i] * x[k] }
      x[i] = sum / factor[i * count + i]
    }
  }
}
