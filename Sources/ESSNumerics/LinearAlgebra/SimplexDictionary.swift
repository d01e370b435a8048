/// The working state of the simplex method: every basic variable as a function of those outside the basis.
///
/// Row i reads: basic(i) = b(i) - sum of a(i, j) x(j) over the variables j outside; slack of row k is variable n + k.
struct SimplexDictionary {
  private let rows: Int
  private let variables: Int
  /// Columns outside the basis; the artificial variable of the first phase leaves this list at its end.
  private var outside: [Int]
  private var basic: [Int]
  /// Rows of coefficients, the right-hand side last; the objective is the last row.
  private var table: [Double]
  private var width: Int
  private(set) var exchanges = 0

  private static let tolerance = 1e-11

  init(_ programme: LinearProgramme, _ scaling: LinearProgramme.Scaling) {
    rows = programme.bounds.count
    variables = programme.objective.count
    width = variables + 1
    outside = Array(0..<variables)
    basic = (0..<rows).map { [variables] in variables + $0 }
    table = Array(repeating: 0, count: (rows + 1) * width)
    for i in 0..<rows {
      for j in 0..<variables {
        table[i * width + j] = programme.constraints[i, j] * scaling.rows[i] * scaling.columns[j]
      }
      table[i * width + variables] = programme.bounds[i] * scaling.rows[i]
    }
    for j in 0..<variables {
      table[rows * width + j] = -programme.objective[j] * scaling.columns[j]
    }
  }

  /// x at the present vertex.
  var values: [Double] {
    var result = [Double](repeating: 0, count: variables)
    for (i, variable) in basic.enumerated() where variable < variables {
      result[variable] = max(0, table[i * width + width - 1])
    }
    return result
  }

  /// The cost of tightening each constraint: the objective's coefficient of its slack.
  var prices: [Double] {
    var result = [Double](repeating: 0, count: rows)
    for (j, variable) in outside.enumerated() where variable >= variables {
      result[variable - variables] = max(0, table[rows * width + j])
    }
    return result
  }

  var isUnique: Bool {
    outside.indices.allSatisfy { table[rows * width + $0] > Self.tolerance }
  }

  /// Finds a feasible vertex; `false` if there is none.
  ///
  /// An artificial variable is taken off every left side, made as large as the worst row needs, and then driven to zero.
  mutating func reachFeasibility() -> Bool {
    let worst = (0..<rows).min { right($0) < right($1) } ?? 0
    guard rows > 0, right(worst) < 0 else { return true }
    let artificial = variables + rows
    let objective = Array(table[(rows * width)..<((rows + 1) * width)])
    widen(artificial)
    exchange(row: worst, column: width - 2)
    guard maximise(), abs(right(rows)) <= 1e-9 else { return false }
    if let row = basic.firstIndex(of: artificial) {
      // It is zero: any variable may take its place.
      let column = outside.indices.max {
        abs(table[row * width + $0]) < abs(table[row * width + $1])
      }
      if let column { exchange(row: row, column: column) }
    }
    narrow(artificial, objective)
    return true
  }

  /// Moves from vertex to better vertex; `false` if the objective grows without end.
  mutating func maximise() -> Bool {
    var idle = 0
    while true {
      let isCautious = idle > rows + variables
      guard let column = entering(isCautious) else { return true }
      guard let row = leaving(column) else { return false }
      idle = right(row) > Self.tolerance ? 0 : idle + 1
      exchange(row: row, column: column)
    }
  }

  private func right(_ row: Int) -> Double { table[row * width + width - 1] }

  private func entering(_ takesFirst: Bool) -> Int? {
    var best: Int?
    for j in outside.indices where table[rows * width + j] < -Self.tolerance {
      guard let found = best else {
        best = j
        continue
      }
      let isBetter =
        takesFirst
        ? outside[j] < outside[found] : table[rows * width + j] < table[rows * width + found]
      if isBetter { best = j }
    }
    return best
  }

  private func leaving(_ column: Int) -> Int? {
    var best: Int?
    var least = Double.infinity
    for i in 0..<rows where table[i * width + column] > Self.tolerance {
      let ratio = max(0, right(i)) / table[i * width + column]
      if ratio < least - Self.tolerance {
        (best, least) = (i, ratio)
      } else if ratio <= least + Self.tolerance, let found = best, basic[i] < basic[found] {
        (best, least) = (i, min(least, ratio))
      }
    }
    return best
  }

  private mutating func exchange(row: Int, column: Int) {
    exchanges += 1
    let (rows, width) = (rows, width)
    unsafe table.withUnsafeMutableBufferPointer { cells in
      let start = row * width
      let pivot = unsafe cells[start + column]
      for j in 0..<width { unsafe cells[start + j] /= pivot }
      unsafe cells[start + column] = 1 / pivot
      for i in 0...rows where i != row {
        let factor = unsafe cells[i * width + column]
        if factor == 0 { continue }
        unsafe cells[i * width + column] = 0
        for j in 0..<width { unsafe cells[i * width + j] -= factor * cells[start + j] }
      }
    }
    swap(&basic[row], &outside[column])
  }

  /// Adds the column of the artificial variable and makes it the objective to lose.
  private mutating func widen(_ artificial: Int) {
    var wider: [Double] = []
    for i in 0...rows {
      wider +=
        i < rows
        ? table[(i * width)..<(i * width + width - 1)] : Array(repeating: 0, count: width - 1)[...]
      wider.append(i < rows ? -1 : 1)
      wider.append(i < rows ? right(i) : 0)
    }
    table = wider
    width += 1
    outside.append(artificial)
  }

  /// Takes the artificial variable away and states the objective in the variables now outside.
  private mutating func narrow(_ artificial: Int, _ objective: [Double]) {
    guard let gone = outside.firstIndex(of: artificial) else { return }
    outside.remove(at: gone)
    var narrower: [Double] = []
    for i in 0..<rows {
      let row = table[(i * width)..<((i + 1) * width)]
      narrower += row.prefix(gone) + row.dropFirst(gone + 1)
    }
    width -= 1
    var last = [Double](repeating: 0, count: width)
    for (j, variable) in outside.enumerated() where variable < variables {
      last[j] = objective[variable]
    }
    for (i, variable) in basic.enumerated() where variable < variables {
      let factor = objective[variable]
      for j in 0..<width { last[j] -= factor * narrower[i * width + j] }
    }
    table = narrower + last
  }
}
