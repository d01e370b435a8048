public import ESSNumerics

/// How the weights of a score are drawn, one group of parts at a time.
public enum WeightPerturbation: Sendable, Equatable {
  /// They stay as they are.
  case none
  /// Each is multiplied by an even draw from 1 - spread to 1 + spread; then they are scaled to add up to 1 again.
  case uniform(spread: Double)
  /// A Dirichlet distribution around the given weights; the larger the concentration, the closer to them.
  ///
  /// A weight w has mean w and variance w (1 - w) / (concentration + 1).
  case dirichlet(concentration: Double)
  /// Every set of weights from 0 up that adds up to 1 is as likely as any other: no preference at all (SMAA's default).
  case simplex

  /// A draw for one group.
  ///
  /// - Parameters:
  ///   - weights: The weights, which add up to 1.
  ///   - random: The stream of the draw.
  /// - Returns: Weights that add up to 1.
  public func drawn(_ weights: [Double], _ random: KeyedRandom) -> [Double] {
    var drawn = weights
    switch self {
    case .none: return weights
    case .uniform(let spread):
      for i in drawn.indices { drawn[i] *= 1 + spread * (2 * random.uniform(at: i) - 1) }
    case .dirichlet(let concentration):
      for i in drawn.indices where weights[i] > 0 {
        // A generator for each part, so that no draw depends on how many numbers another took.
        var generator = random.stream(UInt64(i)).generator()
        drawn[i] = generator.gamma(shape: concentration * weights[i])
      }
    case .simplex:
      for i in drawn.indices { drawn[i] = -SpecialFunctions.log(1 - random.uniform(at: i)) }
    }
    let sum = drawn.reduce(0, +)
    // Tiny shapes can underflow to 0 all together; the given weights are then as good a draw as any.
    guard sum > 0 else { return weights }
    return drawn.map { $0 / sum }
  }

  /// Whether draws differ from the given weights.
  public var isRandom: Bool {
    switch self {
    case .none: false
    case .uniform(let spread): spread > 0
    case .dirichlet, .simplex: true
    }
  }
}
