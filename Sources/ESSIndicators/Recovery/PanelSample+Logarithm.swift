public import ESSData
internal import Glibc

extension PanelSample {
  /// The sample with 100 times the natural logarithm of a column, in which differences are log points: nearly percents.
  ///
  /// - Throws: On a value that is not above 0, with its unit and time.
  public func addingLogPoints(of variable: String, as name: String) throws(DataError) -> PanelSample
  {
    let values = try column(variable)
    if let row = values.firstIndex(where: { $0 <= 0 }) {
      throw .notIdentified(
        "'\(variable)' of \(units[Int(unitCodes[row])]) in \(axis.labels[Int(timeCodes[row])]) is "
          + "\(NumberText.shortest(values[row])); a logarithm needs values above 0, leave out --log"
      )
    }
    return adding(name, values.map { 100 * log($0) })
  }
}
