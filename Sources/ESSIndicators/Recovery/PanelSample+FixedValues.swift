public import ESSData

extension PanelSample {
  /// For each unit its one value of a column; `nan` where it has none.
  ///
  /// - Throws: If a unit has two values, with both.
  public func fixedValues(of name: String) throws(DataError) -> [Double] {
    let values = try column(name)
    var fixed = Array(repeating: Double.nan, count: units.count)
    for row in values.indices where values[row].isFinite {
      let unit = Int(unitCodes[row])
      if fixed[unit].isNaN {
        fixed[unit] = values[row]
      } else if fixed[unit] != values[row] {
        throw .notIdentified(
          "'\(units[unit])' has two values of '\(name)', \(NumberText.shortest(fixed[unit])) and "
            + "\(NumberText.shortest(values[row])); it has to be fixed over time")
      }
    }
    return fixed
  }
}
