internal import ESSData
internal import ESSNumerics

/// Outcomes, cohorts and covariates of a group-time estimate, after filtering, with what was left out.
struct GroupTimeData: Sendable {
  let units: [String]
  let periods: [String]
  let policy: PanelSample.Policy
  /// For each unit the position of its first time of treatment, past the last for units never treated.
  let cohortOfUnit: [Int]
  /// Cohorts with a unit, ascending, without the never treated.
  let cohorts: [Int]
  /// Share of each unit in the observations, times the number of units: 1 in a panel.
  let mass: [Double]
  let dropped: [PanelSample.Drop]
  /// What else a reader must know.
  let notes: [String]
  let covariateNames: [String]
  private let outcome: [Double]
  private let covariates: [[Double]]
  private let rows: CrossSections?

  /// The rows, where a unit is not followed.
  private struct CrossSections: Sendable {
    var times: [Int] = []
    var units: [Int] = []
    var outcomes: [Double] = []
    /// A column each.
    var covariates: [[Double]]
  }

  var never: Int { periods.count }

  init(
    _ sample: PanelSample, outcome: String, covariates names: [String], _ timing: TreatmentTiming,
    _ options: GroupTimeEffects.Options
  ) throws(DataError) {
    precondition(timing.first.count == sample.units.count, "one start of treatment for each unit")
    let complete = try sample.complete(in: [outcome] + names, policy: options.policy)
    var timingOf: [String: Int] = [:]
    for (unit, name) in sample.units.enumerated() {
      timingOf[name] = timing.first[unit].flatMap { first in
        complete.axis.ordinals.firstIndex { $0 >= sample.axis.ordinals[first] }
      }
    }
    var dropped = complete.dropped
    var keep = complete.units.map { timingOf[$0] != 0 }
    for (unit, isKept) in keep.enumerated() where !isKept {
      dropped.append(
        PanelSample.Drop(
          unit: complete.units[unit], times: complete.axis.labels,
          reason: "treated in the first period, so that there is none before"))
    }
    var firsts = complete.units.map { timingOf[$0] ?? complete.axis.labels.count }
    var last = complete.axis.labels.count
    var notes: [String] = []
    // Filtering may have taken a whole group, so that groups are looked for only now.
    let treated = Set(firsts.indices.filter { keep[$0] && firsts[$0] < last }.map { firsts[$0] })
    guard !treated.isEmpty else {
      let already = keep.indices.filter { !keep[$0] }.map { complete.units[$0] }
      throw .notIdentified(
        already.isEmpty
          ? "none of \(complete.units.count) units is treated within the periods"
          : "no treated unit is left: \(already.prefix(3).joined(separator: ", ")) "
            + "\(already.count == 1 ? "is" : "are") treated in the first period, so that there is none before"
      )
    }
    let hasNever = firsts.indices.contains { keep[$0] && firsts[$0] == last }
    if !hasNever, let latest = treated.max() {
      guard treated.count > 1 else {
        throw .notIdentified(
          "every unit is treated from \(complete.axis.labels[latest]) on, so that there are no controls; "
            + "`recovery dose` compares by how much units were treated")
      }
      // The last cohort stands in as control until it is treated itself.
      notes.append(
        "no unit is never treated: the cohort of \(complete.axis.labels[latest]) is the control, and "
          + "periods from then on are left out")
      last = latest
      firsts = firsts.map { min($0, last) }
    }
    for unit in keep.indices where firsts[unit] > last { keep[unit] = false }
    let positions = keep.indices.filter { keep[$0] }
    units = positions.map { complete.units[$0] }
    periods = Array(complete.axis.labels[..<last])
    cohortOfUnit = positions.map { firsts[$0] }
    cohorts = Set(cohortOfUnit).filter { [last] in $0 < last }.sorted()
    guard periods.count > 1 else {
      throw .notIdentified("one period is left; an effect needs one before treatment and one after")
    }
    policy = options.policy
    covariateNames = names
    self.dropped = dropped
    self.notes = notes
    var place = [Int](repeating: -1, count: complete.units.count)
    for (new, old) in positions.enumerated() { place[old] = new }
    let values = try complete.column(outcome)
    if options.policy == .crossSections {
      var columns: [[Double]] = []
      for name in names { columns.append(try complete.column(name)) }
      var kept = CrossSections(covariates: names.map { _ in [] })
      var counts = Array(repeating: 0.0, count: units.count)
      for row in values.indices {
        let unit = place[Int(complete.unitCodes[row])]
        let time = Int(complete.timeCodes[row])
        guard unit >= 0, time < last else { continue }
        kept.times.append(time)
        kept.units.append(unit)
        kept.outcomes.append(values[row])
        for (number, column) in columns.enumerated() { kept.covariates[number].append(column[row]) }
        counts[unit] += 1
      }
      rows = kept
      let total = kept.times.count
      mass = counts.map { [units] in $0 * Double(units.count) / Double(total) }
      self.outcome = []
      covariates = []
    } else {
      rows = nil
      mass = Array(repeating: 1, count: units.count)
      let width = complete.axis.labels.count
      func filled(_ column: [Double]) -> [Double] {
        var grid = [Double](repeating: .nan, count: positions.count * last)
        for row in column.indices {
          let unit = place[Int(complete.unitCodes[row])]
          let time = Int(complete.timeCodes[row])
          if unit >= 0, time < last { grid[unit * last + time] = column[row] }
        }
        return grid
      }
      precondition(width >= last)
      self.outcome = filled(values)
      var grids: [[Double]] = []
      for name in names { grids.append(filled(try complete.column(name))) }
      covariates = grids
    }
  }

  /// Share of the observations that belong to a cohort.
  func share(of cohort: Int) -> Double {
    let sum = cohortOfUnit.indices.reduce(0.0) {
      $0 + (cohortOfUnit[$1] == cohort ? mass[$1] : 0)
    }
    return sum / Double(units.count)
  }

  /// The effect on a cohort between two times against some controls.
  func effect(
    cohort: Int, base: Int, time: Int, isControl: (Int) -> Bool, _ method: TwoByTwo.Method
  ) throws(TwoByTwo.Failure) -> (estimate: InfluenceEstimate, treated: Int, controls: Int) {
    let role = cohortOfUnit.map { $0 == cohort ? 1 : isControl($0) ? 0 : -1 }
    if let rows { return try crossSections(rows, role, base, time, method) }
    var members: [Int] = []
    for unit in units.indices where role[unit] >= 0 {
      let start = unit * periods.count
      if !outcome[start + base].isNaN, !outcome[start + time].isNaN { members.append(unit) }
    }
    let cell = TwoByTwo(
      isTreated: members.map { role[$0] == 1 },
      changes: members.map {
        outcome[$0 * periods.count + time] - outcome[$0 * periods.count + base]
      },
      covariates: covariates.map { grid in members.map { grid[$0 * periods.count + base] } },
      names: covariateNames)
    let result = try cell.estimate(method)
    // Units outside the comparison have no influence; the others' counts for all.
    let scale = Double(units.count) / Double(members.count)
    var influence = Array(repeating: 0.0, count: units.count)
    for (position, unit) in members.enumerated() {
      influence[unit] = scale * result.influence[position]
    }
    let treated = members.count { role[$0] == 1 }
    return (
      InfluenceEstimate(value: result.value, influence: influence, hasError: treated > 1),
      treated, members.count - treated
    )
  }

  /// A comparison of rows; a unit's influence is the sum of its rows'.
  private func crossSections(
    _ rows: CrossSections, _ role: [Int], _ base: Int, _ time: Int, _ method: TwoByTwo.Method
  ) throws(TwoByTwo.Failure) -> (estimate: InfluenceEstimate, treated: Int, controls: Int) {
    let members = rows.times.indices.filter {
      role[rows.units[$0]] >= 0 && (rows.times[$0] == base || rows.times[$0] == time)
    }
    let cell = TwoByTwoRows(
      isTreated: members.map { role[rows.units[$0]] == 1 },
      isAfter: members.map { rows.times[$0] == time },
      outcomes: members.map { rows.outcomes[$0] },
      covariates: rows.covariates.map { column in members.map { column[$0] } },
      names: covariateNames, periods: (periods[base], periods[time]))
    let result = try cell.estimate(method)
    let scale = Double(units.count) / Double(members.count)
    var influence = Array(repeating: 0.0, count: units.count)
    var numbers: [Set<Int>] = [[], []]
    for (position, row) in members.enumerated() {
      influence[rows.units[row]] += scale * result.influence[position]
      numbers[role[rows.units[row]]].insert(rows.units[row])
    }
    return (
      InfluenceEstimate(
        value: result.value, influence: influence, hasError: numbers[1].count > 1),
      numbers[1].count, numbers[0].count
    )
  }
}
