internal import ESSNumerics

/// A source of uncertainty of a stress test.
public enum StressFactor: String, Sendable, CaseIterable {
  /// The weights.
  case weights
  /// Errors of the data.
  case noise
  /// The indicator left out.
  case drop
  /// What fills missing values.
  case impute
  /// The treatment of outliers.
  case treat
  /// The scale.
  case normalise
  /// The aggregation.
  case aggregate
}

/// What one replication is made with.
struct StressDraw {
  /// The stream of the weights; the recipe's own weights if there is none.
  var weights: KeyedRandom?
  /// The stream of the errors; no errors if there is none.
  var noise: KeyedRandom?
  /// The indicator left out.
  var dropped: Int?
  /// Positions among the alternatives, 0 for the recipe's own.
  var imputation = 0
  var treatment = 0
  var normalisation = 0
  var aggregation = 0

  /// Sets a factor from a uniform number; `count` is that of its alternatives, for a dropped indicator the number of indicators and one.
  mutating func set(_ factor: StressFactor, _ uniform: Double, count: Int, seed: UInt64) {
    let choice = min(Int(uniform * Double(count)), count - 1)
    let stream = UInt64(uniform * 0x1p53)
    switch factor {
    case .weights: weights = KeyedRandom(seed: seed, stream: 0x3E1).stream(stream)
    case .noise: noise = KeyedRandom(seed: seed, stream: 0xE88).stream(stream)
    case .drop: dropped = choice == 0 ? nil : choice - 1
    case .impute: imputation = choice
    case .treat: treatment = choice
    case .normalise: normalisation = choice
    case .aggregate: aggregation = choice
    }
  }
}
