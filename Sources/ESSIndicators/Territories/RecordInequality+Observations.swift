public import ESSData

extension RecordInequality {
  /// The rows of the result: the index, then its split by level, and the groups' own indices.
  ///
  /// - Parameters:
  ///   - index: The index that was measured.
  ///   - value: Name of the values, for the `method` column.
  ///   - weight: Name of the weights, if any.
  ///   - groupings: Names of the levels, the outermost first.
  /// - Returns: The rows, those of groups level by level.
  public func observations(
    _ index: NestedDecomposition.Index, value: String, weight: String?, groupings: [String]
  ) -> [Observation] {
    let base = "value=\(value),weights=\(weight ?? "none"),unit=records"
    let records = missing == 1 ? "1 record" : "\(missing) records"
    let note = missing == 0 ? "" : "\(records) left out for want of a value or weight"
    func row(
      _ id: String, _ component: String, _ value: Double, _ method: String, note: String = ""
    ) -> Observation {
      Observation(
        territory: "", period: "", indicator: "territories." + id, component: component,
        value: value, unit: "ratio_any", count: count, method: method, note: note)
    }
    let nested = "nested(index=\(index.rawValue),\(base))"
    var rows = [
      row("inequality", index.rawValue, total, "inequality(\(base))", note: note)
    ]
    guard !groupings.isEmpty else { return rows }
    rows.append(row("inequality_split", "total", total, nested))
    for (level, part) in between.enumerated() {
      rows.append(row("inequality_split", "between/\(groupings[level])", part, nested))
    }
    rows.append(row("inequality_split", "within", within, nested))
    for group in groups {
      rows.append(
        row(
          "inequality_group", "\(groupings[group.level])/\(group.name)", group.index, nested))
    }
    return rows
  }
}
