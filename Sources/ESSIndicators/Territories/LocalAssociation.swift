internal import ESSNumerics

/// Local measures of spatial association: where values cluster.
public struct LocalAssociation: Sendable {
  /// Which kind of neighbourhood a territory has, by its own deviation from the mean and its neighbours'.
  public enum Quadrant: String, Sendable, CaseIterable {
    /// High among high.
    case highHigh = "HH"
    /// Low among high.
    case lowHigh = "LH"
    /// Low among low.
    case lowLow = "LL"
    /// High among low.
    case highLow = "HL"
    /// No neighbour.
    case island = "island"
  }

  /// The scale of local Moran values.
  public enum Scale: String, Sendable, CaseIterable {
    /// (n - 1) z_i lag_i / sum z^2: PySAL's.
    case sample = "n-1"
    /// n z_i lag_i / sum z^2: spdep's default.
    case population = "n"
  }

  /// One territory.
  public struct Row: Sendable, Equatable {
    /// The statistic; `nil` for an island.
    public let value: Double?
    /// Its expectation, given the territory's own value.
    public let expectation: Double?
    /// Its variance, given the territory's own value.
    public let variance: Double?
    /// Its quadrant.
    public let quadrant: Quadrant
    /// The test by conditional permutations, if any were asked for.
    public let permutation: PermutationTest?

    /// Standard score by the conditional moments.
    public var score: Double? {
      guard let value, let expectation, let variance, variance > 0 else { return nil }
      return (value - expectation) / variance.squareRoot()
    }
  }

  /// The territories, in the order of the weights.
  public let rows: [Row]

  /// Local Moran values (Anselin 1995, Geographical Analysis 27, 93-115), with conditional moments (Sokal, Oden and Thomson 1998).
  ///
  /// `nil` for fewer than three territories or constant values. Permutations hold the territory's own value and draw its neighbours' from
  /// the others without replacement; they cost their number times the links.
  public static func moran(
    _ values: [Double], _ weights: SpatialWeights, scale: Scale = .sample, permutations: Int = 0,
    seed: UInt64 = 1
  ) -> LocalAssociation? {
    guard values.count > 2, let moments = WeightedMoments(values), moments.squares > 0 else {
      return nil
    }
    let n = Double(values.count)
    let z = values.map { $0 - moments.mean }
    let factor = (scale == .sample ? n - 1 : n) / moments.squares
    let spread = moments.squares / n
    let adjust = scale == .sample ? (n - 1) / n : 1
    let matrix = weights.matrix
    let rows = Parallel.map(values.count) { i -> Row in
      let links = matrix.rowStarts[i]..<matrix.rowStarts[i + 1]
      let linkWeights = Array(matrix.values[links])
      var (sum, squares, lag) = (0.0, 0.0, 0.0)
      for k in links {
        sum += matrix.values[k]
        squares += matrix.values[k] * matrix.values[k]
        lag += matrix.values[k] * z[Int(matrix.columnIndices[k])]
      }
      guard !links.isEmpty else {
        return Row(
          value: nil, expectation: nil, variance: nil, quadrant: .island, permutation: nil)
      }
      let value = factor * z[i] * lag
      let expectation = -adjust * z[i] * z[i] * sum / ((n - 1) * spread)
      let variance =
        adjust * adjust * (z[i] / spread) * (z[i] / spread) * (n / (n - 2))
        * (squares - sum * sum / (n - 1)) * (spread - z[i] * z[i] / (n - 1))
      return Row(
        value: value, expectation: expectation, variance: variance,
        quadrant: quadrant(z[i], lag),
        permutation: conditional(
          i, z, linkWeights, factor: factor * z[i], statistic: value, permutations, seed))
    }
    return LocalAssociation(rows: rows)
  }

  /// Getis and Ord's local G (or G* if the territory counts as its own neighbour) as standard scores, with binary weights (Ord and Getis 1995,
  /// Geographical Analysis 27, 286-306).
  public static func getisOrd(
    _ values: [Double], _ weights: SpatialWeights, includesSelf: Bool
  ) -> LocalAssociation? {
    guard values.count > 2, let all = WeightedMoments(values), all.squares > 0 else { return nil }
    let n = Double(values.count)
    let matrix = weights.matrix
    let total = all.total
    let squares = ExactSum(values.map { $0 * $0 }).value
    let rows = values.indices.map { i -> Row in
      var (sum, squared, lag) = (0.0, 0.0, 0.0)
      for k in matrix.rowStarts[i]..<matrix.rowStarts[i + 1] {
        sum += matrix.values[k]
        squared += matrix.values[k] * matrix.values[k]
        lag += matrix.values[k] * values[Int(matrix.columnIndices[k])]
      }
      guard sum > 0 else {
        return Row(
          value: nil, expectation: nil, variance: nil, quadrant: .island, permutation: nil)
      }
      let mean: Double
      let variance: Double
      let size: Double
      if includesSelf {
        sum += 1
        squared += 1
        lag += values[i]
        (mean, size) = (total / n, n)
        variance = squares / n - mean * mean
      } else {
        size = n - 1
        mean = (total - values[i]) / size
        variance = (squares - values[i] * values[i]) / size - mean * mean
      }
      let spread = variance * (size * squared - sum * sum) / (size - 1)
      return Row(
        value: (lag - mean * sum) / spread.squareRoot(), expectation: 0, variance: 1,
        quadrant: quadrant(values[i] - total / n, lag - sum * total / n), permutation: nil)
    }
    return LocalAssociation(rows: rows)
  }

  private static func quadrant(_ own: Double, _ lag: Double) -> Quadrant {
    own > 0 ? (lag > 0 ? .highHigh : .highLow) : (lag > 0 ? .lowHigh : .lowLow)
  }

  /// The statistic of one territory over draws of its neighbours from all others.
  ///
  /// The stream of a territory is its own, so that its p-value does not depend on which others are computed.
  private static func conditional(
    _ own: Int, _ z: [Double], _ weights: [Double], factor: Double, statistic: Double,
    _ permutations: Int, _ seed: UInt64
  ) -> PermutationTest? {
    guard permutations > 0, weights.count < z.count else { return nil }
    var generator = KeyedRandom(seed: seed, stream: UInt64(own)).generator()
    let margin = 1e-12 * max(abs(statistic), 1e-300)
    var (atLeast, atMost) = (0, 0)
    var (sum, squares) = (0.0, 0.0)
    // The others without the territory itself, shuffled only as far as there are neighbours.
    var others = z
    others.swapAt(own, z.count - 1)
    let count = z.count - 1
    for _ in 0..<permutations {
      var lag = 0.0
      for (k, weight) in weights.enumerated() {
        let chosen = k + generator.below(count - k)
        others.swapAt(k, chosen)
        lag += weight * others[k]
      }
      let value = factor * lag
      if value >= statistic - margin { atLeast += 1 }
      if value <= statistic + margin { atMost += 1 }
      sum += value
      squares += value * value
    }
    let mean = sum / Double(permutations)
    return PermutationTest(
      permutations: permutations, mean: mean,
      deviation: max(0, squares / Double(permutations) - mean * mean).squareRoot(),
      atLeast: atLeast, atMost: atMost)
  }
}
