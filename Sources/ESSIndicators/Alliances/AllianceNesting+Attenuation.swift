public import ESSData
public import ESSNumerics

extension AllianceNesting {
  /// Up to so many alliances attenuated reach is computed for; it holds a dense matrix of them.
  public static let largestDense = 5_000

  /// Reach that fades with each remove: min(1, B (I - alpha N)^-1), rows of the incidence x alliances.
  ///
  /// An alliance counts 1 for its members, alpha for those one remove away, alpha squared at two, summed over all paths and
  /// capped at 1 (Katz 1953). Throws unless 0 <= alpha < 1 / rho with rho the spectral radius of N, beyond which the sum does not
  /// converge. One LU factorisation; cost O(alliances^3 + rows x alliances^2).
  public func attenuated(
    _ incidence: IncidenceGraph, by alpha: Double
  ) throws(DataError) -> Matrix {
    let count = ties.rows
    precondition(incidence.columns == count, "the shapes do not fit for a product")
    guard count <= Self.largestDense else {
      throw .notIdentified(
        "\(count) alliances are more than attenuated reach is computed for (\(Self.largestDense))")
    }
    guard alpha >= 0, alpha.isFinite else {
      throw .notIdentified("the attenuation \(NumberText.shortest(alpha)) is below zero")
    }
    var nested = Matrix(rows: count, columns: count)
    for member in 0..<count {
      for alliance in ties.columns(ofRow: member) { nested[member, Int(alliance)] = 1 }
    }
    let radius = isTrivial ? 0 : GeneralEigen(nested)?.spectralRadius ?? .infinity
    // Eigenvalues are right to about 1e-15, those of an acyclic nesting to the fourth root of it.
    guard alpha * radius < 1 - 1e-9 else {
      throw .notIdentified(
        "the attenuation \(NumberText.shortest(alpha)) is not below 1 / rho = "
          + "\(NumberText.fixed(1 / radius, decimals: 6)), rho the spectral radius of which alliance "
          + "belongs to which; the sum over removes does not converge")
    }
    let system = Matrix(rows: count, columns: count) {
      ($0 == $1 ? 1 : 0) - alpha * nested[$0, $1]
    }
    guard let factors = LUFactorisation(system) else {
      throw .notIdentified(
        "the attenuation \(NumberText.shortest(alpha)) makes the system singular")
    }
    var right = Matrix(rows: count, columns: incidence.rows)
    for row in 0..<incidence.rows {
      for alliance in incidence.columns(ofRow: row) { right[Int(alliance), row] = 1 }
    }
    return factors.solve(right, transposed: true).transposed.map { min(1, $0) }
  }
}
