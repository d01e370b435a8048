internal import ESSData

/// What a share of data is measured by: population before the shock, or the number of territories.
struct ShareWeights {
  /// What the shares are of, in words.
  let unit: String
  private let values: [Double]

  /// The population of territories at the last period with data up to a reference; ones without such a variable.
  init(_ panel: Panel, population: String?, upTo reference: Period, territories: [String]) {
    guard let population, let date = panel.lastPeriod(of: population, notAfter: reference) else {
      unit = "territories"
      values = Array(repeating: 1, count: territories.count)
      return
    }
    unit = "population"
    values = territories.map { panel.cell(population, $0, date)?.value ?? 0 }
  }

  /// The percentage that some members of a group are of all; `nil` for a group without weight.
  func share(of some: [Int], among all: [Int]) -> Double? {
    let whole = all.reduce(0) { $0 + values[$1] }
    return whole > 0 ? 100 * some.reduce(0) { $0 + values[$1] } / whole : nil
  }
}
