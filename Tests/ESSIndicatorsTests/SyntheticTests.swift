import ESSIndicators
import Testing

/// Synthetic controls on panels whose answer is known, and the edges of the recovery study, section 5.
@Suite struct SyntheticTests {
  private func grid(_ rows: [[Double]], from year: Int = 2001) throws -> OutcomeGrid {
    var text = "unit,year,y\n"
    for (unit, row) in rows.enumerated() {
      for (t, value) in row.enumerated() where !value.isNaN {
        text += "u\(unit),\(year + t),\(value)\n"
      }
    }
    return try OutcomeGrid(RecoverySample.sample(text, ["y"]), "y")
  }

  // One donor has weight 1, so that residuals are differences: with 19 periods before and level 0.9 the effects not rejected are those
  // within the second largest residual of the gap.
  @Test func conformalByHand() throws {
    var residuals: [Double] = []
    for t in 1...19 {
      let size = Double((t * 7) % 19) / 10
      residuals.append(t % 2 == 0 ? size : -size)
    }
    let donor: [Double] = (0..<20).map { Double($0) }
    var treated = donor
    for (t, residual) in (residuals + [5]).enumerated() { treated[t] += residual }
    let problem = try SyntheticControlProblem(
      grid([treated, donor]), treated: "u0", post: "2020")
    let study = try SyntheticControlStudy(
      problem, .init(fit: .init(), placebos: false, conformalLevel: 0.9))
    let interval = try #require(study.conformal?.intervals.first)
    let second = residuals.map(abs).sorted(by: >)[1]
    #expect(abs((interval.effects?.lowerBound ?? .nan) - (5 - second)) <= 1e-6)
    #expect(abs((interval.effects?.upperBound ?? .nan) - (5 + second)) <= 1e-6)
    #expect(interval.pValue == 1.0 / 20)
    // 20 blocks reject nothing at one percent.
    let strict = try SyntheticControlStudy(
      problem, .init(fit: .init(), placebos: false, conformalLevel: 0.99))
    #expect(strict.conformal?.intervals.allSatisfy { $0.effects == nil } == true)
  }

  // Donors above and below the treated unit by the same path: any equal weights fit, whatever came later.
  @Test func weightsThatAreNotUnique() throws {
    let base: [Double] = [1, 3, 2, 5, 0, 0]
    func shifted(_ by: Double, _ after: Double) -> [Double] {
      base.enumerated().map { $0 < 4 ? $1 + by : after }
    }
    let problem = try SyntheticControlProblem(
      grid([base, shifted(1, 4), shifted(-1, 0), shifted(2, 8), shifted(-2, 0)]), treated: "u0",
      post: "2005")
    let fit = SyntheticControl(problem, .init())
    #expect(!fit.isUnique)
    #expect(fit.preMSPE < 1e-20)
    for weight in fit.weights { #expect(abs(weight - 0.25) <= 1e-8) }
    #expect(abs(fit.effect + 3) <= 1e-8)
    // Extremes of 4 a + 8 c over a + 2 c = b + 2 d and a + b + c + d = 1: 2 with a alone, 4 with c and d or with c and b in thirds ... 8/2.
    let range = try #require(fit.effectRange)
    #expect(abs(range.upperBound + 2) <= 1e-6)
    #expect(abs(range.lowerBound + 4) <= 1e-6)
  }

  @Test func anInterceptTakesOutLevels() throws {
    let donor: [Double] = [1, 4, 2, 6, 3, 5]
    let other: [Double] = [2, 1, 5, 1, 4, 2]
    let treated = donor.enumerated().map { $1 + 10 + ($0 >= 4 ? 2 : 0) }
    let problem = try SyntheticControlProblem(
      grid([treated, donor, other]), treated: "u0", post: "2005")
    let fit = SyntheticControl(problem, .init(hasIntercept: true))
    #expect(abs(fit.effect - 2) <= 1e-10)
    #expect(abs(fit.intercept - 10) <= 1e-10)
    #expect(abs(fit.weights[0] - 1) <= 1e-10)
    #expect(SyntheticControl(problem, .init()).preMSPE > 10)
  }

  // With a penalty of 0 the corrected weights fit every period that donors span; with a large one they are those over the simplex.
  @Test func ridgeBetweenTheSimplexAndInterpolation() throws {
    let rows: [[Double]] = [
      [9, 2, 7, 4, 1], [1, 2, 4, 3, 2], [3, 1, 2, 2, 5], [2, 5, 3, 1, 1], [5, 4, 1, 5, 2],
    ]
    let problem = try SyntheticControlProblem(grid(rows), treated: "u0", post: "2004")
    let plain = SyntheticControl(problem, .init())
    let none = SyntheticControl(problem, .init(ridge: .given(1e-9)))
    let full = SyntheticControl(problem, .init(ridge: .given(1e12)))
    #expect(plain.preMSPE > 1)
    #expect(none.preMSPE < 1e-12)
    for (left, right) in zip(full.weights, plain.weights) { #expect(abs(left - right) <= 1e-9) }
    #expect(abs(none.weights.reduce(0, +) - 1) <= 1e-9)
    let chosen = SyntheticControl(problem, .init(ridge: .crossValidated))
    #expect((chosen.ridgePenalty ?? 0) > 0)
    #expect(chosen.preMSPE <= plain.preMSPE + 1e-12)
  }

  @Test func whatIsLeftOutIsReported() throws {
    let sample = try RecoverySample.sample(
      "unit,year,y,k,x\na,2001,1,5,1\na,2002,2,5,1\nb,2001,1,5,2\nb,2002,1,5,2\nc,2001,2,5,3\nc,2002,,5,3\nd,2001,4,5,4\nd,2002,3,5,4\n",
      ["y", "k", "x"])
    let outcomes = try OutcomeGrid(sample, "y")
    let predictors = try ["k", "x"].map {
      SyntheticControlProblem.Predictor(
        name: $0, grid: try OutcomeGrid(sample, $0), span: 0..<1)
    }
    let problem = try SyntheticControlProblem(
      outcomes, treated: "a", post: "2002", predictors: predictors)
    #expect(problem.donors == ["b", "d"])
    #expect(problem.predictorNames == ["x"])
    #expect(problem.dropped.map(\.unit) == ["c", "k"])
    #expect(throws: DataError.self) {
      try SyntheticControlProblem(
        outcomes, treated: "a", post: "2002", predictors: [predictors[0]])
    }
    #expect(throws: DataError.self) {
      try SyntheticControlProblem(outcomes, treated: "c", post: "2002")
    }
    #expect(throws: DataError.self) {
      try SyntheticControlProblem(outcomes, treated: "a", post: "2001")
    }
    #expect(throws: DataError.self) {
      try SyntheticControlProblem(outcomes, treated: "a", donors: ["c"], post: "2002")
    }
  }

  private static let panel: [[Double]] = (0..<7).map { unit in
    let random = KeyedRandom(seed: 11, stream: UInt64(unit))
    return (0..<8).map { Double(unit) + Double($0) + random.normal(at: $0) }
  }

  // The jackknife of equal weights by hand: each unit left out, (n - 1)/n times the sum of squares.
  @Test func jackknifeByHand() throws {
    let grid = try grid(Self.panel)
    let first: [Int?] = [5, 5, 5, nil, nil, nil, nil]
    let study = try SyntheticDifferenceStudy(
      grid, firstTreated: first, .init(estimator: .difference, inference: .jackknife))
    func change(_ unit: Int) -> Double {
      Self.panel[unit][5...].reduce(0, +) / 3 - Self.panel[unit][..<5].reduce(0, +) / 5
    }
    func mean(_ units: [Int]) -> Double {
      units.reduce(0) { $0 + change($1) } / Double(units.count)
    }
    let left = (0..<7).map { unit in
      mean((0..<3).filter { $0 != unit }) - mean((3..<7).filter { $0 != unit })
    }
    let average = left.reduce(0, +) / 7
    let variance = 6.0 / 7 * left.reduce(0) { $0 + ($1 - average) * ($1 - average) }
    #expect(abs((study.spread?.standardError ?? .nan) - variance.squareRoot()) <= 1e-12)
  }

  // Three treated units of seven: all 4 choices of three controls leave one; with sdid two are needed, so that none is possible.
  @Test func placebosOfSeveralUnits() throws {
    let grid = try grid(Self.panel)
    let first: [Int?] = [5, 5, nil, nil, nil, nil, nil]
    let study = try SyntheticDifferenceStudy(
      grid, firstTreated: first, .init(estimator: .difference))
    #expect(study.spread?.replicates.count == 10)
    #expect(study.spread?.isExact == true)
    let many: [Int?] = [5, 5, 5, 5, nil, nil, nil]
    let none = try SyntheticDifferenceStudy(grid, firstTreated: many, .init())
    #expect(none.spread?.standardError == nil)
  }

  @Test func inferenceThatIsNotDefined() throws {
    let grid = try grid(Self.panel)
    let first: [Int?] = [5, nil, nil, nil, nil, nil, nil]
    for inference in [SyntheticDifferenceStudy.Inference.jackknife, .bootstrap] {
      let study = try SyntheticDifferenceStudy(
        grid, firstTreated: first, .init(inference: inference))
      #expect(study.spread?.standardError == nil)
      #expect(study.spread?.note.isEmpty == false)
    }
    // One period before treatment: the noise is not defined, so that SDID is not; a plain difference is.
    let early: [Int?] = [1, nil, nil, nil, nil, nil, nil]
    #expect(throws: DataError.self) {
      try SyntheticDifferenceStudy(grid, firstTreated: early, .init())
    }
    let plain = try SyntheticDifferenceStudy(
      grid, firstTreated: early, .init(estimator: .difference))
    #expect(plain.effect.isFinite)
  }

  @Test func replicatesDoNotDependOnThreads() throws {
    let grid = try grid(Self.panel)
    let first: [Int?] = [5, 6, nil, nil, nil, nil, nil]
    func errors(_ inference: SyntheticDifferenceStudy.Inference) throws -> Double? {
      try SyntheticDifferenceStudy(
        grid, firstTreated: first, .init(inference: inference, draws: 40, seed: 7)
      ).spread?.standardError
    }
    for inference in [SyntheticDifferenceStudy.Inference.bootstrap, .placebo] {
      let two = try errors(inference)
      Parallel.setThreads(1)
      let one = try errors(inference)
      Parallel.setThreads(0)
      #expect(one == two && one != nil)
    }
  }
}
