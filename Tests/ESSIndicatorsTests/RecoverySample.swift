import ESSIndicators

/// Small panels for tests of recovery estimates.
enum RecoverySample {
  /// A sample from rows of text: `unit,year,...`.
  static func sample(
    _ text: String, _ numbers: [String], repeats: Bool = false
  ) throws -> PanelSample {
    var columns = PanelColumns()
    columns.territory = "unit"
    columns.period = "year"
    return try PanelSample(
      CSVTable(bytes: Array(text.utf8), file: "test.csv"), columns: columns, numbers: numbers,
      repeats: repeats)
  }

  /// y = a + b + the unit's own effect from its first treated year on (0 for never); cells in `missing` are left out.
  static func additive(
    firsts: [Int], years: ClosedRange<Int> = 2001...2008, effect: (Int, Int) -> Double,
    missing: Set<String> = []
  ) throws -> PanelSample {
    var text = "unit,year,y,first\n"
    for (unit, first) in firsts.enumerated() {
      for year in years where !missing.contains("\(unit)/\(year)") {
        let base = Double((unit * 7) % 5) + Double((year * 13) % 11) / 3
        let treated = first > 0 && year >= first ? effect(first, year - first) : 0
        text += "u\(unit),\(year),\(base + treated),\(first)\n"
      }
    }
    return try sample(text, ["y", "first"])
  }
}
