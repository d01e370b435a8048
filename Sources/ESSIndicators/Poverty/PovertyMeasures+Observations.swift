public import ESSData
internal import ESSNumerics

extension PovertyMeasures {
  /// The result as rows of the public table: by line, domain and period the line's height if it is estimated, then the measures.
  public var observations: [Observation] {
    rows.enumerated().flatMap { index, row in
      (heightRow(row).map { [$0] } ?? []) + measureRows(row, isFirst: isFirst(index))
    }
  }

  /// Measures without a line are written once, not once a line.
  private func isFirst(_ index: Int) -> Bool {
    rows[..<index].allSatisfy { $0.cell != rows[index].cell }
  }

  private func heightRow(_ row: Row) -> Observation? {
    guard case .relative = row.line else { return nil }
    return row.height.observation(
      row.cell, "poverty.line", component: row.line.name, unit: "welfare_units",
      method: "line(\((lineConventions(row.line) + [shared]).joined(separator: ","))")
  }

  /// A line, and the rule of the median behind it.
  private func lineConventions(_ line: PovertyLine) -> [String] {
    guard case .relative(.median, _, _) = line else { return [line.description] }
    return [line.description, "quantile=\(options.quantile.rawValue)"]
  }

  private var shared: String { "\(columns.weightDescription),\(options.variance.description)" }

  private func measureRows(_ row: Row, isFirst: Bool) -> [Observation] {
    var list: [Observation] = []
    for (number, measure) in options.measures.enumerated() {
      guard measure.hasLine || isFirst else { continue }
      let (indicator, part, factor) = measure.row
      let unit = Catalogue[indicator]?.unit ?? ""
      let line = measure.hasLine ? row.line.name : ""
      let method = method(measure, row.line)
      let estimate = row.estimates[number]
      list.append(
        estimate.observation(
          row.cell, indicator, component: componentPath(line, part), unit: unit, method: method,
          factor: factor))
      if let effect = estimate.designEffectObservation(
        row.cell, of: componentPath(indicator, line, part), method: method,
        options.variance.designEffect)
      {
        list.append(effect)
      }
      if number < row.shares.count, let share = row.shares[number] {
        list.append(
          share.observation(
            row.cell, "poverty.contribution", component: componentPath(line, indicator, part),
            unit: "percent", method: method, factor: 100))
      }
    }
    return list
  }

  private func method(_ measure: PovertyMeasure, _ line: PovertyLine) -> String {
    var parts: [String] = []
    if measure.hasLine {
      parts += ["line=" + lineConventions(line).joined(separator: ",")]
      parts.append("tie=\(options.tie.rawValue)")
    }
    if measure == .watts { parts.append("nonpositive=\(options.nonpositive.name)") }
    parts.append(shared)
    let opening = measure.description
    return opening + (opening.hasSuffix("(") ? "" : ",") + parts.joined(separator: ",")
  }
}
