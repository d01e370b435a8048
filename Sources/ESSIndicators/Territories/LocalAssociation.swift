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
  /// the others without replacement, the same draws for all territories as in PySAL; they cost their number times the links.
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
    var draws = ConditionalDraws(matrix, factor: factor)
    if permutations > 0 { draws.run(z, permutations: permutations, seed: seed) }
    let tests = draws.tests
    let rows = Parallel.map(values.count) { i -> Row in
      let links = matrix.rowStarts[i]..<matrix.rowStarts[i + 1]
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
        quadrant: quadrant(z[i], lag), permutation: tests.isEmpty ? nil : tests[i])
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
}
