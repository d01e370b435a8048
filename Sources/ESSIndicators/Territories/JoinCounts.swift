internal import ESSNumerics

/// Join counts of a map in two colours: pairs of neighbours that are both black, both white, or of different colours (Cliff and Ord 1981,
/// Spatial Processes, chapters 1 and 2).
///
/// A pair counts with half the sum of its weights in both directions. Black has the value 1.
public struct JoinCounts: Sendable {
  /// The chance model that expectations and variances are under.
  public enum Sampling: String, Sendable, CaseIterable {
    /// The colours that are there, in random places: permutations of the map.
    case nonFree = "non-free"
    /// Each territory black with the same chance, by itself; the chance is estimated by the share of black ones.
    case free
  }

  /// One kind of pair.
  public struct Count: Sendable, Equatable {
    /// `BB`, `BW` or `WW`.
    public let name: String
    /// The count.
    public let value: Double
    /// Its expectation without association.
    public let expectation: Double
    /// Its variance without association.
    public let variance: Double
    /// The test by permutations, if any were asked for.
    public let permutation: PermutationTest?

    /// Standard score; `nil` where the count cannot vary.
    public var score: Double? {
      variance > 0 ? (value - expectation) / variance.squareRoot() : nil
    }
  }

  /// BB, BW and WW.
  public let counts: [Count]
  /// Number of black territories.
  public let black: Int
  /// The chance model.
  public let sampling: Sampling

  /// Counts the pairs of a map; `nil` for fewer than four territories, one colour only, or no link.
  public init?(
    isBlack: [Bool], _ weights: SpatialWeights, sampling: Sampling = .nonFree,
    permutations: Int = 0, seed: UInt64 = 1
  ) {
    precondition(isBlack.count == weights.territories.count, "one colour for each territory")
    let n = Double(isBlack.count)
    black = isBlack.count { $0 }
    let dark = Double(black)
    let light = n - dark
    let sums = weights.sums
    guard isBlack.count > 3, dark > 0, light > 0, sums.s0 > 0 else { return nil }
    self.sampling = sampling
    let matrix = weights.matrix
    let total = sums.s0 / 2
    let degrees = Self.degrees(matrix)
    @Sendable func measured(_ colours: [Double]) -> [Double] {
      let bb = SpatialAutocorrelation.crossProduct(matrix, colours, colours) / 2
      // Every link of a black territory ends at a black or a white one.
      let ends = zip(degrees, colours).reduce(0.0) { $0 + $1.0 * $1.1 }
      let bw = ends / 2 - 2 * bb
      return [bb, bw, total - bb - bw]
    }
    let colours = isBlack.map { $0 ? 1.0 : 0 }
    let values = measured(colours)
    let tests = Self.permuted(colours, values, permutations, seed, measured)
    let moments =
      sampling == .nonFree
      ? [
        Self.nonFreeLike(dark, n, sums), Self.nonFreeUnlike(dark, light, n, sums),
        Self.nonFreeLike(light, n, sums),
      ]
      : [
        Self.freeLike(dark / n, sums), Self.freeUnlike(dark / n, sums),
        Self.freeLike(light / n, sums),
      ]
    counts = ["BB", "BW", "WW"].indices.map { k in
      Count(
        name: ["BB", "BW", "WW"][k], value: values[k], expectation: moments[k].mean,
        variance: max(0, moments[k].variance), permutation: tests?[k])
    }
  }

  private typealias Sums = (s0: Double, s1: Double, s2: Double)
  private typealias Moments = (mean: Double, variance: Double)

  private static func nonFreeLike(_ own: Double, _ n: Double, _ sums: Sums) -> Moments {
    let two = own * (own - 1) / (n * (n - 1))
    let three = two * (own - 2) / (n - 2)
    let four = three * (own - 3) / (n - 3)
    let mean = sums.s0 * two / 2
    var square = sums.s1 * two + (sums.s2 - 2 * sums.s1) * three
    square += (sums.s0 * sums.s0 + sums.s1 - sums.s2) * four
    return (mean, square / 4 - mean * mean)
  }

  private static func nonFreeUnlike(
    _ dark: Double, _ light: Double, _ n: Double, _ sums: Sums
  ) -> Moments {
    let two = dark * light / (n * (n - 1))
    let three = two * (dark + light - 2) / (n - 2)
    let four = two * (dark - 1) * (light - 1) / ((n - 2) * (n - 3))
    let mean = sums.s0 * two
    var square = 2 * sums.s1 * two + (sums.s2 - 2 * sums.s1) * three
    square += 4 * (sums.s0 * sums.s0 + sums.s1 - sums.s2) * four
    return (mean, square / 4 - mean * mean)
  }

  private static func freeLike(_ p: Double, _ sums: Sums) -> Moments {
    let square = p * p
    let variance =
      sums.s1 * square + (sums.s2 - 2 * sums.s1) * square * p
      + (sums.s1 - sums.s2) * square * square
    return (sums.s0 * square / 2, variance / 4)
  }

  private static func freeUnlike(_ p: Double, _ sums: Sums) -> Moments {
    let both = p * (1 - p)
    return (sums.s0 * both, (sums.s2 * both - 4 * (sums.s2 - sums.s1) * both * both) / 4)
  }

  /// The sum of the weights of a territory in both directions.
  private static func degrees(_ matrix: SparseMatrix) -> [Double] {
    var degrees = [Double](repeating: 0, count: matrix.rows)
    for row in 0..<matrix.rows {
      for k in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
        degrees[row] += matrix.values[k]
        degrees[Int(matrix.columnIndices[k])] += matrix.values[k]
      }
    }
    return degrees
  }

  private static func permuted(
    _ colours: [Double], _ values: [Double], _ permutations: Int, _ seed: UInt64,
    _ measured: @Sendable ([Double]) -> [Double]
  ) -> [PermutationTest]? {
    guard permutations > 0 else { return nil }
    let results = RandomArrangements.map(colours, permutations, seed: seed, measured)
    return values.indices.map { k in
      PermutationTest(statistic: values[k], permuted: results.map { $0[k] })
    }
  }
}
