/// Which of several tests are significant when the share of false discoveries, or the chance of any, is held down.
public enum FalseDiscovery {
  /// How p-values of a family of tests are adjusted.
  public enum Rule: String, Sendable, CaseIterable {
    /// Benjamini and Hochberg (1995, Journal of the Royal Statistical Society B 57, 289-300): the share of false discoveries, for
    /// independent or positively dependent tests.
    case benjaminiHochberg = "benjamini-hochberg"
    /// Benjamini and Yekutieli (2001, Annals of Statistics 29, 1165-1188): the same share under any dependence.
    case benjaminiYekutieli = "benjamini-yekutieli"
    /// Holm (1979, Scandinavian Journal of Statistics 6, 65-70): the chance of any false discovery, under any dependence.
    case holm
    /// No adjustment.
    case none

    /// The rule as the `method` column has it.
    var method: String { String(rawValue.map { $0 == "-" ? "_" : $0 }) }
  }

  /// Adjusted p-values: a test is a discovery at a rate q where its adjusted p-value is at most q.
  public static func adjusted(
    _ pValues: [Double], by rule: Rule = .benjaminiHochberg
  ) -> [Double] {
    let count = pValues.count
    let ascending = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var result = pValues
    switch rule {
    case .none: break
    case .benjaminiHochberg, .benjaminiYekutieli:
      let sum = rule == .benjaminiHochberg ? 1 : (0..<count).reduce(0.0) { $0 + 1 / Double($1 + 1) }
      var least = 1.0
      for (rank, index) in ascending.enumerated().reversed() {
        least = min(least, sum * pValues[index] * Double(count) / Double(rank + 1))
        result[index] = least
      }
    case .holm:
      var most = 0.0
      for (rank, index) in ascending.enumerated() {
        most = max(most, min(1, pValues[index] * Double(count - rank)))
        result[index] = most
      }
    }
    return result
  }
}
