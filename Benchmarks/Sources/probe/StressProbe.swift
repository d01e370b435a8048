import ESSIndicators

/// Stress tests of composite scores: `stress simulated` and `stress asem FOLDER`.
enum StressProbe {
  static func run(_ arguments: [String]) throws {
    switch arguments.first {
    case "asem": try asem(folder: arguments.count > 1 ? arguments[1] : ".")
    default: try simulated()
    }
  }

  /// 1,000 replications of 200 units and 50 indicators: every one with new errors in all data, outliers cut at two quantiles, a new
  /// scale and new weights.
  private static func simulated() throws {
    let (units, indicators) = (200, 50)
    let random = KeyedRandom(seed: 7)
    let framework = try IndicatorFramework(
      (0..<indicators).map { IndicatorMetadata(code: "x\($0)") })
    let table = try IndicatorTable(
      units: (0..<units).map { "u\($0)" }, framework: framework,
      values: Matrix(rows: units, columns: indicators) {
        SpecialFunctions.exp(random.normal(at: $0 + $1 * units))
      })
    var space = StressSpace()
    space.weights = .uniform(spread: 0.25)
    space.noise = .relative(0.1)
    for (name, treatment) in [
      ("quantiles cut", OutlierTreatment.clamp(lower: 0.05, upper: 0.95)), ("not cut", .none),
    ] {
      var recipe = Recipe()
      recipe.normalise = .minMax(0...1)
      recipe.treat = treatment
      report("1000 x 200 x 50, \(name)") {
        let test = try StressTest(table, recipe, space, replications: 1000, seed: 7)
        return test.meanShift
      }
    }
  }

  /// 1,000 replications of COINr's ASEM index: treatments, scales, weights and aggregations vary.
  private static func asem(folder: String) throws {
    let framework = try IndicatorFramework(CSVTable(path: folder + "/asem_iMeta.csv"))
    let data = try CSVTable(path: folder + "/asem_iData.csv")
    let columns = try TerritoryTable(
      data, territory: "uCode", variables: framework.columns, groupings: ["EurAsia_group"])
    let table = try IndicatorTable(columns, framework)
    var recipe = Recipe()
    recipe.impute = .groupMean(grouping: "EurAsia_group")
    recipe.treat = .rule(.init())
    var space = StressSpace()
    space.weights = .uniform(spread: 0.25)
    space.treatments = (1...4).map { .rule(.init(points: $0)) }
    space.normalisations = [
      .minMax(1...100), .rank(ties: .average),
      .zScore(mean: 100, deviation: 10, estimator: .sample),
    ]
    space.aggregations = [[.geometric]]
    report("ASEM, 1000 replications") {
      let test = try StressTest(table, recipe, space, replications: 1000, seed: 7)
      return test.meanShift
    }
    report("ASEM, 1000 replications with errors in the data") {
      var noisy = space
      noisy.noise = .relative(0.1)
      return try StressTest(table, recipe, noisy, replications: 1000, seed: 7).meanShift
    }
  }

  /// Prints the least of five runs.
  private static func report(_ name: String, _ work: () throws -> Double) {
    var best = (wall: Double.infinity, cpu: Double.infinity)
    var shift = 0.0
    for _ in 0..<5 {
      do {
        let time = try Timing.measure { shift = try work() }
        if time.wall < best.wall { best = time }
      } catch {
        return print("\(name): \(error)")
      }
    }
    print("\(name): \(best.wall) s, \(best.cpu) s of processor, mean shift \(shift)")
  }
}
