import ESSNumerics
import Testing

@Suite struct SampleTests {
  // NIST StRD, univariate: NumAcc1 and NumAcc3 (certified mean 10000002, sd 1; 1000000.2, 0.1; lag-1 autocorrelation -0.5, -0.999).
  @Test func numericalAccuracy() throws {
    let first = try #require(WeightedMoments([10_000_001, 10_000_003, 10_000_002]))
    #expect(first.mean == 10_000_002 && first.sampleVariance == 1)
    let alternating = (0..<1000).map { $0 % 2 == 0 ? 1000000.1 : 1000000.3 }
    let third = try #require(WeightedMoments([1000000.2] + alternating))
    #expect(abs(third.mean - 1000000.2) < 1e-9)
    let deviation = try #require(third.sampleVariance).squareRoot()
    #expect(abs(deviation - 0.1) < 1e-10)
  }

  @Test func weightsAndVariances() throws {
    let moments = try #require(WeightedMoments([1, 2, 4], weights: [2, 1, 1]))
    #expect(moments.mean == 2 && moments.populationVariance == 1.5)
    // 1, 1, 2, 4: sum of squares 6 over 3; with three records 6/4 times 3/2.
    #expect(moments.frequencyVariance == 2 && moments.sampleVariance == 2.25)
    #expect(WeightedMoments([1], weights: [0]) == nil)
  }

  // The synthetic survey SYN-A of the project's verification cases (income0 and person weights), against R's survey 4.1.
  @Test func quantilesOfASurvey() throws {
    let income: [Double] = [
      191, 64, 86, 164, 120, 505, 44, 181, 238, 0, 120, 249, 372, 103, 103, 188, 98, 175, 246, 81,
      162, 219, 1640, 149, 285, 162, 150, 43, 214, 303, 210, 137,
    ]
    let weight: [Double] = [
      80, 5, 44, 30, 90, 36, 48, 12, 144, 10, 30, 48, 19, 20, 96, 54, 14, 84, 30, 18,
      44, 36, 30, 28, 7, 10, 96, 66, 13, 14, 60, 54,
    ]
    let sample = try #require(WeightedQuantiles(income, weights: weight))
    let shares = [0.1, 0.25, 0.5, 0.75, 0.9]
    let expected: [(QuantileRule, [Double])] = [
      (.inverse, [81, 120, 164, 219, 249]), (.averagedInverse, [81, 120, 164, 219, 249]),
      (.linear, [71.5555555556, 107.061111111, 162.8, 216.986111111, 247.0625]),
      (.middle, [79.5217391304, 115.70430108, 163.7, 219.738888889, 248.461538462]),
      (.enlarged, [74.3888888889, 108.477777778, 163.8, 220.055555556, 248.75]),
      (.ends, [82.3888888889, 120, 163.4, 218.615384615, 248]),
      (
        .medianUnbiased, [77.2682926829, 113.347826087, 163.742857143, 219.87962963, 248.571428571]
      ),
      (
        .normalUnbiased,
        [77.7619047619, 113.941734417, 163.733333333, 219.849033817, 248.545454545]
      ),
    ]
    for (rule, values) in expected {
      for (share, value) in zip(shares, values) {
        #expect(
          abs(sample.quantile(share, rule: rule) - value) < 1e-8, "\(rule.rawValue) \(share)")
      }
    }
    #expect(sample.total == 1370)
  }

  // Hyndman and Fan's rules without weights on 1 ... 10, by their formulas.
  @Test func quantilesWithoutWeights() throws {
    let sample = try #require(WeightedQuantiles((1...10).map(Double.init)))
    let expected: [(QuantileRule, Double)] = [
      (.inverse, 3), (.averagedInverse, 3), (.linear, 2.5), (.middle, 3), (.enlarged, 2.75),
      (.ends, 3.25), (.medianUnbiased, 2 + 11.0 / 12), (.normalUnbiased, 2 + 15.0 / 16),
    ]
    for (rule, value) in expected {
      #expect(abs(sample.quantile(0.25, rule: rule) - value) < 1e-14, "\(rule.rawValue)")
    }
    #expect(sample.quantile(0.1) == 1.5 && sample.quantile(0.1, rule: .inverse) == 1)
    #expect(sample.quantile(0) == 1 && sample.quantile(1, rule: .ends) == 10)
    #expect(WeightedQuantiles([1, 2], weights: [0, 0]) == nil)
    #expect(WeightedQuantiles([.nan]) == nil)
  }

  @Test(arguments: [10, 255, 256, 3000]) func sortOrder(_ count: Int) {
    let numbers = KeyedRandom(seed: 12)
    var values = (0..<count).map { k in
      (numbers.uniform(at: k) - 0.5) * [1, 1e-300, 1e300, 0][k % 4]
    }
    values[3] = -.infinity
    values[5] = .nan
    values[7] = -0.0
    let order = SortOrder.ascending(of: values)
    let expected = (0..<count).sorted { left, right in
      let (a, b) = (values[left], values[right])
      if a.isNaN || b.isNaN { return !a.isNaN || (b.isNaN && left < right) }
      return (a, left) < (b, right)
    }
    #expect(order.map(Int.init) == expected)
  }

  @Test func keyedRandomNumbers() {
    let numbers = KeyedRandom(seed: 2021)
    let sample = (0..<20_000).map { numbers.uniform(at: $0) }
    let mean = sample.reduce(0, +) / 20_000
    // Within four standard errors of the uniform's mean; the lag-1 correlation within four of 0.
    #expect(abs(mean - 0.5) < 4 * (1.0 / 12 / 20_000).squareRoot())
    let products = zip(sample, sample.dropFirst()).reduce(0.0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) }
    #expect(abs(products / 20_000 * 12) < 4 / 20_000.0.squareRoot())
    var counts = [Int](repeating: 0, count: 7)
    for k in 0..<7000 { counts[numbers.below(7, at: k)] += 1 }
    // The 99.99 % point of chi-squared with 6 degrees of freedom is 27.9.
    let chi = counts.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
    #expect(chi < 27.9)
    #expect(numbers.bits(at: 5) == KeyedRandom(seed: 2021).bits(at: 5))
    #expect(numbers.bits(at: 5) != KeyedRandom(seed: 2021, stream: 1).bits(at: 5))
    #expect(numbers.permutation(50).sorted() == Array(0..<50))
    let normals = (0..<5000).map { numbers.normal(at: $0) }
    #expect(abs(normals.reduce(0, +) / 5000) < 4 / 5000.0.squareRoot())
  }

  @Test func twofoldSum() {
    var sum = TwofoldSum(1)
    sum.add(1e100)
    sum.add(1)
    sum.add(-1e100)
    #expect(sum.value == 2)
    var product = TwofoldSum(-1)
    product.add(1 + 0x1p-40, times: 1 - 0x1p-40)
    #expect(product.value == -0x1p-80)
  }
}
