public import ESSData

/// One variable of a panel as a grid of units by times: what the estimators of this room work on.
///
/// Values are stored unit by unit, missing cells as `nan`. Times are those of the sample and need not be consecutive: a survey of every
/// second year has no empty columns.
public struct OutcomeGrid: Sendable {
  /// The units, one for each row.
  public let units: [String]
  /// The times, one for each column.
  public let axis: TimeAxis
  /// The values, unit by unit; `nan` where there is none.
  public var values: [Double]

  /// Labels of the times.
  public var periods: [String] { axis.labels }

  /// A grid from its values, unit by unit.
  public init(units: [String], axis: TimeAxis, values: [Double]) {
    precondition(
      values.count == units.count * axis.labels.count, "the values do not fill the grid")
    self.units = units
    self.axis = axis
    self.values = values
  }

  /// The grid of one column of a sample; throws on a column that it does not have, and on rows that repeat.
  public init(_ sample: PanelSample, _ variable: String) throws(DataError) {
    let column = try sample.column(variable)
    let width = sample.axis.labels.count
    var values = Array(repeating: Double.nan, count: sample.units.count * width)
    var isSeen = Array(repeating: false, count: values.count)
    for row in column.indices {
      let cell = Int(sample.unitCodes[row]) * width + Int(sample.timeCodes[row])
      guard !isSeen[cell] else {
        throw .notIdentified(
          "\(sample.file) has several rows for \(sample.units[Int(sample.unitCodes[row])]), "
            + "\(sample.axis.labels[Int(sample.timeCodes[row])]); only repeated cross sections allow that"
        )
      }
      isSeen[cell] = true
      if column[row].isFinite { values[cell] = column[row] }
    }
    self.init(units: sample.units, axis: sample.axis, values: values)
  }

  /// The grid without times at which no unit has a value.
  public func withoutEmptyTimes() throws(DataError) -> OutcomeGrid {
    let kept = periods.indices.filter { time in units.indices.contains { !self[$0, time].isNaN } }
    guard !kept.isEmpty else { throw .notIdentified("the outcome has no value") }
    if kept.count == periods.count { return self }
    return OutcomeGrid(
      units: units, axis: axis.selecting(kept),
      values: units.indices.flatMap { unit in kept.map { self[unit, $0] } })
  }

  /// The value of a unit at a time, by position.
  public subscript(unit: Int, time: Int) -> Double { values[unit * periods.count + time] }

  /// The values of a unit.
  public func row(_ unit: Int) -> ArraySlice<Double> {
    values[(unit * periods.count)..<((unit + 1) * periods.count)]
  }

  /// The position of a unit.
  public func position(of unit: String) throws(DataError) -> Int {
    guard let position = units.firstIndex(of: unit) else {
      throw .unknownName(kind: "territory", name: unit, known: units)
    }
    return position
  }

  /// The position of the first time not before another; the number of times if there is none.
  public func position(notBefore time: String) throws(DataError) -> Int {
    guard let ordinal = axis.ordinal(of: time) else {
      throw .unknownName(kind: "period", name: time, known: periods)
    }
    return axis.ordinals.firstIndex { $0 >= ordinal } ?? periods.count
  }

  /// The position after the last time not after another; 0 if there is none.
  public func position(after time: String) throws(DataError) -> Int {
    guard let ordinal = axis.ordinal(of: time) else {
      throw .unknownName(kind: "period", name: time, known: periods)
    }
    return (axis.ordinals.lastIndex { $0 <= ordinal } ?? -1) + 1
  }

  /// The grid of some of the units.
  public func selecting(_ positions: [Int]) -> OutcomeGrid {
    OutcomeGrid(
      units: positions.map { units[$0] }, axis: axis,
      values: positions.flatMap { Array(row($0)) })
  }

  /// Only the units with a value at every time; the others are reported.
  public func balanced() throws(DataError) -> (grid: OutcomeGrid, dropped: [PanelSample.Drop]) {
    var kept: [Int] = []
    var dropped: [PanelSample.Drop] = []
    for unit in units.indices {
      let gaps = periods.indices.filter { self[unit, $0].isNaN }
      if gaps.isEmpty {
        kept.append(unit)
      } else {
        dropped.append(
          PanelSample.Drop(
            unit: units[unit], times: gaps.map { periods[$0] }, reason: "no outcome"))
      }
    }
    guard !kept.isEmpty else {
      throw .notIdentified("no unit has an outcome at every one of \(periods.count) times")
    }
    return (selecting(kept), dropped)
  }
}
