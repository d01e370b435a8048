public import ESSNumerics

/// What territories specialise in, from a table of jobs (or output) by territory and branch.
///
/// Shares are s_ij = x_ij / x_i. within a territory and s_j = x_.j / x.. in the whole, which includes the territory itself.
public struct EconomicStructure: Sendable {
  /// Location quotients s_ij / s_j, territories x branches; NaN where a territory or a branch is empty.
  public let locationQuotients: Matrix
  /// Krugman's index of each territory, the sum of |s_ij - s_j|: 0 to 2.
  public let krugman: [Double]
  /// Herfindahl-Hirschman index of each territory's shares: 1/branches to 1.
  public let herfindahl: [Double]
  /// Hachman's index of likeness to the whole, 1 / sum s_ij^2/s_j: 0 to 1.
  public let hachman: [Double]
  /// Krugman's index of each branch: the sum over territories of |x_ij/x_.j - x_i./x..|.
  public let concentration: [Double]
  /// Locational Gini of each branch: the Gini coefficient of its location quotients over territories, weighted by their jobs.
  public let locationalGini: [Double]

  /// Measures a table of numbers of at least 0; `nil` if it is empty or all zero.
  public init?(_ jobs: Matrix) {
    guard jobs.elements.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let (rows, columns) = (jobs.rows, jobs.columns)
    let territory = (0..<rows).map { jobs.row($0).reduce(0, +) }
    let branch = (0..<columns).map { jobs.column($0).reduce(0, +) }
    let total = territory.reduce(0, +)
    guard total > 0 else { return nil }
    let shares = Matrix(rows: rows, columns: columns) { jobs[$0, $1] / territory[$0] }
    let whole = branch.map { $0 / total }
    let quotients = Matrix(rows: rows, columns: columns) { shares[$0, $1] / whole[$1] }
    locationQuotients = quotients
    krugman = (0..<rows).map { i in
      (0..<columns).reduce(0) { $0 + abs(shares[i, $1] - whole[$1]) }
    }
    herfindahl = (0..<rows).map { i in
      (0..<columns).reduce(0) { $0 + shares[i, $1] * shares[i, $1] }
    }
    hachman = (0..<rows).map { i in
      1
        / (0..<columns).reduce(0) {
          whole[$1] > 0 ? $0 + shares[i, $1] * shares[i, $1] / whole[$1] : $0
        }
    }
    let size = territory.map { $0 / total }
    concentration = (0..<columns).map { j in
      (0..<rows).reduce(0) { $0 + abs(jobs[$1, j] / branch[j] - size[$1]) }
    }
    locationalGini = (0..<columns).map { j in
      RegionalInequality(
        (0..<rows).map { size[$0] > 0 ? quotients[$0, j] : 0 }, weights: territory)?.gini ?? .nan
    }
  }
}

/// Economic complexity and relatedness (Hidalgo and Hausmann 2009, PNAS 106, 10570-10575; Mealy, Farmer and Teytelboym 2019 for the
/// eigenvector form).
public struct EconomicComplexity: Sendable {
  /// 1 where a territory's location quotient reaches 1.
  public let presence: Matrix
  /// Number of branches present in each territory.
  public let diversity: [Int]
  /// Number of territories in which each branch is present.
  public let ubiquity: [Int]
  /// Complexity of each territory: mean 0, population standard deviation 1, positively related to diversity; `nil` for one without a branch.
  public let territories: [Double?]
  /// Complexity of each branch, on the same footing; `nil` for one present nowhere.
  public let branches: [Double?]
  /// How often two branches occur together: the smaller of the two conditional probabilities.
  public let proximity: Matrix
  /// How much of what is related to a branch a territory has: 0 to 1; territories x branches.
  public let density: Matrix
  /// Whether the second eigenvalue is a multiple one, so that complexity is not determined.
  public let isTied: Bool

  /// Computes complexity from location quotients; `nil` if fewer than two territories or branches are present.
  public init?(locationQuotients: Matrix) {
    let (rows, columns) = (locationQuotients.rows, locationQuotients.columns)
    let presence = locationQuotients.map { $0 >= 1 ? 1 : 0 }
    self.presence = presence
    let diversity = (0..<rows).map { presence.row($0).reduce(0, +) }
    let ubiquity = (0..<columns).map { presence.column($0).reduce(0, +) }
    self.diversity = diversity.map { Int($0) }
    self.ubiquity = ubiquity.map { Int($0) }
    let present = diversity.indices.filter { diversity[$0] > 0 }
    guard present.count > 1, ubiquity.count(where: { $0 > 0 }) > 1 else { return nil }
    // Symmetric form of D^-1 M U^-1 M', with the same eigenvalues.
    let scaled = Matrix(rows: present.count, columns: columns) { i, j in
      ubiquity[j] > 0
        ? presence[present[i], j] / (diversity[present[i]] * ubiquity[j]).squareRoot() : 0
    }
    guard let eigen = SymmetricEigen(scaled.productTransposed(scaled)) else { return nil }
    let second = present.count - 2
    isTied =
      (second > 0 && eigen.values[second] - eigen.values[second - 1] < 1e-10)
      || eigen.values[second + 1] - eigen.values[second] < 1e-10
    let raw = present.indices.map { i in
      eigen.vectors[i, second] / diversity[present[i]].squareRoot()
    }
    var standard = Self.standardised(raw)
    let counts = present.map { diversity[$0] }
    let mean = counts.reduce(0, +) / Double(counts.count)
    // Both signs solve the equation; the one that goes with diversity is meant.
    if zip(standard, counts).reduce(0, { $0 + $1.0 * ($1.1 - mean) }) < 0 {
      standard = standard.map { -$0 }
    }
    var scores = [Double?](repeating: nil, count: rows)
    for (i, row) in present.enumerated() { scores[row] = standard[i] }
    territories = scores
    let occurring = ubiquity.indices.filter { ubiquity[$0] > 0 }
    let means = occurring.map { j in
      present.indices.reduce(0) { $0 + presence[present[$1], j] * standard[$1] } / ubiquity[j]
    }
    var branchScores = [Double?](repeating: nil, count: columns)
    for (k, score) in zip(occurring, Self.standardised(means)) { branchScores[k] = score }
    branches = branchScores
    let together = presence.transposedProduct(presence)
    let proximity = Matrix(rows: columns, columns: columns) { p, q in
      let larger = max(ubiquity[p], ubiquity[q])
      return p == q || larger == 0 ? 0 : together[p, q] / larger
    }
    self.proximity = proximity
    let sums = (0..<columns).map { proximity.column($0).reduce(0, +) }
    let weighted = presence * proximity
    density = Matrix(rows: rows, columns: columns) {
      sums[$1] > 0 ? weighted[$0, $1] / sums[$1] : 0
    }
  }

  private static func standardised(_ values: [Double]) -> [Double] {
    guard let moments = WeightedMoments(values), moments.squares > 0 else {
      return values.map { _ in 0 }
    }
    let deviation = moments.populationVariance.squareRoot()
    return values.map { ($0 - moments.mean) / deviation }
  }
}
