public import ESSData

/// When each unit of a sample is first treated; once treated a unit stays so.
public struct TreatmentTiming: Sendable, Equatable {
  /// For each unit the position of its first time of treatment; `nil` for never within the sample.
  public let first: [Int?]

  /// The timing from its positions.
  public init(first: [Int?]) { self.first = first }

  /// Some units treated from one time on.
  public init(
    units: [String], axis: TimeAxis, treated: [String], from time: String
  ) throws(DataError) {
    for unit in treated where !units.contains(unit) {
      throw .unknownName(kind: "territory", name: unit, known: units)
    }
    guard let ordinal = axis.ordinal(of: time) else {
      throw .unknownName(kind: "period", name: time, known: axis.labels)
    }
    guard let start = axis.ordinals.firstIndex(where: { $0 >= ordinal }) else {
      throw .notIdentified(
        "no period from \(time) on; the data end in \(axis.labels.last ?? "")")
    }
    first = units.map { treated.contains($0) ? start : nil }
  }

  /// From a column with the first time of treatment: 0, empty, or later than the sample for units never treated.
  public init(_ sample: PanelSample, cohort column: String) throws(DataError) {
    let values = try sample.column(column)
    var found: [Double?] = Array(repeating: nil, count: sample.units.count)
    for row in values.indices {
      let unit = Int(sample.unitCodes[row])
      let value = values[row].isFinite ? values[row] : 0
      if let earlier = found[unit], earlier != value {
        throw .notIdentified(
          "'\(sample.units[unit])' has two values of '\(column)', \(NumberText.shortest(earlier)) and "
            + "\(NumberText.shortest(value)); a unit has one first time of treatment")
      }
      found[unit] = value
    }
    var first: [Int?] = []
    for (unit, value) in found.enumerated() {
      guard let value, value != 0 else {
        first.append(nil)
        continue
      }
      guard value == value.rounded(), abs(value) < 1e9,
        let ordinal = sample.axis.ordinal(of: String(Int(value)))
      else {
        throw .notIdentified(
          "'\(column)' of '\(sample.units[unit])' is \(NumberText.shortest(value)), which is no period of "
            + "\(sample.file)")
      }
      first.append(sample.axis.ordinals.firstIndex { $0 >= ordinal })
    }
    self.first = first
  }

  /// From a column that is 0 before treatment and 1 from it on.
  public init(_ sample: PanelSample, treatment column: String) throws(DataError) {
    let values = try sample.column(column)
    var first: [Int?] = Array(repeating: nil, count: sample.units.count)
    for row in values.indices {
      let unit = Int(sample.unitCodes[row])
      let time = Int(sample.timeCodes[row])
      switch values[row] {
      case 1: first[unit] = first[unit] ?? time
      case 0 where first[unit].map({ $0 <= time }) ?? false:
        throw .notIdentified(
          "'\(sample.units[unit])' is treated in \(sample.axis.labels[first[unit] ?? 0]) and not in "
            + "\(sample.axis.labels[time]); treatment has to stay once it has begun")
      case 0: break
      default:
        throw .notIdentified(
          "'\(column)' of '\(sample.units[unit])' in \(sample.axis.labels[time]) is neither 0 nor 1"
        )
      }
    }
    self.first = first
  }

  /// The timing of some of the units.
  public func selecting(_ positions: [Int]) -> TreatmentTiming {
    TreatmentTiming(first: positions.map { first[$0] })
  }

  /// The same timing on another axis of the same sample, some of whose times may be gone.
  public func moved(from axis: TimeAxis, to other: TimeAxis) -> TreatmentTiming {
    TreatmentTiming(
      first: first.map { position in
        position.flatMap { start in
          other.ordinals.firstIndex { $0 >= axis.ordinals[start] }
        }
      })
  }
}
