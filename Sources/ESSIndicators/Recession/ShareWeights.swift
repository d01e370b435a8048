internal import ESSData

/// What a share of data is measured by: population before the shock, or the number of territories.
struct ShareWeights {
  /// What the shares are of, in words.
  let unit: String
  /// The period of the populations; `nil` where territories are counted.
  let date: Period?
  private let values: [Double]
  private let cells: [Panel.Cell?]

  /// The population of territories at the last period with data up to a reference; ones without such a variable.
  init(_ panel: Panel, population: String?, upTo reference: Period, territories: [String]) {
    guard let population, let date = panel.lastPeriod(of: population, notAfter: reference) else {
      unit = "territories"
      date = nil
      values = Array(repeating: 1, count: territories.count)
      cells = []
      return
    }
    unit = "population"
    self.date = date
    cells = territories.map { panel.cell(population, $0, date) }
    values = cells.map { $0?.value ?? 0 }
  }

  /// The percentage that some members of a group are of all; `nil` for a group without weight.
  func share(of some: [Int], among all: [Int]) -> Double? {
    let whole = all.reduce(0) { $0 + values[$1] }
    return whole > 0 ? 100 * some.reduce(0) { $0 + values[$1] } / whole : nil
  }

  /// Where the weights of some territories are from.
  func provenance(of all: [Int]) -> Provenance {
    Provenance(date == nil ? [] : all.compactMap { cells[$0] })
  }

  /// Why a group is refused of which `least` percent were asked and `coverage` says what there is; without a share it has no weight.
  func refusal(_ share: Double?, _ coverage: String, least: Double) -> String {
    guard share == nil, let date else { return refusalNote(coverage, least: least) }
    return weightlessNote(date)
  }

  /// Refuses groups of which none has any weight.
  func check(_ groups: [[Int]]) throws(DataError) {
    guard let date, !groups.isEmpty, groups.allSatisfy({ share(of: [], among: $0) == nil }) else {
      return
    }
    throw .notIdentified(
      "the population in \(date) of every group is zero or missing, so that no share of a group can "
        + "be told")
  }
}
