import ESSIndicators
import Testing

/// Methods against their definitions: small cases worked out by hand, and what must not change a score.
@Suite struct TerritoryScoreMethodTests {
  private static func prepared(
    _ values: [Double], _ entry: IndicatorMetadata = IndicatorMetadata(code: "x")
  ) throws -> PreparedScores {
    try PreparedScores(
      IndicatorTable(
        units: values.indices.map { "u\($0)" }, framework: IndicatorFramework([entry]),
        values: Matrix(column: values)), Recipe())
  }

  /// COINr's vignette: goalposts 2 to 8 on 1 to 10 (section 3.7); the rest worked out by hand.
  @Test func normalisations() throws {
    let ten = (1...10).map(Double.init)
    let posts = IndicatorMetadata(code: "x", goalposts: .init(lower: 2, upper: 8), target: 8)
    var lower = posts
    lower.direction = .lower
    let cases: [(text: String, entry: IndicatorMetadata, values: [Double], expected: [Double])] = [
      ("goalposts(from=0,to=1)", posts, ten, [0, 0, 1 / 6, 1 / 3, 0.5, 2 / 3, 5 / 6, 1, 1, 1]),
      (
        "goalposts(from=0,to=1,cap=none)", posts, ten,
        [-1 / 6, 0, 1 / 6, 1 / 3, 0.5, 2 / 3, 5 / 6, 1, 7 / 6, 8 / 6]
      ),
      ("goalposts(from=0,to=1,cap=upper)", lower, [1, 2, 8, 9], [7 / 6, 1, 0, 0]),
      ("min-max(from=10,to=20)", lower, [1, 2, 5], [20, 17.5, 10]),
      ("none", lower, [1, 2], [-1, -2]),
      ("rank(ties=min)", posts, [3, 1, 3, 7], [2, 1, 2, 4]),
      ("rank(ties=max)", posts, [3, 1, 3, 7], [3, 1, 3, 4]),
      ("rank(ties=average)", posts, [3, 1, 3, 7], [2.5, 1, 2.5, 4]),
      ("rank(ties=dense)", posts, [3, 1, 3, 7], [2, 1, 2, 3]),
      ("rank", lower, [3, 1, 3, 7], [2, 4, 2, 1]),
      ("borda(ties=average)", posts, [3, 1, 3, 7], [1.5, 0, 1.5, 3]),
      ("percentile(of=intervals)", posts, [3, 1, 4, 7, 9], [25, 0, 50, 75, 100]),
      ("distance(to=target)", posts, [2, 5, 8, 11], [0, 0.5, 1, 1.5]),
      ("distance(to=target,cap=1)", posts, [2, 5, 8, 11], [0, 0.5, 1, 1]),
      ("distance(to=target)", lower, [12, 10, 8], [0, 0.5, 1]),
      ("distance(unit=u1)", posts, [2, 6, 10], [0, 1, 2]),
      ("distance(to=max)", lower, [2, 6, 10], [1, 0.5, 0]),
      ("ratio(unit=u0)", posts, [4, 2, 8], [1, 0.5, 2]),
      ("ratio(to=mean)", lower, [1, 2, 3], [2, 1, 2 / 3]),
      ("ratio(to=target,less=1)", posts, [4, 16], [-0.5, 1]),
      ("band(share=0.5)", lower, [1, 4, 10], [1, 0, -1]),
      // Adjusted Mazziotta-Pareto: 100 at the mean (5), 60 for the goalposts' range of 6.
      ("adjusted", posts, [2, 8], [70, 130]),
      ("adjusted(unit=u0)", lower, [2, 8], [100, 40]),
    ]
    for (text, entry, values, expected) in cases {
      let scores = try Self.prepared(values, entry).normalised(Normalisation(parsing: text))
      for (score, value) in zip(scores.elements, expected) {
        #expect(abs(score - value) < 1e-12, "\(text)")
      }
    }
  }

  /// Every text reads back to the same choice.
  @Test func textsReadBack() throws {
    for text in Normalisation.names {
      let choice = try Normalisation(parsing: text)
      #expect(try Normalisation(parsing: choice.description) == choice)
    }
    for text in [
      "none", "clamp(lower=0.1,upper=0.9)", "winsorise+log(points=3)", "box-cox(lambda=0.25)",
    ] {
      let choice = try OutlierTreatment(parsing: text)
      #expect(try OutlierTreatment(parsing: choice.description) == choice)
    }
    for text in ["power(exponent=-1.5)", "mazziotta-pareto(penalty=up)", "sum"] {
      let choice = try Aggregation(parsing: text)
      #expect(try Aggregation(parsing: choice.description) == choice)
    }
    for text in [
      "factors", "factors(count=2,assignment=absolute)", "critic", "entropy", "shares",
      "benefit-of-the-doubt", "benefit-of-the-doubt(of=contributions,lower=0.1,upper=0.5)",
    ] {
      let choice = try Weighting(parsing: text)
      #expect(try Weighting(parsing: choice.description) == choice)
    }
    for text in ["median", "group-median(by=region)", "constant(value=-2)"] {
      let choice = try Imputation(parsing: text)
      #expect(try Imputation(parsing: choice.description) == choice)
    }
    #expect(MethodText.list("power(exponent=2), geometric") == ["power(exponent=2)", "geometric"])
  }

  /// Missing values and order of units change nothing for the others.
  @Test func missingAndOrder() throws {
    for text in Normalisation.names where text != "goalposts" {
      let method = try Normalisation(parsing: text)
      let plain = try Self.prepared([3, 1, 4, 1.5, 9]).normalised(method).elements
      let values = Self.padded
      let framework = try IndicatorFramework(["x", "y"].map { IndicatorMetadata(code: $0) })
      let table = try IndicatorTable(
        units: ["a", "b", "c", "d", "e", "f"], framework: framework,
        values: Matrix(rows: 6, columns: 2, elements: values + [1, 2, 3, 4, 5, 6]))
      let scores = try PreparedScores(table, Recipe()).normalised(method).elements.prefix(6)
      #expect(scores[2].isNaN)
      for (score, value) in zip(scores.filter { !$0.isNaN }.reversed(), plain) {
        #expect(abs(score - value) < 1e-12, "\(text)")
      }
    }
  }
  private static let padded: [Double] = [9, 1.5, .nan, 4, 1, 3]

  @Test func treatments() throws {
    func treated(_ text: String, _ values: [Double]) throws -> TreatedColumn {
      try OutlierTreatment(parsing: text).treating(values)
    }
    let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100]
    // COINr's example: winsorise(c(1:10, 30, 100)) moves one point.
    let moved = try treated("winsorise(points=2)", values)
    #expect(moved.values == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30])
    #expect(moved.points == 1 && moved.passes)
    // The other side, and ties that move together.
    let low = try treated("winsorise(skewness=1.5,kurtosis=1)", values.map { -$0 } + [-100])
    #expect(low.values.min() == -30 && low.points == 2)
    // One point is not enough here, so that the logarithm of the original takes over: ln(x - min + range / 100).
    let skewed: [Double] = Array(repeating: 1, count: 20) + [50, 100, 1000]
    let logged = try treated("winsorise+log(points=1)", skewed)
    #expect(logged.step == "log")
    #expect(abs(logged.values[22] - 6.9167056) < 1e-6 && abs(logged.values[0] - 2.3015846) < 1e-6)
    // Two values only: nothing is moved onto the other.
    let two = try treated("winsorise", Array(repeating: 0, count: 30) + [1])
    #expect(two.values.last == 1 && two.points == 0 && !two.passes)
    // Shares of rule 7, as R and numpy: 1 + 0.1 x 11 and 1 + 0.9 x 11.
    let clamped = try treated("clamp(lower=0.1,upper=0.9)", values)
    #expect(
      abs((clamped.values.first ?? 0) - 2.1) < 1e-12 && abs((clamped.values.last ?? 0) - 28) < 1e-12
    )
    let power = try treated("box-cox(lambda=0.5)", values)
    #expect(abs((power.values.last ?? 0) - 18) < 1e-12)
    #expect(try treated("box-cox", values).passes)
    #expect(try treated("winsorise", [1, 2]).values == [1, 2])
  }

  /// The likeliest exponent is that of scipy.stats.boxcox (1.16): -0.20069 for these values less their minimum plus 1.
  @Test func likeliestExponent() throws {
    let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100]
    let treated = try OutlierTreatment(parsing: "box-cox").treating(values)
    #expect(abs((treated.values.last ?? 0) - 3.0053932603) < 0.005)
    #expect(abs(treated.values[5] - 1.5049856479) < 0.002)
  }

  /// Scale and shift of an indicator change no min-max or z-score; replication changes no population z-score.
  @Test func invariance() throws {
    let values: [Double] = [3, 1, 4, 1.5, 9, 2.6]
    for text in ["min-max", "z", "rank", "distance(to=max)"] {
      let method = try Normalisation(parsing: text)
      let plain = try Self.prepared(values).normalised(method).elements
      let other = try Self.prepared(values.map { 1024 * $0 - 512 }).normalised(method).elements
      for (a, b) in zip(plain, other) { #expect(abs(a - b) < 1e-11, "\(text)") }
    }
  }

  /// The metadata of a framework build it again, also where the whole was implied, and a recipe file keeps every choice.
  @Test func recipesReadBack() throws {
    let flat = try IndicatorFramework(["a", "b"].map { IndicatorMetadata(code: $0, weight: 3) })
    #expect(try IndicatorFramework(flat.metadata) == flat)
    var recipe = Recipe()
    recipe.indicators = flat.metadata
    recipe.treat = .rule(.init(steps: [.winsorise, .boxCox], lambda: 0.5))
    recipe.weights = [try Weighting(parsing: "factors(eigenvalue=1,rotation=none)"), .equal]
    recipe.aggregate = [.power(-1), .kemeny(.insertion)]
    recipe.known = 0.75
    recipe.ties = .average
    let again = try Recipe(json: recipe.json(), file: "recipe.json")
    #expect(again == recipe)
  }

  /// The fast path gives the numbers of the recipe.
  @Test func fastPath() throws {
    let framework = try IndicatorFramework([
      IndicatorMetadata(code: "a", parent: "p", weight: 2),
      IndicatorMetadata(code: "b", parent: "p"),
      IndicatorMetadata(code: "c", parent: "q"),
      IndicatorMetadata(code: "p", parent: "w", weight: 3),
      IndicatorMetadata(code: "q", parent: "w"), IndicatorMetadata(code: "w"),
    ])
    let table = try IndicatorTable(
      units: ["x", "y", "z"], framework: framework,
      values: Matrix(rows: 3, columns: 3, elements: [1, 2, 3, 9, 4, 5, 7, 8, 7.5]))
    var recipe = Recipe()
    recipe.normalise = .minMax(1...100)
    recipe.aggregate = [.arithmetic, .geometric]
    let board = try recipe.build(table)
    let weights = try NodeWeights([2, 1, 1, 3, 1, 1], of: framework)
    #expect(weights == board.weights)
    let again = try board.prepared.scores(
      normalised: board.normalised, weights: weights, aggregate: recipe.aggregate)
    #expect(again == board.scores)
    // By hand: p of x is 2/3 of 1 plus 1/3 of 100, q of x is 1, w = p^(3/4) q^(1/4).
    #expect(abs(board.scores[0, 3] - 34) < 1e-12)
    #expect(abs(board.scores[0, 5] - 14.0802) < 1e-4)
  }
}
