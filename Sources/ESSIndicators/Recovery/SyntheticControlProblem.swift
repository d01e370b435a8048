public import ESSData

/// What a synthetic control is made from: a treated unit, its donors, their outcomes and predictors.
public struct SyntheticControlProblem: Sendable {
  /// The treated unit.
  public let treated: String
  /// The donors.
  public let donors: [String]
  /// The periods of the outcomes.
  public let periods: [String]
  /// Outcomes, period by period: the treated unit's first, then the donors'; (donors + 1) x periods.
  public let outcomes: [Double]
  /// Positions of the periods that the weights are fitted on.
  public let fitWindow: Range<Int>
  /// Position of the first period after treatment.
  public let firstPost: Int
  /// Names of the predictors; none for a fit on outcomes alone.
  public let predictorNames: [String]
  /// Predictors, one row each: the treated unit's value first, then the donors'.
  public let predictors: [[Double]]
  /// Donors and predictors that were left out.
  public let dropped: [PanelSample.Drop]

  /// Number of units, the treated one among them.
  public var unitCount: Int { donors.count + 1 }

  /// The outcome of a unit (0 is the treated one) in a period.
  public func outcome(_ unit: Int, _ period: Int) -> Double {
    outcomes[period * unitCount + unit]
  }

  /// A predictor: the mean of a variable over some periods, missing ones left out.
  public struct Predictor: Sendable {
    /// Its name in results.
    public let name: String
    /// The variable.
    public let grid: OutcomeGrid
    /// Positions of the periods in the grid.
    public let span: Range<Int>

    /// A predictor.
    public init(name: String, grid: OutcomeGrid, span: Range<Int>) {
      self.name = name
      self.grid = grid
      self.span = span
    }

    func value(of unit: String) -> Double {
      guard let row = grid.units.firstIndex(of: unit) else { return .nan }
      var sum = 0.0
      var count = 0.0
      for column in span {
        let value = grid[row, column]
        if !value.isNaN {
          sum += value
          count += 1
        }
      }
      return count > 0 ? sum / count : .nan
    }
  }

  /// Sets up the problem; donors without all outcomes or predictors are left out and reported, as are predictors that do not vary.
  ///
  /// - Parameters:
  ///   - grid: The outcomes of all units.
  ///   - treated: The treated unit.
  ///   - donors: The donors; all other units unless said.
  ///   - post: The first period after treatment.
  ///   - fitFrom: First period of the fit; the first period of the data unless said.
  ///   - fitUntil: Last period of the fit; the last one before treatment unless said.
  ///   - predictors: The predictors; none for a fit on outcomes alone.
  /// - Throws: If the treated unit lacks a value, or no donor or no period is left.
  public init(
    _ grid: OutcomeGrid, treated: String, donors: [String]? = nil, post: String,
    fitFrom: String? = nil, fitUntil: String? = nil, predictors: [Predictor] = []
  ) throws(DataError) {
    let row = try grid.position(of: treated)
    let firstPost = try grid.position(notBefore: post)
    guard firstPost < grid.periods.count else {
      throw .notIdentified(
        "no period from \(post) on; the data end in \(grid.periods.last ?? "")")
    }
    let from = if let fitFrom { try grid.position(notBefore: fitFrom) } else { 0 }
    let until = if let fitUntil { try grid.position(after: fitUntil) } else { firstPost }
    guard from < min(until, firstPost) else {
      throw .notIdentified(
        "'\(treated)' has no period before \(post) to fit on; a synthetic control needs at least one"
      )
    }
    for column in grid.periods.indices where grid[row, column].isNaN {
      throw .notIdentified(
        "the treated unit '\(treated)' has no outcome in \(grid.periods[column])")
    }
    var dropped: [PanelSample.Drop] = []
    var kept: [Int] = []
    for name in donors ?? grid.units where name != treated {
      let position = try grid.position(of: name)
      if let gap = grid.periods.indices.first(where: { grid[position, $0].isNaN }) {
        dropped.append(
          PanelSample.Drop(
            unit: name, times: grid.periods, reason: "no outcome in \(grid.periods[gap])"))
      } else if let lacking = predictors.first(where: { $0.value(of: name).isNaN }) {
        dropped.append(
          PanelSample.Drop(
            unit: name, times: grid.periods, reason: "no value of the predictor \(lacking.name)"))
      } else if !kept.contains(position) {
        kept.append(position)
      }
    }
    guard !kept.isEmpty else {
      throw .notIdentified(
        "no donor is left for '\(treated)': "
          + (dropped.first.map { "\($0.unit) has \($0.reason) \($0.times.first ?? "")" }
            ?? "there is no other unit"))
    }
    var names: [String] = []
    var rows: [[Double]] = []
    for predictor in predictors {
      let values = try ([row] + kept).map { (position) throws(DataError) -> Double in
        let value = predictor.value(of: grid.units[position])
        if value.isNaN {
          throw .notIdentified("the treated unit '\(treated)' has no value of \(predictor.name)")
        }
        return value
      }
      if values.allSatisfy({ $0 == values[0] }) {
        dropped.append(
          PanelSample.Drop(unit: predictor.name, times: [""], reason: "the predictor does not vary")
        )
      } else {
        names.append(predictor.name)
        rows.append(values)
      }
    }
    if rows.isEmpty, !predictors.isEmpty {
      throw .notIdentified("no predictor varies between the units")
    }
    self.init(
      treated: treated, donors: kept.map { grid.units[$0] }, periods: grid.periods,
      outcomes: grid.periods.indices.flatMap { column in
        ([row] + kept).map { grid[$0, column] }
      }, fitWindow: from..<min(until, firstPost), firstPost: firstPost, predictorNames: names,
      predictors: rows, dropped: dropped)
  }

  init(
    treated: String, donors: [String], periods: [String], outcomes: [Double],
    fitWindow: Range<Int>, firstPost: Int, predictorNames: [String], predictors: [[Double]],
    dropped: [PanelSample.Drop]
  ) {
    self.treated = treated
    self.donors = donors
    self.periods = periods
    self.outcomes = outcomes
    self.fitWindow = fitWindow
    self.firstPost = firstPost
    self.predictorNames = predictorNames
    self.predictors = predictors
    self.dropped = dropped
  }

  /// The problem with other units: the one at a position treated, some of the others as donors.
  func rearranged(treated: Int, donors: [Int]) -> SyntheticControlProblem {
    let order = [treated] + donors
    let all = [self.treated] + self.donors
    var names: [String] = []
    var rows: [[Double]] = []
    for (name, row) in zip(predictorNames, predictors) {
      let values = order.map { row[$0] }
      if values.contains(where: { $0 != values[0] }) {
        names.append(name)
        rows.append(values)
      }
    }
    return SyntheticControlProblem(
      treated: all[treated], donors: donors.map { all[$0] }, periods: periods,
      outcomes: periods.indices.flatMap { t in order.map { outcome($0, t) } },
      fitWindow: fitWindow, firstPost: firstPost, predictorNames: names, predictors: rows,
      dropped: dropped)
  }

  /// The problem as if treatment had come with an earlier period, the data ending before the true one.
  func backdated(to period: Int) -> SyntheticControlProblem? {
    guard period > fitWindow.lowerBound, period < firstPost else { return nil }
    return SyntheticControlProblem(
      treated: treated, donors: donors, periods: Array(periods[..<firstPost]),
      outcomes: Array(outcomes[..<(firstPost * unitCount)]),
      fitWindow: fitWindow.lowerBound..<min(fitWindow.upperBound, period), firstPost: period,
      predictorNames: predictorNames, predictors: predictors, dropped: dropped)
  }
}
