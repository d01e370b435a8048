internal import ESSData
internal import ESSNumerics

/// The records of one cell (a domain in a period) in ascending order of welfare.
struct RankedCell: Sendable {
  /// Welfare, or welfare over line.
  var values: ArraySlice<Double>
  /// Person weights, in the same order.
  var weights: ArraySlice<Double>
  /// For each record the position of its sampling unit in `support`; empty where no standard error is asked for.
  var units: ArraySlice<Int32>
  /// The sampling units of the cell.
  var support: Support

  /// Number of records with weight.
  var count: Int { values.count }

  /// The records with welfare above zero, as a domain of the cell: the sampling units stay.
  var positive: RankedCell {
    let first = values.startIndex + lowerCount { $0 <= 0 }
    var cell = self
    cell.values = values[first...]
    cell.weights = weights[first...]
    if !units.isEmpty { cell.units = units.suffix(values.endIndex - first) }
    return cell
  }

  /// The cell with every welfare below a floor raised to it.
  func floored(at floor: Double) -> RankedCell {
    var cell = self
    cell.values = ArraySlice(values.map { max($0, floor) })
    cell.weights = ArraySlice(weights)
    return cell
  }

  /// The cell with every record a sampling unit of its own, as under simple random sampling.
  var byRecord: RankedCell {
    var cell = self
    cell.units = ArraySlice(0..<Int32(count))
    cell.support = Support(Array(0..<Int32(count)))
    return cell
  }

  /// How many records at the beginning meet a condition that holds for a beginning of them.
  func lowerCount(where holds: (Double) -> Bool) -> Int {
    var (low, high) = (values.startIndex, values.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(values[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - values.startIndex
  }
}

/// How much is behind a number: records, people, and the sampling units of a cell.
struct CellSize: Sendable {
  let count: Int
  let population: Double
  let support: Support

  init(count: Int, population: Double, support: Support) {
    self.count = count
    self.population = population
    self.support = support
  }

  init(_ cell: RankedCell) {
    count = cell.count
    population = AdditiveTerm.weight.sum(cell)
    support = cell.support
  }

  /// The size of an evaluator's cell, of which the people are counted once only.
  init(_ evaluator: CellEvaluator) {
    count = evaluator.count
    population = evaluator.weight.value
    support = evaluator.cell.support
  }
}

/// A sample arranged by cell and welfare.
struct ArrangedSample: Sendable {
  let groups: RecordGroups
  private let ranked: RankedGroups
  private let unitOfRecord: [Int32]
  private let unitCount: Int

  /// Arranges a sample; `values` stand in for welfare, and `units` says which sampling unit each record is in (none if empty).
  init(_ groups: RecordGroups, values: [Double], weights: [Double], units: [Int32], unitCount: Int)
  {
    self.groups = groups
    ranked = RankedGroups(
      groups: groups.codes, count: groups.count, values: values, weights: weights,
      keepsPositions: !units.isEmpty)
    unitOfRecord = units
    self.unitCount = unitCount
  }

  /// The records of a group.
  func cell(_ index: Int) -> RankedCell {
    let range = ranked.range(of: index)
    var cell = RankedCell(
      values: ranked.values[range], weights: ranked.weights[range], units: [],
      support: Support([]))
    guard !unitOfRecord.isEmpty else { return cell }
    // Number the units that occur, in ascending order.
    var local = [Int32](repeating: -1, count: unitCount)
    for at in range { local[Int(unitOfRecord[Int(ranked.positions[at])])] = 0 }
    var units: [Int32] = []
    for unit in local.indices where local[unit] == 0 {
      local[unit] = Int32(units.count)
      units.append(Int32(unit))
    }
    cell.units = ArraySlice(range.map { local[Int(unitOfRecord[Int(ranked.positions[$0])])] })
    cell.support = Support(units)
    return cell
  }
}
