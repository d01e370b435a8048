public import ESSData
internal import ESSNumerics

/// The imputation estimator: unit and period effects from untreated cells alone, and treated outcomes less what they predict.
///
/// Borusyak, Jaravel and Spiess (2024), *Review of Economic Studies* 91, 3253-3285. Standard errors are their conservative ones
/// (theorem 3), clustered by unit, with the mean effect of each cohort and period in the place of the unknown effect of a cell. Cost: O(cells) and
/// T^3 for T periods.
public struct ImputationEffects: Sendable {
  /// An effect.
  public struct Effect: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// Standard error; `nil` where there is none.
    public let standardError: Double?
    /// Treated cells behind it.
    public let cells: Int
  }

  /// The mean effect over all treated cells that are identified.
  public let overall: Effect
  /// By periods since treatment.
  public let events: [(event: Int, effect: Effect)]
  /// By cohort.
  public let cohorts: [(cohort: String, effect: Effect)]
  /// What was left out.
  public let dropped: [PanelSample.Drop]
  /// Units in the estimate.
  public let unitCount: Int
  /// Untreated cells behind unit and period effects.
  public let untreatedCells: Int

  /// Estimates; throws if no treated cell is identified.
  public init(
    _ sample: PanelSample, outcome: String, timing: TreatmentTiming,
    policy: PanelSample.Policy = .pairs
  ) throws(DataError) {
    guard policy != .crossSections else {
      throw .notIdentified(
        "imputation follows units over time; repeated cross sections do not")
    }
    let complete = try sample.complete(in: [outcome], policy: policy)
    var first: [String: Int] = [:]
    for (unit, name) in sample.units.enumerated() {
      first[name] = timing.first[unit].map { sample.axis.ordinals[$0] }
    }
    let grid = try OutcomeGrid(complete, outcome)
    let width = grid.periods.count
    let starts = grid.units.map { unit -> Int in
      let ordinal = first[unit] ?? .max
      return grid.axis.ordinals.firstIndex { $0 >= ordinal } ?? width
    }
    let model = UntreatedModel(grid, starts)
    guard let model else {
      throw .notIdentified("no unit has an untreated period; there is nothing to impute from")
    }
    untreatedCells = model.cellCount
    unitCount = grid.units.count
    let values = grid.values
    let effects = model.effects(of: values)
    var dropped = complete.dropped
    var cells: [(unit: Int, time: Int, effect: Double)] = []
    for unit in grid.units.indices where starts[unit] < width {
      var missing: [String] = []
      for time in starts[unit]..<width where !grid[unit, time].isNaN {
        if model.isIdentified(unit, time) {
          cells.append(
            (unit, time, grid[unit, time] - effects.units[unit] - effects.times[time]))
        } else {
          missing.append(grid.periods[time])
        }
      }
      if !missing.isEmpty {
        dropped.append(
          PanelSample.Drop(
            unit: grid.units[unit], times: missing,
            reason: "no untreated period of the unit, or no untreated unit in the period"))
      }
    }
    self.dropped = dropped
    guard !cells.isEmpty else {
      throw .notIdentified(
        "no treated cell can be imputed: treated units need untreated periods, and their periods untreated units"
      )
    }
    // Residuals: of untreated cells from the fit, of treated ones from the mean effect of their cohort and period.
    var residuals = Array(repeating: 0.0, count: values.count)
    for unit in grid.units.indices {
      for time in 0..<min(starts[unit], width) where !grid[unit, time].isNaN {
        residuals[unit * width + time] =
          grid[unit, time] - effects.units[unit] - effects.times[time]
      }
    }
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for cell in cells {
      let key = starts[cell.unit] * width + cell.time
      let earlier = sums[key] ?? (0, 0)
      sums[key] = (earlier.sum + cell.effect, earlier.count + 1)
    }
    for cell in cells {
      let group = sums[starts[cell.unit] * width + cell.time] ?? (0, 1)
      residuals[cell.unit * width + cell.time] = cell.effect - group.sum / group.count
    }
    let residual = residuals
    func effect(_ chosen: [(unit: Int, time: Int, effect: Double)]) -> Effect {
      let weight = 1 / Double(chosen.count)
      var weights = Array(repeating: 0.0, count: values.count)
      for cell in chosen { weights[cell.unit * width + cell.time] = weight }
      let implied = model.impliedWeights(weights)
      var variance = 0.0
      for unit in grid.units.indices {
        var sum = 0.0
        for time in 0..<width {
          sum += implied[unit * width + time] * residual[unit * width + time]
        }
        variance += sum * sum
      }
      return Effect(
        value: chosen.reduce(0) { $0 + $1.effect * weight },
        standardError: variance > 0 ? variance.squareRoot() : nil, cells: chosen.count)
    }
    overall = effect(cells)
    events = Set(cells.map { $0.time - starts[$0.unit] }).sorted().map { event in
      (event, effect(cells.filter { $0.time - starts[$0.unit] == event }))
    }
    cohorts = Set(cells.map { starts[$0.unit] }).sorted().map { start in
      (grid.periods[start], effect(cells.filter { starts[$0.unit] == start }))
    }
  }
}

/// Unit and period effects of the untreated cells: normal equations with the units eliminated.
private struct UntreatedModel {
  private let width: Int
  private let isUntreated: [Bool]
  private let unitCounts: [Double]
  private let parts: [Int32]
  /// For each period its place in the system, -1 for references and for periods without an untreated cell.
  private let places: [Int]
  private let factor: Cholesky?
  let cellCount: Int

  init?(_ grid: OutcomeGrid, _ starts: [Int]) {
    let width = grid.periods.count
    self.width = width
    let units = grid.units.count
    var isUntreated = Array(repeating: false, count: units * width)
    var unitCounts = Array(repeating: 0.0, count: units)
    var timeCounts = Array(repeating: 0.0, count: width)
    var unitCodes: [Int32] = []
    var timeCodes: [Int32] = []
    for unit in 0..<units {
      for time in 0..<min(starts[unit], width) where !grid[unit, time].isNaN {
        isUntreated[unit * width + time] = true
        unitCounts[unit] += 1
        timeCounts[time] += 1
        unitCodes.append(Int32(unit))
        timeCodes.append(Int32(time))
      }
    }
    guard !unitCodes.isEmpty else { return nil }
    cellCount = unitCodes.count
    self.isUntreated = isUntreated
    self.unitCounts = unitCounts
    parts = EffectComponents.labels(
      AbsorbedEffects.Effect(name: "unit", codes: unitCodes, count: units),
      AbsorbedEffects.Effect(name: "time", codes: timeCodes, count: width))
    var references: Set<Int32> = []
    var places: [Int] = []
    var size = 0
    for time in 0..<width {
      if timeCounts[time] == 0 || references.insert(parts[units + time]).inserted {
        places.append(-1)
      } else {
        places.append(size)
        size += 1
      }
    }
    self.places = places
    var system = Matrix(rows: size, columns: size)
    for unit in 0..<units where unitCounts[unit] > 0 {
      let times = (0..<width).filter { isUntreated[unit * width + $0] && places[$0] >= 0 }
      for s in times {
        system[places[s], places[s]] += 1
        for t in times { system[places[s], places[t]] -= 1 / unitCounts[unit] }
      }
    }
    factor = size > 0 ? Cholesky(system) : nil
  }

  /// Whether a cell's effects are both estimated, and relative to each other.
  func isIdentified(_ unit: Int, _ time: Int) -> Bool {
    guard unitCounts[unit] > 0 else { return false }
    let units = unitCounts.count
    return parts[unit] == parts[units + time]
  }

  /// Solves the normal equations for sums by unit and by period.
  private func solve(_ byUnit: [Double], _ byTime: [Double]) -> (units: [Double], times: [Double]) {
    var right = Array(repeating: 0.0, count: factor?.order ?? 0)
    for (time, place) in places.enumerated() where place >= 0 { right[place] = byTime[time] }
    for unit in byUnit.indices where unitCounts[unit] > 0 {
      let mean = byUnit[unit] / unitCounts[unit]
      for time in 0..<width where isUntreated[unit * width + time] && places[time] >= 0 {
        right[places[time]] -= mean
      }
    }
    let solution = factor?.solve(right) ?? []
    let times = places.map { $0 < 0 ? 0 : solution[$0] }
    let units = byUnit.indices.map { unit -> Double in
      guard unitCounts[unit] > 0 else { return 0 }
      var sum = byUnit[unit]
      for time in 0..<width where isUntreated[unit * width + time] { sum -= times[time] }
      return sum / unitCounts[unit]
    }
    return (units, times)
  }

  /// Unit and period effects of values.
  func effects(of values: [Double]) -> (units: [Double], times: [Double]) {
    var byUnit = Array(repeating: 0.0, count: unitCounts.count)
    var byTime = Array(repeating: 0.0, count: width)
    for cell in values.indices where isUntreated[cell] {
      byUnit[cell / width] += values[cell]
      byTime[cell % width] += values[cell]
    }
    return solve(byUnit, byTime)
  }

  /// The weights of all outcomes in a weighted sum of imputed effects: those given on treated cells, and on untreated ones what the
  /// prediction takes from them.
  func impliedWeights(_ weights: [Double]) -> [Double] {
    var byUnit = Array(repeating: 0.0, count: unitCounts.count)
    var byTime = Array(repeating: 0.0, count: width)
    for cell in weights.indices where weights[cell] != 0 {
      byUnit[cell / width] += weights[cell]
      byTime[cell % width] += weights[cell]
    }
    let taken = solve(byUnit, byTime)
    return weights.indices.map { cell in
      isUntreated[cell] ? -(taken.units[cell / width] + taken.times[cell % width]) : weights[cell]
    }
  }
}
