internal import ESSData

/// An index beside what it is in random networks with the same margins.
public struct NullComparison: Sendable, Equatable {
  /// The index of the network.
  public let observed: Double
  /// Its mean over the draws.
  public let mean: Double
  /// Its standard deviation over the draws.
  public let deviation: Double
  /// Share of draws at least as large, the network among them.
  public let greater: Double
  /// Share of draws at most as large, the network among them.
  public let less: Double
  /// Number of draws.
  public let draws: Int

  /// Compares with the draws for which the index is defined; `nil` for fewer than two of them.
  public init?(observed: Double?, draws: [Double?]) {
    let values = draws.compactMap { $0 }
    guard let observed, values.count > 1 else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let margin = 1e-12 * max(1, abs(observed))
    self.observed = observed
    self.mean = mean
    deviation =
      (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
    greater = Double(values.count { $0 >= observed - margin } + 1) / (n + 1)
    less = Double(values.count { $0 <= observed + margin } + 1) / (n + 1)
    self.draws = values.count
  }

  /// The index in standard deviations from the mean; `nil` where draws do not vary.
  public var z: Double? {
    deviation > 1e-12 * max(1, abs(mean)) ? (observed - mean) / deviation : nil
  }

  /// Twice the smaller share, at most 1.
  public var twoSided: Double { min(1, 2 * min(greater, less)) }
}

extension NetworkRows {
  /// Mean, standard deviation, z and p of an index under a null model.
  mutating func add(
    _ comparison: NullComparison?, of indicator: String, _ component: String = "",
    method: String
  ) {
    guard let comparison else { return }
    let name = String(indicator.split(separator: ".").last ?? "")
    let path = component.isEmpty ? name : "\(name)/\(component)"
    let values: [(String, Double?)] = [
      ("network.null_mean", comparison.mean), ("network.null_sd", comparison.deviation),
      ("network.null_z", comparison.z), ("network.null_p", comparison.twoSided),
    ]
    for (row, value) in values {
      add(
        row, path, value, count: comparison.draws, method: method,
        note: value == nil ? "the index is the same in every draw" : "")
    }
  }
}
