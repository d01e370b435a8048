import Testing

@testable import ESSIndicators

/// What every command promises of the rows that it writes.
enum ResultRows {
  /// Every number is defined in the catalogue with its unit, named once, and says why it is missing.
  static func expectDefined(_ output: String, of run: String) throws {
    let table = try CSVTable(bytes: Array(output.utf8), file: run)
    #expect(table.rowCount > 5)
    let (indicators, units) = (try table.coded("indicator"), try table.coded("unit"))
    let (values, notes) = (try table.texts("value"), try table.texts("note"))
    let keys = try ["territory", "period", "indicator", "component"].map { try table.texts($0) }
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      let key = keys.map { $0[row] }
      #expect(Catalogue[indicators[row]]?.unit == units[row], "\(indicators[row]) \(units[row])")
      #expect(seen.insert(key).inserted, "\(key) occurs twice")
      #expect(!values[row].isEmpty || !notes[row].isEmpty, "no reason for \(key)")
    }
  }
}
