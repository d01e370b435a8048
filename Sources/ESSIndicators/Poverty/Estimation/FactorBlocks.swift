internal import ESSNumerics

/// The replicate factors of a cell, in blocks of replicates that fit in memory.
struct FactorBlocks {
  /// The largest number of factors held at a time.
  private static let limit = 1 << 22

  /// The replicates that touch the cell.
  let active: [Int]
  private let cell: RankedCell
  private let plan: ReplicatePlan?
  /// All factors of the active replicates, where they fit.
  private let whole: Matrix?

  init(_ cell: RankedCell, _ mode: CellEvaluator.Mode) {
    self.cell = cell
    guard case .replicates(let plan) = mode else {
      self.plan = nil
      active = []
      whole = nil
      return
    }
    self.plan = plan
    active = plan.active(for: cell.support)
    whole =
      active.count * cell.support.units.count <= Self.limit
      ? plan.factors(for: cell.support, replicates: active[...]) : nil
  }

  /// Calls with each block of factors (replicates x units) and the position of its first replicate among those active.
  func forEach(_ body: (_ first: Int, _ factors: Matrix) -> Void) { forEach(active, body) }

  /// Calls with the factors of given replicates.
  func forEach(_ replicates: [Int], _ body: (_ first: Int, _ factors: Matrix) -> Void) {
    guard let plan, !replicates.isEmpty else { return }
    if let whole, replicates.count == active.count { return body(0, whole) }
    let size = max(1, Self.limit / max(1, cell.support.units.count))
    for block in Parallel.blocks(of: size, in: replicates.count) {
      body(block.lowerBound, plan.factors(for: cell.support, replicates: replicates[block]))
    }
  }

  /// The totals of each active replicate (rows) from totals by unit (units x statistics).
  func products(_ unitTotals: Matrix) -> Matrix {
    var result = Matrix(rows: active.count, columns: unitTotals.columns)
    forEach { first, factors in
      let product = factors * unitTotals
      for column in 0..<product.columns {
        for row in 0..<product.rows { result[first + row, column] = product[row, column] }
      }
    }
    return result
  }

  /// The numbers of all replicates: those given for the active ones, the estimate's own elsewhere.
  func spread(_ values: ArraySlice<Double>, neutral: Double) -> [Double] {
    guard let plan, active.count < plan.count else { return Array(values) }
    var result = [Double](repeating: neutral, count: plan.count)
    for (r, value) in zip(active, values) { result[r] = value }
    return result
  }

  /// The weights of the cell's records in a replicate, the given row of a block.
  func weights(of row: Int, _ factors: Matrix, into weights: inout [Double]) {
    let isWeighted = plan.map { !$0.isByRecord } ?? true
    let (base, units, factor) = (cell.weights.span, cell.units.span, factors.elements.span)
    let rows = factors.rows
    for i in weights.indices {
      weights[i] = (isWeighted ? base[i] : 1) * factor[Int(units[i]) * rows + row]
    }
  }
}
