extension PanelSample {
  /// The rows for which `keep` holds; those left out are reported under `reason`.
  ///
  /// Units, times and groups without a row left are gone from the result, so that every count is of what remains.
  public func keeping(_ keep: [Bool], reason: (_ row: Int) -> String) -> PanelSample {
    precondition(keep.count == rowCount, "one decision for each row")
    guard keep.contains(false) else { return self }
    var report: [Drop] = []
    var times: [String] = []
    for row in keep.indices where !keep[row] {
      let why = reason(row)
      let unit = units[Int(unitCodes[row])]
      if let last = report.last, last.unit == unit, last.reason == why {
        times.append(axis.labels[Int(timeCodes[row])])
        report[report.count - 1] = Drop(unit: unit, times: times, reason: why)
      } else {
        times = [axis.labels[Int(timeCodes[row])]]
        report.append(Drop(unit: unit, times: times, reason: why))
      }
    }
    func kept<Element>(_ values: [Element]) -> [Element] {
      var result: [Element] = []
      for row in values.indices where keep[row] { result.append(values[row]) }
      return result
    }
    return PanelSample(
      units: units, axis: axis, unitCodes: kept(unitCodes), timeCodes: kept(timeCodes),
      names: names, columns: columns.map(kept),
      factors: factors.mapValues { CodedColumn(values: $0.values, codes: kept($0.codes)) },
      dropped: dropped + report, file: file
    ).compacted()
  }

  /// The rows between two points in time, both included; `nil` for an open end.
  ///
  /// Not reported as dropped: the user named what to look at.
  /// - Throws: If a text is no time of the axis's kind, or no row is left.
  public func between(_ from: String?, _ until: String?) throws(DataError) -> PanelSample {
    func ordinal(_ text: String?) throws(DataError) -> Int? {
      guard let text else { return nil }
      guard let ordinal = axis.ordinal(of: text) else {
        throw .unknownName(kind: "period of \(file)", name: text, known: axis.labels)
      }
      return ordinal
    }
    let low = try ordinal(from) ?? .min
    let high = try ordinal(until) ?? .max
    let isInside = axis.ordinals.map { $0 >= low && $0 <= high }
    let result = keeping(timeCodes.map { isInside[Int($0)] }) { _ in "" }
    guard result.rowCount > 0 else {
      throw .notIdentified(
        "\(file) has no row between \(from ?? "the start") and \(until ?? "the end")")
    }
    return PanelSample(
      units: result.units, axis: result.axis, unitCodes: result.unitCodes,
      timeCodes: result.timeCodes, names: names, columns: result.columns,
      factors: result.factors, dropped: dropped, file: file)
  }

  /// The rows that have every one of the numbers, by the policy for units that are not there at every time.
  ///
  /// - Throws: If no row is left, naming the first reasons.
  public func complete(in names: [String], policy: Policy) throws(DataError) -> PanelSample {
    var columns: [(name: String, values: [Double])] = []
    for name in names { columns.append((name, try column(name))) }
    var keep = [Bool](repeating: true, count: rowCount)
    for column in columns {
      for row in keep.indices where !column.values[row].isFinite { keep[row] = false }
    }
    let found = keeping(keep) { row in
      let lacking = columns.first { !$0.values[row].isFinite }?.name ?? ""
      return "no value of \(lacking)"
    }
    let result = policy == .balance ? found.balanced() : found
    guard result.rowCount > 0 else {
      let reasons = result.dropped.map(\.reason).distinct.prefix(3).joined(separator: "; ")
      throw .notIdentified(
        "no row of \(file) is left" + (reasons.isEmpty ? "" : ": \(reasons)"))
    }
    return result
  }

  /// Only the units that have a row at every time of the sample.
  func balanced() -> PanelSample {
    var counts = [Int](repeating: 0, count: units.count)
    for code in unitCodes { counts[Int(code)] += 1 }
    let periods = axis.labels.count
    return keeping(unitCodes.map { counts[Int($0)] == periods }) { row in
      "in \(counts[Int(unitCodes[row])]) of \(periods) periods"
    }
  }

  /// The first row of each unit, standing for all of its rows: for methods that compare units.
  public func onePerUnit() -> PanelSample {
    var keep = [Bool](repeating: false, count: rowCount)
    for rows in rowsOfUnits { keep[rows.lowerBound] = true }
    let first = keeping(keep) { _ in "" }
    return PanelSample(
      units: first.units, axis: first.axis, unitCodes: first.unitCodes,
      timeCodes: first.timeCodes, names: names, columns: first.columns, factors: first.factors,
      dropped: dropped, file: file)
  }

  /// The sample with one more column of numbers, or one replaced.
  public func adding(_ name: String, _ values: [Double]) -> PanelSample {
    precondition(values.count == rowCount, "one number for each row")
    var names = self.names
    var columns = self.columns
    if let index = names.firstIndex(of: name) {
      columns[index] = values
    } else {
      names.append(name)
      columns.append(values)
    }
    return PanelSample(
      units: units, axis: axis, unitCodes: unitCodes, timeCodes: timeCodes, names: names,
      columns: columns, factors: factors, dropped: dropped, file: file)
  }

  /// The same rows with further entries in the report.
  public func reporting(_ drops: [Drop]) -> PanelSample {
    PanelSample(
      units: units, axis: axis, unitCodes: unitCodes, timeCodes: timeCodes, names: names,
      columns: columns, factors: factors, dropped: dropped + drops, file: file)
  }

  /// Codes without units, times and groups that have no row.
  func compacted() -> PanelSample {
    let (unitNames, unitCodes) = Self.compact(count: units.count, self.unitCodes)
    let (timeNames, timeCodes) = Self.compact(count: axis.labels.count, self.timeCodes)
    return PanelSample(
      units: unitNames.map { units[$0] }, axis: axis.subset(timeNames), unitCodes: unitCodes,
      timeCodes: timeCodes, names: names, columns: columns,
      factors: factors.mapValues { factor in
        let (names, codes) = Self.compact(count: factor.values.count, factor.codes)
        return CodedColumn(values: names.map { factor.values[$0] }, codes: codes)
      }, dropped: dropped, file: file)
  }

  /// The codes in use, ascending, and the codes renumbered to positions among them.
  private static func compact(count: Int, _ codes: [Int32]) -> (used: [Int], codes: [Int32]) {
    var isUsed = [Bool](repeating: false, count: count)
    for code in codes { isUsed[Int(code)] = true }
    if !isUsed.contains(false) { return (Array(0..<count), codes) }
    var number = [Int32](repeating: 0, count: count)
    var used: [Int] = []
    for code in 0..<count where isUsed[code] {
      number[code] = Int32(used.count)
      used.append(code)
    }
    return (used, codes.map { number[Int($0)] })
  }
}
