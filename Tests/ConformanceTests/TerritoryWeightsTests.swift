import ESSIndicators
import Testing

/// Sections 3.2 to 3.4 of the territories study: the Handbook's weights for its Technology Achievement Index, pymcdm, numpy 2.4 and scipy 1.17.
@Suite(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
struct TerritoryWeightsTests {
  private typealias Reference = TerritoryReference

  private func areNear(_ found: [Double], _ expected: [Double], _ tolerance: Double) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance }
  }

  // Tables 16 and 17: eigenvalues, rotation, loadings; two formulas agree on the long digits.
  @Test func components() throws {
    let study = try TechnologyReference()
    let found = try FactorWeights(study.values, indicators: study.indicators)
    let eigenvalues: [Double] = [
      3.3543612073, 1.7460601162, 0.9848620302, 0.8939157331, 0.4711961307, 0.2994520319,
      0.1744221815, 0.0757305692,
    ]
    #expect(areNear(found.eigenvalues, eigenvalues, 1e-10))
    let communalities: [Double] = [
      0.9456466107, 0.8871281769, 0.8915125548, 0.8562248022, 0.7778287773, 0.8414116003,
      0.8456696636, 0.9337769010,
    ]
    #expect(areNear(found.communalities, communalities, 1e-9))
    let explained: [Double] = [1.1786397965, 1.3851946555, 1.7829912916, 2.6323733432]
    #expect(areNear(found.explained.sorted(), explained, 1e-6))
    #expect(areNear(found.explained.sorted(), [1.19, 1.39, 1.76, 2.64], 0.03))
    let first = try #require(
      found.explained.indices.max { found.explained[$0] < found.explained[$1] })
    let loadings: [Double] = [
      0.0629501, 0.1268699, 0.7869234, -0.6474569, 0.3680758, 0.8123460, 0.8787996, 0.0786853,
    ]
    #expect(areNear(Array(found.rotated.column(first)), loadings, 1e-6))
  }

  // Table 22, column FA, and the long digits of the signed assignment; by absolute loading exports would weigh 0.0739.
  @Test func factorWeights() throws {
    let study = try TechnologyReference()
    let signed = try FactorWeights(study.values, indicators: study.indicators)
    let weights: [Double] = [
      0.1679838179, 0.1546463674, 0.1112783151, 0.0564827459, 0.0862107629, 0.1185844476,
      0.1387795241, 0.1660340192,
    ]
    #expect(areNear(signed.weights, weights, 1e-7))
    #expect(areNear(signed.weights, [0.17, 0.15, 0.11, 0.06, 0.08, 0.13, 0.13, 0.17], 0.015))
    let absolute = try FactorWeights(
      study.values, indicators: study.indicators, assignment: .absolute)
    #expect(abs(absolute.weights[3] - 0.0739) < 5e-5)
    let kaiser = try FactorWeights(
      study.values, indicators: study.indicators, retention: .eigenvalueAbove(1))
    #expect(kaiser.explained.count == 2)
    #expect(abs(kaiser.explained.reduce(0, +) - 3.3543612073 - 1.7460601162) < 1e-9)
    // 41.9, 63.8, 76.1 percent: three components reach 70.
    let share = try FactorWeights(
      study.values, indicators: study.indicators, retention: .cumulativeShare(0.7),
      rotation: .none)
    #expect(share.explained.count == 3 && abs(share.explained[0] - 3.3543612073) < 1e-9)
  }

  @Test func dispersion() throws {
    let study = try TechnologyReference()
    let critic: [Double] = [
      0.119948828437, 0.142146900067, 0.122474557421, 0.159202816973, 0.089817129456,
      0.090839748608, 0.139376931928, 0.136193087111,
    ]
    #expect(
      areNear(
        try DispersionWeights.critic(study.minimumToMaximum, indicators: study.indicators), critic,
        1e-11))
    let entropy: [Double] = [
      0.400072321198, 0.317314603351, 0.189015101948, 0.040550822474, 0.000366651613,
      0.001072500879, 0.009260278728, 0.042347719809,
    ]
    #expect(
      areNear(
        try DispersionWeights.entropy(study.values, indicators: study.indicators), entropy, 1e-11))
  }

  // Table 19, all 23 scores: min-max over the 23 countries, each weight between 10 and 15 percent of the sum of the country's weights
  // (neither is stated by the Handbook; the printed weights, which are .14 or .22 for most, show it).
  @Test func benefitOfTheDoubt() throws {
    let study = try TechnologyReference()
    let names = [
      "Finland", "United States", "Sweden", "Japan", "Korea", "Netherlands", "United Kingdom",
      "Canada", "Australia", "Singapore", "Germany", "Norway", "Ireland", "Belgium", "New Zealand",
      "Austria", "France", "Israel", "Spain", "Italy", "Czech Republic", "Hungary", "Slovenia",
    ]
    let printed: [Double] = [
      1, 1, 1, 0.87, 0.80, 0.75, 0.71, 0.73, 0.66, 0.62, 0.62, 0.86, 0.60, 0.54, 0.58, 0.52, 0.51,
      0.49, 0.34, 0.38, 0.31, 0.27, 0.28,
    ]
    let scores = study.minimumToMaximum
    let found = try BenefitOfTheDoubt(
      scores, indicators: study.indicators, restriction: .weights(0.10...0.15))
    #expect(areNear(found.scores, study.inRowOrder(printed, names), 0.01))
    // Slovenia's printed weights: it has a single best set.
    let slovenia: [Double] = [0.22, 0.14, 0.14, 0.22, 0.22, 0.22, 0.14, 0.14]
    #expect(areNear(found.weights.row(22), slovenia, 0.01))
    // The same programme in scipy 1.17 (HiGHS), file order.
    let restricted: [Double] = [
      1, 1, 1, 0.863593329, 0.7993244836, 0.7499352789, 0.715079204, 0.7318265852, 0.6632588944,
      0.6200213048, 0.6214480427, 0.8627255203, 0.5990395191, 0.5400058023, 0.5757400142,
      0.5214484887, 0.5103476874, 0.4870877042, 0.3330228402, 0.3791651366, 0.3137490683,
      0.272843028, 0.2860893145,
    ]
    #expect(areNear(found.scores, restricted, 1e-9))
    let plain: [Double] = [
      1, 1, 1, 1, 1, 0.9943354404, 0.9694152151, 0.9843231984, 1, 1, 0.8652876727, 1, 0.7866077134,
      0.6583510683, 0.9387755102, 0.7417143593, 0.781829787, 0.6384734821, 0.6221384983,
      0.7571404818, 0.6335750982, 0.7527450388, 0.558835021,
    ]
    #expect(
      areNear(
        try BenefitOfTheDoubt(scores, indicators: study.indicators).scores, plain, 1e-9))
    let shares: [Double] = [
      1, 1, 1, 1, 0.3005204241, 0.9237252171, 0.7448383025, 0.427771873, 0.6252596629, 0.143077608,
      0.7535833728, 0.6773105702, 0.7560567763, 0.6334715162, 0.5696377736, 0.6281083979,
      0.7052877903, 0.5976711205, 0.3981585923, 0.1971129044, 0.2795542242, 0.2864524529,
      0.2973703584,
    ]
    #expect(
      areNear(
        try BenefitOfTheDoubt(
          study.goalposts, indicators: study.indicators, restriction: .contributions(0.05...0.3)
        ).scores, shares, 1e-8))
  }

  // Table 23, column BAP: 23 of 23 ranks; the equal-weight scores of section 3.2 show that the goalposts are the study's.
  @Test func budgetRanks() throws {
    let study = try TechnologyReference()
    let scores = study.goalposts
    let equal = scores * [Double](repeating: 1.0 / 8, count: 8)
    #expect(abs(equal[0] - 0.7449033405) < 1e-10 && abs(equal[22] - 0.4594145040) < 1e-10)
    let budget = try BudgetAllocation(
      Matrix(rows: 1, columns: 8, elements: [11, 11, 11, 18, 10, 6, 15, 18]), experts: ["panel"],
      indicators: study.indicators)
    let ranks = [
      1, 2, 3, 5, 4, 8, 7, 6, 10, 11, 9, 13, 12, 14, 17, 15, 16, 18, 19, 21, 22, 20, 23,
    ]
    #expect(TechnologyReference.ranks(scores * budget.weights) == study.inRowOrder(ranks))
    let two = try BudgetAllocation(
      Matrix(rows: 2, columns: 2, elements: [30, 50, 70, 50]), experts: ["a", "b"],
      indicators: ["x", "y"])
    #expect(two.weights == [0.4, 0.6] && two.ranges == [0.3...0.5, 0.5...0.7])
    #expect(abs(two.deviations[0] - 0.02.squareRoot()) < 1e-15)
  }

  // Table 20, the comparison of royalties with schooling read as one half; eigenvector by numpy 2.4.
  @Test func pairwiseComparisons() throws {
    let rows: [[Double]] = [
      [1, 2, 3, 2, 5, 5, 1, 3], [1 / 2.0, 1, 2, 1 / 2.0, 4, 4, 1 / 2.0, 3],
      [1 / 3.0, 1 / 2.0, 1, 1 / 4.0, 2, 2, 1 / 5.0, 1 / 2.0],
      [1 / 2.0, 2, 4, 1, 4, 4, 1 / 2.0, 3],
      [1 / 5.0, 1 / 4.0, 1 / 2.0, 1 / 4.0, 1, 1, 1 / 5.0, 1 / 2.0],
      [1 / 5.0, 1 / 4.0, 1 / 2.0, 1 / 4.0, 1, 1, 1 / 5.0, 1 / 2.0],
      [1, 2, 5, 2, 5, 5, 1, 4], [1 / 3.0, 1 / 3.0, 2, 1 / 3.0, 2, 2, 1 / 4.0, 1],
    ]
    let names = (1...8).map { "indicator \($0)" }
    let found = try PairwiseComparison(
      Matrix(rows: 8, columns: 8) { rows[$0][$1] }, indicators: names)
    let weights: [Double] = [
      0.22906331, 0.134571, 0.05936173, 0.17614495, 0.0385423, 0.0385423, 0.25223481, 0.07153961,
    ]
    #expect(areNear(found.weights, weights, 1e-8))
    #expect(abs(found.eigenvalue - 8.211079397090737) < 1e-12)
    #expect(abs((found.consistencyRatio ?? 0) - 0.021385957152050352) < 1e-12)
    // Three indicators in closed form: weights are geometric means of rows, the eigenvalue 1 + t + 1/t with t^3 = a13 / (a12 a23); here
    // t = 2.
    let three = try PairwiseComparison(
      Matrix(
        rows: 3, columns: 3, elements: [1, 1 / 2.0, 1 / 48.0, 2, 1, 1 / 3.0, 48, 3, 1]),
      indicators: ["a", "b", "c"])
    #expect(abs(three.eigenvalue - 3.5) < 1e-12)
    #expect(abs(three.consistencyIndex - 0.25) < 1e-12)
    #expect(abs((three.consistencyRatio ?? 0) - 0.25 / 0.58) < 1e-12)
    // Row products 96, 3/2, 1/144.
    let products = [96.0, 1.5, 1.0 / 144]
    for (weight, product) in zip(three.weights, products) {
      let ratio = weight / three.weights[0]
      #expect(abs(ratio * ratio * ratio - product / 96) < 1e-12)
    }
  }

  @Test func refusals() throws {
    let constant = Matrix(rows: 4, columns: 2, elements: [1, 2, 3, 4, 5, 5, 5, 5])
    let names = ["growth", "flat"]
    #expect(throws: DataError.self) { try FactorWeights(constant, indicators: names) }
    #expect(throws: DataError.self) { try DispersionWeights.critic(constant, indicators: names) }
    #expect(try DispersionWeights.entropy(constant, indicators: names) == [1, 0])
    let holes = Matrix(rows: 2, columns: 1, elements: [1, .nan])
    #expect(throws: DataError.self) { try DispersionWeights.entropy(holes, indicators: ["x"]) }
    #expect(throws: DataError.self) {
      try BenefitOfTheDoubt(
        constant, indicators: names, restriction: .weights(0.6...0.7))
    }
    #expect(throws: DataError.self) {
      try BenefitOfTheDoubt(
        Matrix(rows: 1, columns: 1, elements: [-1]), indicators: ["x"])
    }
    // A unit with a zero cannot draw a tenth of its score from it, nor score without.
    let zero = try BenefitOfTheDoubt(
      Matrix(rows: 2, columns: 2, elements: [1, 1, 0, 1]), indicators: names,
      restriction: .contributions(0.1...0.9))
    #expect(zero.scores == [0, 1])
    #expect(throws: DataError.self) {
      try PairwiseComparison(
        Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 1]), indicators: names)
    }
    #expect(throws: DataError.self) {
      try BudgetAllocation(
        Matrix(rows: 1, columns: 2, elements: [50, 40]), experts: ["a"], indicators: names)
    }
  }
}
