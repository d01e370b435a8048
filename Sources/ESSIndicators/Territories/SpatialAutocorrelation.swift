internal import ESSNumerics

/// A global measure of spatial association with its moments under two null hypotheses and under permutations.
public struct SpatialAutocorrelation: Sendable {
  /// The statistic.
  public let value: Double
  /// Its expectation without association.
  public let expectation: Double
  /// Its variance for independent normal values; `nil` where the literature gives none.
  public let normalVariance: Double?
  /// Its variance over all arrangements of the values that are there.
  public let randomisationVariance: Double
  /// The test by permutations, if any were asked for.
  public let permutation: PermutationTest?

  /// Standard score under normality.
  public var normalScore: Double? {
    normalVariance.map { (value - expectation) / $0.squareRoot() }
  }

  /// Standard score under randomisation.
  public var randomisationScore: Double {
    (value - expectation) / randomisationVariance.squareRoot()
  }

  /// Moran's I = n/S0 sum w_ij z_i z_j / sum z_i^2 (Moran 1950; moments: Cliff and Ord 1981, equations 2.28 to 2.40).
  ///
  /// `nil` for fewer than four territories, constant values, or no link. Cost: one product with the weights for each permutation.
  public static func moran(
    _ values: [Double], _ weights: SpatialWeights, permutations: Int = 0, seed: UInt64 = 1
  ) -> SpatialAutocorrelation? {
    guard let moments = Moments(values, weights) else { return nil }
    let z = moments.deviations
    let scale = moments.n / moments.s0 / moments.squares
    let value = scale * crossProduct(weights.matrix, z, z)
    let n = moments.n
    let (s0, s1, s2) = (moments.s0, moments.s1, moments.s2)
    let expectation = -1 / (n - 1)
    let normal =
      (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - expectation * expectation
    let b2 = moments.kurtosis
    let first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
    let second = b2 * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    let random =
      (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expectation * expectation
    let folded = folded(weights.matrix)
    return SpatialAutocorrelation(
      value: value, expectation: expectation, normalVariance: normal,
      randomisationVariance: random,
      permutation: permuted(z, permutations, seed, value) { scale * crossProduct(folded, $0, $0) })
  }

  /// Geary's C = (n - 1)/(2 S0) sum w_ij (x_i - x_j)^2 / sum z_i^2; below 1 for positive association (Geary 1954; Cliff
  /// and Ord 1981).
  public static func geary(
    _ values: [Double], _ weights: SpatialWeights, permutations: Int = 0, seed: UInt64 = 1
  ) -> SpatialAutocorrelation? {
    guard let moments = Moments(values, weights) else { return nil }
    let n = moments.n
    let (s0, s1, s2) = (moments.s0, moments.s1, moments.s2)
    let scale = (n - 1) / (2 * s0 * moments.squares)
    let matrix = weights.matrix
    let value = scale * squaredDifferences(matrix, moments.deviations)
    let folded = folded(matrix)
    let normal = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0)
    let b2 = moments.kurtosis
    var random = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * b2)
    random -= (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * b2) / 4
    random += s0 * s0 * (n * n - 3 - (n - 1) * (n - 1) * b2)
    random /= n * (n - 2) * (n - 3) * s0 * s0
    return SpatialAutocorrelation(
      value: value, expectation: 1, normalVariance: normal, randomisationVariance: random,
      permutation: permuted(moments.deviations, permutations, seed, value) {
        scale * squaredDifferences(folded, $0)
      })
  }

  /// Getis and Ord's G = sum w_ij x_i x_j / sum over i != j of x_i x_j, for values above 0 (Getis and Ord 1992, Geographical
  /// Analysis 24, 189-206).
  public static func getisOrd(
    _ values: [Double], _ weights: SpatialWeights, permutations: Int = 0, seed: UInt64 = 1
  ) -> SpatialAutocorrelation? {
    guard let moments = Moments(values, weights), values.allSatisfy({ $0 > 0 }) else { return nil }
    let n = moments.n
    let (s0, s1, s2) = (moments.s0, moments.s1, moments.s2)
    let sums = (1...4).map { power in
      ExactSum(values.map { value in (0..<power).reduce(1) { product, _ in product * value } })
        .value
    }
    let pairs = sums[0] * sums[0] - sums[1]
    let matrix = weights.matrix
    let folded = folded(matrix)
    let value = crossProduct(matrix, values, values) / pairs
    let expectation = s0 / (n * (n - 1))
    let b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0
    let b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    let b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0)
    let b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0
    let b4 = s1 - s2 + s0 * s0
    var square = b0 * sums[1] * sums[1] + b1 * sums[3] + b2 * sums[0] * sums[0] * sums[1]
    square += b3 * sums[0] * sums[2] + b4 * sums[0] * sums[0] * sums[0] * sums[0]
    square /= pairs * pairs * n * (n - 1) * (n - 2) * (n - 3)
    return SpatialAutocorrelation(
      value: value, expectation: expectation, normalVariance: nil,
      randomisationVariance: square - expectation * expectation,
      permutation: permuted(values, permutations, seed, value) {
        crossProduct(folded, $0, $0) / pairs
      })
  }

  /// Moran's association of a variable with the neighbours' values of another: n/S0 sum w_ij z_i u_j / (|z| |u|).
  ///
  /// The permutations shuffle the first variable alone, so that the moments under randomisation are theirs.
  public static func bivariateMoran(
    _ values: [Double], _ others: [Double], _ weights: SpatialWeights, permutations: Int = 0,
    seed: UInt64 = 1
  ) -> SpatialAutocorrelation? {
    guard let moments = Moments(values, weights), let other = Moments(others, weights) else {
      return nil
    }
    let scale =
      moments.n / moments.s0 / (moments.squares.squareRoot() * other.squares.squareRoot())
    let matrix = weights.matrix
    let lagged = other.deviations
    let value = scale * crossProduct(matrix, moments.deviations, lagged)
    let test = permuted(moments.deviations, permutations, seed, value) {
      scale * crossProduct(matrix, $0, lagged)
    }
    return SpatialAutocorrelation(
      value: value, expectation: test?.mean ?? 0, normalVariance: nil,
      randomisationVariance: test.map { $0.deviation * $0.deviation } ?? .nan, permutation: test)
  }

  /// What all three need of the values and the weights.
  private struct Moments {
    let n: Double
    let deviations: [Double]
    let squares: Double
    let kurtosis: Double
    let s0: Double
    let s1: Double
    let s2: Double

    init?(_ values: [Double], _ weights: SpatialWeights) {
      precondition(values.count == weights.territories.count, "one value for each territory")
      guard values.count > 3, let sample = WeightedMoments(values), sample.squares > 0,
        values.allSatisfy(\.isFinite)
      else { return nil }
      (s0, s1, s2) = weights.sums
      guard s0 > 0 else { return nil }
      n = Double(values.count)
      deviations = values.map { $0 - sample.mean }
      squares = sample.squares
      let fourth = ExactSum(deviations.map { $0 * $0 * $0 * $0 }).value
      kurtosis = n * fourth / (squares * squares)
    }
  }

  /// Sum of w_ij a_i b_j.
  static func crossProduct(_ matrix: SparseMatrix, _ a: [Double], _ b: [Double]) -> Double {
    var total = 0.0
    unsafe matrix.rowStarts.withUnsafeBufferPointer { starts in
      unsafe matrix.columnIndices.withUnsafeBufferPointer { columns in
        unsafe matrix.values.withUnsafeBufferPointer { values in
          unsafe b.withUnsafeBufferPointer { b in
            for i in 0..<matrix.rows {
              var lag = 0.0
              for k in unsafe starts[i]..<starts[i + 1] {
                unsafe lag += values[k] * b[Int(columns[k])]
              }
              total += a[i] * lag
            }
          }
        }
      }
    }
    return total
  }

  /// The weights with both directions of a pair added up in one: forms that are symmetric in the pair stay the same, from fewer links.
  private static func folded(_ matrix: SparseMatrix) -> SparseMatrix {
    var entries: [SparseMatrix.Entry] = []
    entries.reserveCapacity(matrix.values.count)
    for row in 0..<matrix.rows {
      for k in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
        let column = Int(matrix.columnIndices[k])
        entries.append(
          .init(row: min(row, column), column: max(row, column), value: matrix.values[k]))
      }
    }
    return SparseMatrix(rows: matrix.rows, columns: matrix.columns, entries: entries)
  }

  private static func squaredDifferences(_ matrix: SparseMatrix, _ z: [Double]) -> Double {
    var total = 0.0
    unsafe matrix.columnIndices.withUnsafeBufferPointer { columns in
      unsafe matrix.values.withUnsafeBufferPointer { values in
        unsafe z.withUnsafeBufferPointer { z in
          for i in 0..<matrix.rows {
            for k in matrix.rowStarts[i]..<matrix.rowStarts[i + 1] {
              let difference = unsafe z[i] - z[Int(columns[k])]
              unsafe total += values[k] * difference * difference
            }
          }
        }
      }
    }
    return total
  }

  /// A statistic over random arrangements of the values.
  private static func permuted(
    _ values: [Double], _ permutations: Int, _ seed: UInt64, _ statistic: Double,
    _ measure: @Sendable ([Double]) -> Double
  ) -> PermutationTest? {
    guard permutations > 0 else { return nil }
    return PermutationTest(
      statistic: statistic,
      permuted: RandomArrangements.map(values, permutations, seed: seed, measure))
  }
}
