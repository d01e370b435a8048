import ESSNumerics
import Testing

@Suite struct SensitivityTests {
  // scipy 1.17, qmc.Sobol(20, scramble=False): the same direction numbers.
  @Test func sequence() {
    let sequence = SobolSequence(dimensions: 20)
    let points = [1, 2, 3, 5, 100, 777]
    let dimensions = [0, 1, 2, 5, 6, 9, 13, 16, 18, 19]
    let expected: [[Double]] = [
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.75, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25],
      [0.25, 0.75, 0.75, 0.25, 0.75, 0.25, 0.75, 0.25, 0.25, 0.75],
      [0.875, 0.875, 0.125, 0.625, 0.875, 0.125, 0.125, 0.875, 0.375, 0.625],
      [
        0.4140625, 0.2578125, 0.7734375, 0.7421875, 0.0234375, 0.6953125, 0.8515625, 0.6796875,
        0.8359375, 0.3359375,
      ],
      [
        0.69238281, 0.93652344, 0.16308594, 0.35644531, 0.19042969, 0.32324219, 0.47363281,
        0.40332031, 0.37011719, 0.75292969,
      ],
    ]
    for (point, row) in zip(points, expected) {
      for (dimension, value) in zip(dimensions, row) {
        #expect(abs(sequence.coordinate(of: point, in: dimension) - value) < 1e-8)
      }
    }
    // A shift keeps one point in each of 64 equal strips of every dimension.
    let shifted = SobolSequence(dimensions: 4, shift: 7)
    for dimension in 0..<4 {
      let strips = (0..<64).map { Int(shifted.coordinate(of: $0, in: dimension) * 64) }
      #expect(Set(strips).count == 64)
    }
    #expect(
      shifted.coordinate(of: 0, in: 0)
        != SobolSequence(dimensions: 4, shift: 8).coordinate(of: 0, in: 0))
  }

  // The distribution of 200,000 draws: moments, and the largest distance to the normal distribution function.
  @Test func normals() {
    let count = 200_000
    var draws = [Double](repeating: 0, count: count)
    let random = KeyedRandom(seed: 11, stream: 4)
    unsafe draws.withUnsafeMutableBufferPointer { unsafe random.fillNormals($0) }
    let mean = draws.reduce(0, +) / Double(count)
    let square = draws.reduce(0) { $0 + $1 * $1 } / Double(count)
    let fourth = draws.reduce(0) { $0 + $1 * $1 * $1 * $1 } / Double(count)
    #expect(abs(mean) < 4 / Double(count).squareRoot())
    #expect(abs(square - 1) < 4 * (2 / Double(count)).squareRoot())
    #expect(abs(fourth - 3) < 4 * (96 / Double(count)).squareRoot())
    let sorted = draws.sorted()
    var distance = 0.0
    for (i, value) in sorted.enumerated() {
      distance = max(distance, abs(Normal().cumulative(value) - (Double(i) + 0.5) / Double(count)))
    }
    // Kolmogorov's statistic: 1.95 over the root is exceeded once in a thousand.
    #expect(distance < 1.95 / Double(count).squareRoot())
    // The tail beyond the last layer: about 2.6e-4 of the draws.
    let far = draws.count { abs($0) > 3.6541528853610088 }
    #expect((20...90).contains(far))
    // A number depends on its index alone.
    var some = [Double](repeating: 0, count: 10)
    unsafe some.withUnsafeMutableBufferPointer { unsafe random.fillNormals($0, at: 1000) }
    #expect(some == Array(draws[1000..<1010]))
  }

  @Test(arguments: [0.3, 1, 4.5]) func gamma(_ shape: Double) {
    let count = 20_000
    var generator = KeyedRandom(seed: 5).generator()
    let draws = (0..<count).map { _ in generator.gamma(shape: shape) }
    let mean = draws.reduce(0, +) / Double(count)
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    #expect(abs(mean - shape) < 4.5 * (shape / Double(count)).squareRoot())
    // The variance of a squared deviation is shape (2 shape + 6).
    #expect(
      abs(variance - shape) < 4.5 * ((2 * shape * shape + 6 * shape) / Double(count)).squareRoot())
    #expect(draws.allSatisfy { $0 > 0 })
  }
}
