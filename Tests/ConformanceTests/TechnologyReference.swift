import ESSIndicators

/// The Technology Achievement Index of the OECD and JRC Handbook (2008): the 23 countries of its case study, from the reference folder.
struct TechnologyReference {
  let countries: [String]
  let indicators: [String]
  /// Countries x indicators, as Table A.2 prints them.
  let values: Matrix

  init() throws {
    let table = try TerritoryReference.table("tai_72.csv")
    indicators = table.columns.filter { $0 != "country" }
    countries = try table.texts("country").prefix(23).map(\.self)
    values = Matrix(
      rows: 23, columns: indicators.count,
      elements: try indicators.flatMap { try table.numbers($0).prefix(23) })
  }

  /// Scores from 0 to 1 between the UN's goalposts, those beyond the upper one cut (finding 2 of the territories study).
  var goalposts: Matrix {
    let upper: [Double] = [
      994, 272.6, 232.4, 80.8, 2.954724790979063, 3.843170464458755, 12, 27.4,
    ]
    let lower: [Double] = [0, 0, 0, 0, 0, 1.3424226808222062, 0.8, 0.1]
    return Matrix(rows: 23, columns: 8) { i, j in
      min(1, (values[i, j] - lower[j]) / (upper[j] - lower[j]))
    }
  }

  /// Scores from 0 to 1 between the least and the largest value.
  var minimumToMaximum: Matrix {
    let bounds = (0..<8).map { j -> (Double, Double) in
      let column = values.column(j)
      return (column.min() ?? 0, column.max() ?? 1)
    }
    return Matrix(rows: 23, columns: 8) { i, j in
      (values[i, j] - bounds[j].0) / (bounds[j].1 - bounds[j].0)
    }
  }

  /// Numbers that a table of the Handbook gives in the order of its Table 23, in the order of the rows here.
  func inRowOrder<Number>(_ numbers: [Number], _ names: [String] = Self.tableOrder) -> [Number] {
    countries.compactMap { country in
      names.firstIndex { country.hasPrefix($0) }.map { numbers[$0] }
    }
  }

  /// The order of Tables 23 and 38.
  static let tableOrder = [
    "Finland", "United States", "Sweden", "Japan", "Korea", "Netherlands", "United Kingdom",
    "Singapore", "Canada", "Australia", "Germany", "Norway", "Ireland", "Belgium", "New Zealand",
    "Austria", "France", "Israel", "Spain", "Italy", "Czech Republic", "Hungary", "Slovenia",
  ]

  /// Ranks, 1 for the largest.
  static func ranks(_ scores: [Double]) -> [Int] {
    scores.map { own in 1 + scores.count { $0 > own } }
  }
}
