/// The values of one variable in one territory or group, period by period.
public struct Series: Sendable, Equatable {
  /// The first period.
  public let start: Period
  /// The values from the first period on; `nil` where there is none.
  public let values: [Double?]
  /// The worst status of the values that exist.
  public let status: ObservationStatus
  /// Source keys behind the values, each once, in the order met.
  public let sources: [String]

  /// A series from its values.
  public init(
    start: Period, values: [Double?], status: ObservationStatus = .actual, sources: [String] = []
  ) {
    self.start = start
    self.values = values
    self.status = status
    self.sources = sources
  }

  /// The value in a period; `nil` where there is none.
  public subscript(period: Period) -> Double? {
    guard period.frequency == start.frequency else { return nil }
    let index = start.distance(to: period)
    return values.indices.contains(index) ? values[index] : nil
  }

  /// The last period that has a value.
  public var lastPeriod: Period? {
    values.lastIndex { $0 != nil }.map { start.advanced(by: $0) }
  }
}

extension Panel {
  /// The series of a variable in a territory between two periods.
  public func series(_ variable: String, _ territory: String, _ range: ClosedRange<Period>)
    -> Series
  {
    let count = range.lowerBound.distance(to: range.upperBound) + 1
    var values: [Double?] = []
    var statuses: [ObservationStatus] = []
    var sources = SourceList()
    for index in 0..<count {
      let cell = cell(variable, territory, range.lowerBound.advanced(by: index))
      values.append(cell?.value)
      if let cell {
        statuses.append(cell.status)
        sources.add(cell.source)
      }
    }
    return Series(
      start: range.lowerBound, values: values, status: statuses.worst, sources: sources.keys)
  }
}

/// Source keys, each once, in the order met.
public struct SourceList: Sendable {
  /// The keys.
  public private(set) var keys: [String] = []

  /// An empty list.
  public init() {}

  /// Adds the keys of a cell, several joined by `;`.
  public mutating func add(_ joined: String) {
    if joined.isEmpty || keys.contains(joined) { return }
    guard joined.utf8.contains(UInt8(ascii: ";")) else { return keys.append(joined) }
    for key in joined.split(separator: ";") where !keys.contains(String(key)) {
      keys.append(String(key))
    }
  }

  /// Adds several keys.
  public mutating func add(_ keys: [String]) {
    for key in keys { add(key) }
  }
}
