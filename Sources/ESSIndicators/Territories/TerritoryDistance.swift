public import ESSData
internal import ESSNumerics

/// How far territories are from each other in several indicators, and what each indicator adds.
///
/// Every distance is that of coordinates: indicators on a common scale, so that the distance of two territories is a sum over coordinates, whose terms are
/// the indicators' shares.
public struct TerritoryDistance: Sendable {
  /// A distance.
  public enum Kind: String, Sendable, CaseIterable {
    /// Root of the sum of squared differences of z scores (standard deviation with n - 1).
    case euclidean
    /// The same of differences over 1.4826 times the median absolute deviation, which outliers do not move.
    case robust
    /// Root of d'S^-1 d with the sample covariance S. An indicator's share is that of the corr-max transformation, which is never negative
    /// (Garthwaite and Koch 2016, Australian and New Zealand Journal of Statistics 58, 99-119).
    case mahalanobis
    /// Sum of absolute differences of z scores.
    case manhattan
    /// Mean of absolute differences over the range, and of 1 for categories that differ (Gower 1971, Biometrics 27, 857-871).
    case gower
  }

  /// What becomes of missing cells.
  public enum MissingRule: String, Sendable, CaseIterable {
    /// Territories with a missing cell are left out.
    case complete
    /// Two territories are compared in the indicators that both have, scaled up to all of them.
    case available
    /// A missing number is the indicator's median.
    case median
  }

  /// Two territories apart.
  public struct Separation: Sendable, Equatable {
    /// The distance.
    public let distance: Double
    /// The share of each coordinate in the squared distance, or in the sum of the absolute ones.
    ///
    /// `nil` where a cell is missing; all 0 for territories that are alike.
    public let shares: [Double?]
    /// Number of coordinates that both have.
    public let compared: Int
  }

  /// The table, rows with what the rule for missing cells needs.
  public let table: TerritoryTable
  /// Territories left out.
  public let dropped: [String]
  /// The indicators, then the groupings that count as categories.
  public let names: [String]
  /// The distance.
  public let kind: Kind
  /// The rule for missing cells.
  public let missing: MissingRule
  /// Cells that the median stands for.
  public let imputed: Int
  /// Coordinates, one array for each name; NaN where missing.
  let coordinates: [[Double]]
  private let isCategory: [Bool]

  /// Puts indicators on a common scale.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - variables: Columns of indicators.
  ///   - categories: Groupings of the table that count as categories; for Gower's distance only.
  ///   - kind: The distance.
  ///   - missing: What becomes of missing cells.
  /// - Throws: `DataError` for an unknown column, an indicator without a scale, or too few territories.
  public init(
    _ table: TerritoryTable, variables: [String], categories: [String] = [], kind: Kind,
    missing: MissingRule
  ) throws(DataError) {
    guard !table.territories.isEmpty else { throw .notIdentified("the table has no rows") }
    guard categories.isEmpty || kind == .gower else {
      throw .notIdentified("categories have no \(kind.rawValue) distance; Gower's takes them")
    }
    guard kind != .mahalanobis || missing != .available else {
      throw .notIdentified(
        "Mahalanobis' distance needs every cell: leave territories out, or put medians in")
    }
    var places: [Int] = []
    for name in categories {
      guard let place = table.groupings.firstIndex(of: name) else {
        throw .unknownName(kind: "category", name: name, known: table.groupings)
      }
      places.append(place)
    }
    let used: TerritoryTable
    if missing == .complete {
      let (complete, without) = try table.complete(variables)
      let rows = complete.territories.indices.filter { row in
        places.allSatisfy { !complete.groups[$0][row].isEmpty }
      }
      let kept = Set(rows.map { complete.territories[$0] })
      used = complete.selecting(rows)
      dropped = table.territories.filter { without.contains($0) || !kept.contains($0) }
    } else {
      var rows: [Int] = []
      let columns = try variables.map { name throws(DataError) in try table.column(name) }
      for row in table.territories.indices {
        let hasNumber = columns.contains { !$0[row].isNaN }
        let hasCategory = places.contains { !table.groups[$0][row].isEmpty }
        if hasNumber || hasCategory { rows.append(row) }
      }
      let kept = Set(rows)
      used = table.selecting(rows)
      dropped = table.territories.indices.filter { !kept.contains($0) }.map {
        table.territories[$0]
      }
    }
    guard used.territories.count > 1 else {
      throw .notIdentified(
        "a distance needs two territories with values; \(used.territories.count) of \(table.territories.count) have them"
      )
    }
    self.table = used
    (self.kind, self.missing) = (kind, missing)
    var columns: [[Double]] = []
    var imputed = 0
    for name in variables {
      var column = try used.column(name)
      let known = column.filter { !$0.isNaN }
      guard let low = known.min(), let high = known.max() else {
        throw .notIdentified("\(name): no territory has a value")
      }
      guard low < high else {
        throw .notIdentified("\(name) is the same everywhere; it has no scale to compare by")
      }
      if missing == .median, let median = WeightedQuantiles(known)?.quantile(0.5) {
        for row in column.indices where column[row].isNaN {
          column[row] = median
          imputed += 1
        }
      }
      columns.append(try Self.scaled(column, name, kind))
    }
    if kind == .mahalanobis { columns = try Self.whitened(columns) }
    for place in places {
      let codes = Dictionary(
        used.groups[place].distinct.enumerated().map { ($1, Double($0)) },
        uniquingKeysWith: { first, _ in first })
      columns.append(used.groups[place].map { $0.isEmpty ? .nan : codes[$0] ?? .nan })
    }
    self.imputed = imputed
    coordinates = columns
    names = variables + categories
    isCategory = variables.map { _ in false } + categories.map { _ in true }
  }

  /// A column on the scale of a distance.
  private static func scaled(
    _ column: [Double], _ name: String, _ kind: Kind
  ) throws(DataError) -> [Double] {
    let known = column.filter { !$0.isNaN }
    switch kind {
    case .euclidean, .manhattan, .mahalanobis:
      guard let moments = WeightedMoments(known), let variance = moments.sampleVariance,
        variance > 0
      else { throw .notIdentified("\(name): no territory has a value") }
      let deviation = variance.squareRoot()
      return column.map { ($0 - moments.mean) / deviation }
    case .robust:
      guard let median = WeightedQuantiles(known)?.quantile(0.5),
        let spread = WeightedQuantiles(known.map { abs($0 - median) })?.quantile(0.5), spread > 0
      else {
        throw .notIdentified(
          "\(name): more than half of the values are equal, so that their median absolute deviation is 0"
        )
      }
      // The factor makes it the standard deviation of normal values.
      let deviation = spread / Normal().quantile(0.75)
      return column.map { ($0 - median) / deviation }
    case .gower:
      let (low, high) = (known.min() ?? 0, known.max() ?? 1)
      return column.map { ($0 - low) / (high - low) }
    }
  }

  /// z scores times the inverse root of their correlation matrix: squared differences of these coordinates add up to Mahalanobis' square.
  private static func whitened(_ columns: [[Double]]) throws(DataError) -> [[Double]] {
    let (rows, count) = (columns.first?.count ?? 0, columns.count)
    let scores = Matrix(rows: rows, columns: count, elements: columns.flatMap(\.self))
    let correlation = (1 / Double(rows - 1)) * scores.gram()
    guard let eigen = SymmetricEigen(correlation), let least = eigen.values.min(),
      least > 1e-10
    else {
      throw .notIdentified(
        "the covariance of the indicators has no inverse: some are combinations of others, or there are too few territories"
      )
    }
    let roots = Matrix.diagonal(eigen.values.map { 1 / $0.squareRoot() })
    let white = scores * (eigen.vectors * roots).productTransposed(eigen.vectors)
    return (0..<count).map { Array(white.column($0)) }
  }

  /// The distance of two territories, given by position in `table`; `nil` if they have no indicator in common.
  public func between(_ a: Int, _ b: Int) -> Separation? {
    var terms: [Double?] = []
    var sum = ExactSum()
    var compared = 0
    for (k, column) in coordinates.enumerated() {
      let difference = column[a] - column[b]
      guard !difference.isNaN else {
        terms.append(nil)
        continue
      }
      let term =
        isCategory[k]
        ? (difference == 0 ? 0 : 1)
        : kind == .manhattan || kind == .gower ? abs(difference) : difference * difference
      terms.append(term)
      sum.add(term)
      compared += 1
    }
    guard compared > 0 else { return nil }
    let total = sum.value
    let scaled = total * Double(coordinates.count) / Double(compared)
    let distance =
      switch kind {
      case .euclidean, .robust, .mahalanobis: scaled.squareRoot()
      case .manhattan: scaled
      case .gower: total / Double(compared)
      }
    return Separation(
      distance: distance, shares: terms.map { $0.map { total > 0 ? $0 / total : 0 } },
      compared: compared)
  }

  /// The conventions, for the `method` column.
  var method: String {
    let scale =
      switch kind {
      case .euclidean, .manhattan: ",scale=z(n-1)"
      case .robust: ",scale=median/mad"
      case .mahalanobis: ",covariance=sample,shares=corr-max"
      case .gower: ",scale=range"
      }
    let cells = imputed > 0 ? ",imputed=\(imputed)" : ""
    return "\(kind.rawValue)(indicators=\(names.count)\(scale),missing=\(missing.rawValue)\(cells))"
  }

  /// The territories that were left out, for a note.
  var leftOut: String {
    dropped.isEmpty ? "" : "left out for want of values: \(dropped.joined(separator: ", "))"
  }
}
