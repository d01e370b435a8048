/// The bipartite graphs of largest entropy whose expected degrees are those of a graph (Saracco and others 2015): row i and column a are
/// tied with probability x_i y_a / (1 + x_i y_a), independently.
public struct BipartiteConfiguration: Sendable, Equatable {
  private let rowFactors: [Double]
  private let columnFactors: [Double]
  private let rowDegrees: [Int]
  private let columnDegrees: [Int]

  /// Fits the factors by a fixed point until no expected degree is off by 10^-11; `nil` if 1,000,000 rounds do not bring it there.
  ///
  /// Nodes of the same degree share a factor. Nodes tied to all or none of the other side are certain and leave the fit.
  public init?(_ graph: IncidenceGraph) {
    let rows = graph.rowDegrees
    let columns = graph.columnDegrees
    let rowClasses = DegreeClasses(rows)
    let columnClasses = DegreeClasses(columns)
    guard
      let fit = ConfigurationFit(
        rowClasses, columnClasses)
    else { return nil }
    rowFactors = rowClasses.classOf.map { fit.rows[$0] }
    columnFactors = columnClasses.classOf.map { fit.columns[$0] }
    rowDegrees = rows
    columnDegrees = columns
  }

  /// The probability of a tie.
  public func probability(row: Int, column: Int) -> Double {
    let (x, y) = (rowFactors[row], columnFactors[column])
    if x == 0 || y == 0 { return 0 }
    if x.isInfinite || y.isInfinite { return 1 }
    return x * y / (1 + x * y)
  }

  /// The probability that two rows share at least so many columns: a sum of independent trials, added up exactly.
  ///
  /// Cost: columns x number shared.
  public func upperTail(_ i: Int, _ j: Int, shared: Int) -> Double {
    guard shared > 0 else { return 1 }
    // Probability of 0, 1, ... shared-1 so far; what goes beyond is the tail.
    var below = [Double](repeating: 0, count: shared)
    below[0] = 1
    var tail = 0.0
    for column in columnFactors.indices {
      let p = probability(row: i, column: column) * probability(row: j, column: column)
      guard p > 0 else { continue }
      tail += below[shared - 1] * p
      for k in stride(from: shared - 1, to: 0, by: -1) {
        below[k] += p * (below[k - 1] - below[k])
      }
      below[0] *= 1 - p
    }
    return min(1, tail)
  }
}

/// Nodes by degree.
private struct DegreeClasses {
  let degrees: [Int]
  let sizes: [Double]
  let classOf: [Int]

  init(_ all: [Int]) {
    let sorted = Set(all).sorted()
    let position = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    degrees = sorted
    classOf = all.map { position[$0] ?? 0 }
    var sizes = [Double](repeating: 0, count: sorted.count)
    for k in classOf { sizes[k] += 1 }
    self.sizes = sizes
  }
}

private struct ConfigurationFit {
  var rows: [Double]
  var columns: [Double]

  init?(_ r: DegreeClasses, _ c: DegreeClasses) {
    // Peel off the certain nodes: factor 0 for no ties, infinite for all of those left.
    var rowLeft = [Double](repeating: 0, count: r.degrees.count)
    var columnLeft = [Double](repeating: 0, count: c.degrees.count)
    for k in r.degrees.indices { rowLeft[k] = Double(r.degrees[k]) }
    for k in c.degrees.indices { columnLeft[k] = Double(c.degrees[k]) }
    rows = rowLeft.map { _ in .nan }
    columns = columnLeft.map { _ in .nan }
    var changed = true
    while changed {
      changed = false
      func open(_ factors: [Double], _ sizes: [Double]) -> Double {
        zip(factors, sizes).reduce(0) { $0 + ($1.0.isNaN ? $1.1 : 0) }
      }
      for k in rows.indices where rows[k].isNaN {
        let others = open(columns, c.sizes)
        if rowLeft[k] <= 0 {
          rows[k] = 0
        } else if rowLeft[k] >= others {
          rows[k] = .infinity
          for a in columns.indices where columns[a].isNaN { columnLeft[a] -= r.sizes[k] }
        } else {
          continue
        }
        changed = true
      }
      for a in columns.indices where columns[a].isNaN {
        let others = open(rows, r.sizes)
        if columnLeft[a] <= 0 {
          columns[a] = 0
        } else if columnLeft[a] >= others {
          columns[a] = .infinity
          for k in rows.indices where rows[k].isNaN { rowLeft[k] -= c.sizes[a] }
        } else {
          continue
        }
        changed = true
      }
    }
    let openRows = rows.indices.filter { rows[$0].isNaN }
    let openColumns = columns.indices.filter { columns[$0].isNaN }
    let total = openRows.reduce(0) { $0 + rowLeft[$1] * r.sizes[$1] }
    guard total > 0 else { return }
    for k in openRows { rows[k] = rowLeft[k] / total.squareRoot() }
    for a in openColumns { columns[a] = columnLeft[a] / total.squareRoot() }
    for _ in 0..<1_000_000 {
      for k in openRows {
        var sum = 0.0
        for a in openColumns { sum += c.sizes[a] * columns[a] / (1 + rows[k] * columns[a]) }
        rows[k] = rowLeft[k] / sum
      }
      var worst = 0.0
      for a in openColumns {
        var sum = 0.0
        for k in openRows { sum += r.sizes[k] * rows[k] / (1 + rows[k] * columns[a]) }
        worst = max(worst, abs(sum * columns[a] - columnLeft[a]))
        columns[a] = columnLeft[a] / sum
      }
      if worst <= 1e-11 { return }
    }
    return nil
  }
}
