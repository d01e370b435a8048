internal import ESSData
internal import ESSNumerics

/// Totals over the records of a cell of numbers that each record has, whatever its rank: weight times number, summed, with the motion of
/// the sum under the design.
///
/// Cost: one pass a column; with R replicates one product of (R x PSUs) by (PSUs x columns).
struct RecordTotals {
  /// The positions of the records in the sample.
  let rows: [Int]
  /// How much is behind the totals.
  let size: CellSize
  private let cell: RankedCell
  private let mode: CellEvaluator.Mode

  init(_ estimator: SurveyEstimator, rows: [Int]) {
    let sample = estimator.sample
    self.rows = rows
    var cell = RankedCell(
      values: ArraySlice(repeatElement(0, count: rows.count)),
      weights: ArraySlice(rows.map { sample.weight[$0] }), units: [], support: Support([]))
    let mode = estimator.evaluator(cell).mode
    var unitOfRecord: [Int32] = []
    switch mode {
    case .values: break
    case .linear: unitOfRecord = rows.map { sample.design.psu[$0] }
    case .replicates(let plan):
      unitOfRecord = rows.map { plan.isByRecord ? Int32($0) : sample.design.psu[$0] }
    }
    let units = Set(unitOfRecord).sorted()
    let position = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, Int32($0)) })
    cell.units = ArraySlice(unitOfRecord.map { position[$0] ?? 0 })
    cell.support = Support(units)
    self.cell = cell
    self.mode = mode
    size = CellSize(cell)
  }

  /// The totals of some columns, each with a number for every record of the cell.
  func totals(_ columns: [[Double]]) -> [Varying] {
    let isWeighted: Bool
    if case .replicates(let plan) = mode {
      isWeighted = !plan.isByRecord
    } else {
      isWeighted = true
    }
    let (weights, units) = (cell.weights.span, cell.units.span)
    var values: [Double] = []
    var unitTotals: [[Double]] = []
    for column in columns {
      var total = 0.0
      var totals = [Double](repeating: 0, count: cell.support.units.count)
      for i in column.indices {
        let part = weights[i] * column[i]
        total += part
        if !units.isEmpty { totals[Int(units[i])] += isWeighted ? part : column[i] }
      }
      values.append(total)
      unitTotals.append(totals)
    }
    switch mode {
    case .values: return values.map { Varying($0) }
    case .linear:
      return zip(values, unitTotals).map { Varying($0, .linear(cell.support, $1)) }
    case .replicates:
      guard !cell.support.units.isEmpty, !columns.isEmpty else { return values.map { Varying($0) } }
      let blocks = FactorBlocks(cell, mode)
      let products = blocks.products(
        Matrix(
          rows: cell.support.units.count, columns: columns.count,
          elements: Array(unitTotals.joined())))
      return values.enumerated().map { column, value in
        Varying(value, .replicates(blocks.spread(products.column(column), neutral: value)))
      }
    }
  }
}

/// The cells of a sample by domain and period, each with the positions of its records that have weight.
struct CellRows {
  let cells: [SurveyCell]
  let rows: [[Int]]

  init(_ sample: SurveySample) {
    let groups = sample.period.map { $0.crossed(with: sample.domain) } ?? sample.domain
    let hasPeriods = sample.period != nil
    cells = groups.labels.map { label in
      SurveyCell(
        period: hasPeriods ? label[0] : "", domain: Array(hasPeriods ? label[1...] : label[...]))
    }
    var rows = [[Int]](repeating: [], count: groups.count)
    for (row, code) in groups.codes.enumerated() where sample.weight[row] > 0 {
      rows[Int(code)].append(row)
    }
    self.rows = rows
  }
}
