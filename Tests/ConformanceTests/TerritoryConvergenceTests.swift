import ESSIndicators
import Testing

/// Sections 3.9, 3.10, 3.12 and 3.13 of the territories study.
@Suite(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
struct TerritoryConvergenceTests {
  private typealias Reference = TerritoryReference

  private func mexico() throws -> (TerritorySeries, regions: [String]) {
    let table = try Reference.table("mexico_pcgdp.csv")
    let series = try TerritorySeries(
      table, territory: "state", prefix: "pcgdp", from: nil, to: nil)
    return (series, try table.texts("hanson98"))
  }

  private func states() throws -> TerritorySeries {
    let table = try Reference.table("us_states_income_1929_2009.csv")
    return try TerritorySeries(table, territory: "state", prefix: "", from: nil, to: nil)
  }

  // statsmodels' OLS on Mexico's states.
  @Test func beta() throws {
    let (series, _) = try mexico()
    #expect(series.periods.count == 7 && series.territories.count == 32)
    let fit = try BetaConvergence(
      start: series.crossSection(0), end: series.crossSection(6),
      years: series.years(from: 0, to: 6))
    #expect(Reference.isNear(fit.coefficients[0], 0.082289274736))
    #expect(Reference.isNear(fit.standardErrors[0], 0.012155924366))
    #expect(Reference.isNear(fit.coefficients[1], -0.007254802678))
    #expect(Reference.isNear(fit.standardErrors[1], 0.001396393007))
    #expect(Reference.isNear(fit.robustErrors[1], 0.001365763393))
    #expect(Reference.isNear(fit.rSquared, 0.47361079834))
    #expect(Reference.isNear(fit.adjustedRSquared, 0.45606449162))
    #expect(Reference.isNear(fit.speed, 0.009523994947))
    #expect(Reference.isNear(fit.halfLife, 72.779036991))
    // The nonlinear fit of the study: speed to its optimiser's 1e-6, standard error to the digits printed.
    #expect(Reference.isNear(fit.speedError, 0.002472753, 1e-6))
    let early = try BetaConvergence(
      start: series.crossSection(0), end: series.crossSection(3), years: 30)
    #expect(Reference.isNear(early.coefficients[1], -0.013992613281))
    #expect(Reference.isNear(early.standardErrors[1], 0.002778005724))
    #expect(Reference.isNear(early.rSquared, 0.45819659984))
  }

  @Test func sigma() throws {
    let sigma = SigmaConvergence(try mexico().0)
    #expect(Reference.isNear(sigma.logTrend?.slope, -0.0022797679, 1e-7))
    #expect(Reference.isNear(sigma.logTrend?.standardError, 0.000977908, 1e-6))
    #expect(Reference.isNear(sigma.variationTrend?.slope, -0.0033936757, 1e-7))
    #expect(Reference.isNear(sigma.varianceRatio, 1.8886093953))
    #expect(Reference.isNear(sigma.pValue, 0.0815878238, 1e-8))
  }

  @Test func ranksOverTime() throws {
    let (series, regions) = try mexico()
    let mobility = RankMobility(
      series.crossSection(0), series.crossSection(6), blocks: regions)
    #expect(mobility.concordant == 393 && mobility.discordant == 103)
    #expect(Reference.isNear(mobility.tau, 0.5846774193548))
    #expect(mobility.near?.concordant == 80 && mobility.near?.discordant == 23)
    #expect(Reference.isNear(mobility.spatialTau, 0.5533980582524))
    let expected = [
      0.230769230769, 0.280701754386, 0.340909090909, 0.711111111111, 0.155555555556,
      0.416666666667,
    ]
    for (decade, theta) in expected.enumerated() {
      let move = RankMobility(
        series.crossSection(decade), series.crossSection(decade + 1), blocks: regions)
      #expect(Reference.isNear(move.cohesion, theta))
    }
  }

  // R's ConvergenceClubs 2.2.5 and the re-derivation of its conventions.
  @Test func logT() throws {
    let series = try states()
    #expect(series.territories.count == 48 && series.periods.count == 81)
    let logs = series.values.map { SpecialFunctions.log($0) }
    let third = try #require(LogTConvergence(logs: logs, trim: 1.0 / 3))
    #expect(Reference.isNear(third.beta, 0.9123441808))
    #expect(Reference.isNear(third.standardError, 0.1196717518))
    #expect(Reference.isNear(third.t, 7.623722115))
    let automatic = try #require(
      LogTConvergence(logs: logs, trim: 1.0 / 3, bandwidth: .automatic))
    #expect(Reference.isNear(automatic.standardError, 0.1935699449))
    #expect(Reference.isNear(automatic.t, 4.713253296))
    let quarter = try #require(LogTConvergence(logs: logs, trim: 0.25))
    #expect(Reference.isNear(quarter.beta, 0.9458880182))
    #expect(Reference.isNear(quarter.standardError, 0.09077601866))
    let clubs = ConvergenceClubs(logs: logs, trim: 1.0 / 3)
    #expect(clubs.clubs.count == 1 && clubs.clubs[0].members.count == 48)
    #expect(clubs.divergent.isEmpty)
  }

  // giddy 2.3.8: yearly quintiles of 48 states.
  @Test func markov() throws {
    let series = try states()
    let (classOf, cuts) = MarkovMobility.quantileClasses(series, classes: 5, pooled: false)
    for (cut, expected) in zip(cuts[0], [411.6, 547.2, 634, 782.8]) {
      #expect(Reference.isNear(cut, expected))
    }
    let chain = MarkovMobility(classOf: classOf, classes: 5)
    let counts: [[Double]] = [
      [729, 71, 1, 0, 0], [72, 567, 80, 3, 0], [0, 81, 631, 86, 2], [0, 3, 86, 573, 56],
      [0, 0, 1, 57, 741],
    ]
    #expect(chain.counts == Matrix(rows: 5, columns: 5) { counts[$0][$1] })
    let steady = [0.2077471589, 0.1872577387, 0.2074053657, 0.1882178680, 0.2093718686]
    let long = try #require(chain.steadyState)
    for (ours, expected) in zip(long, steady) {
      #expect(Reference.isNear(ours, expected))
    }
    let sojourn = [11.125, 4.6580645161, 4.7337278107, 4.9517241379, 13.775862069]
    for (ours, expected) in zip(chain.sojourn, sojourn) {
      #expect(Reference.isNear(ours, expected))
    }
    let passage = try #require(chain.firstPassage)
    let row = [4.8135435652, 11.5029271178, 29.6092123063, 53.3859495381, 103.5981674328]
    for (ours, expected) in zip(passage.row(0), row) { #expect(Reference.isNear(ours, expected)) }
    #expect(Reference.isNear(chain.shorrocks, 0.19758992001))
    #expect(Reference.isNear(chain.determinantIndex, 0.606848546237))
    #expect(Reference.isNear(chain.secondEigenvalueIndex, 0.039782002308))
    #expect(Reference.isNear(chain.bartholomew, 0.040184654079))
    let prais = [0.0898876404, 0.2146814404, 0.2112500000, 0.2019498607, 0.0725907384]
    for (ours, expected) in zip(chain.prais, prais) { #expect(Reference.isNear(ours, expected)) }
  }

  @Test func markovEdges() {
    // The third class is never left: no steady state, and no NaN.
    let chain = MarkovMobility(classOf: [[0, 1, 0], [1, 0, 2]], classes: 3)
    #expect(chain.unvisited == [2] && chain.steadyState == nil && chain.firstPassage == nil)
    #expect(chain.probabilities.elements.allSatisfy { $0.isFinite })
  }

  // csranks 1.2.2.9001 with 50,000 draws; there two entries of the simultaneous sets move by one with the seed.
  @Test func rankSets() throws {
    let table = try Reference.table("pisa2018_reading.csv")
    let scores = try table.numbers("reading_score")
    let errors = try table.numbers("reading_se")
    let sets = try #require(
      RankConfidence(
        scores, covariance: Matrix.diagonal(errors.map { $0 * $0 }), level: 0.95,
        replicates: 50_000, seed: 11))
    let ranks = [
      12, 22, 17, 2, 34, 36, 20, 13, 1, 3, 18, 15, 33, 26, 28, 4, 29, 25, 11, 5, 24, 27, 30, 35, 21,
      8, 14, 6, 19, 32, 16, 7, 23, 31, 10, 9,
    ]
    #expect(sets.ranks == ranks)
    let lower = [
      5, 15, 8, 1, 32, 35, 11, 6, 1, 1, 8, 6, 29, 21, 21, 1, 21, 21, 5, 1, 21, 21, 25, 35, 15, 5, 6,
      1, 8, 30, 8, 4, 15, 26, 5, 2,
    ]
    let upper = [
      19, 29, 23, 7, 34, 36, 23, 20, 6, 7, 23, 23, 34, 31, 31, 8, 33, 31, 20, 12, 29, 30, 32, 36,
      29,
      15, 20, 15, 23, 34, 23, 19, 29, 33, 19, 20,
    ]
    func differences(_ ours: [Int], _ expected: [Int]) -> [Int] {
      zip(ours, expected).map { abs($0 - $1) }.filter { $0 > 0 }
    }
    let simultaneous =
      differences(sets.simultaneous.map(\.lowerBound), lower)
      + differences(sets.simultaneous.map(\.upperBound), upper)
    #expect(simultaneous.count <= 2)
    #expect(simultaneous.max() ?? 0 <= 1)
    // The study's marginal sets of rows 1, 4, 9, 13 and 36; all 36 agree, which a debug build has no time for.
    for (row, set) in [(0, 6...15), (3, 1...6), (8, 1...5), (12, 30...34), (35, 5...16)] {
      #expect(sets.marginal(row) == set)
    }
    // Canada is 2nd; its set is 1 to 7, so it may be the best.
    #expect(sets.simultaneous[3] == 1...7 && sets.best(1).contains(3))
  }

  // EconGeo 2.1 and REAT 3.0.3 on the synthetic table.
  @Test func structure() throws {
    let table = try Reference.table("employment_6x5.csv")
    let jobs = try TerritoryTable(
      table, territory: "territory",
      variables: ["agri_coop", "finance_mutual", "health_assoc", "culture_assoc", "energy_coop"]
    ).values
    let structure = try #require(EconomicStructure(jobs))
    let quotients = [
      2.195213360510, 0.388902262879, 0.852148894084, 0.646216155404, 0.482238805970,
    ]
    for (ours, expected) in zip(structure.locationQuotients.row(0), quotients) {
      #expect(Reference.isNear(ours, expected))
    }
    let expected: [([Double], [Double])] = [
      (
        structure.krugman,
        [
          0.503831815851, 0.166565742199, 0.749887252951, 0.345911066376, 0.778458681523,
          0.270884244465,
        ]
      ),
      (
        structure.herfindahl,
        [
          0.341167297839, 0.290406427221, 0.425306122449, 0.297189464021, 0.433600000000,
          0.278557717641,
        ]
      ),
      (
        structure.hachman,
        [
          0.709429844878, 0.958938946586, 0.534827047684, 0.830814216584, 0.514218603255,
          0.890710245229,
        ]
      ),
      (
        structure.concentration,
        [0.855582688084, 0.451792613892, 0.114132295198, 0.281910947495, 0.333370473538]
      ),
    ]
    for (ours, values) in expected {
      for (value, wanted) in zip(ours, values) { #expect(Reference.isNear(value, wanted)) }
    }
    let complexity = try #require(
      EconomicComplexity(locationQuotients: structure.locationQuotients))
    let territories = [
      -0.858955690387, 1.483650737942, -0.858955690387, 1.249390095109, -0.858955690387,
      -0.156173761889,
    ]
    for (ours, wanted) in zip(complexity.territories, territories) {
      #expect(Reference.isNear(ours, wanted))
    }
    let branches = [
      -1.837117307087, 0.714434508312, 0.714434508312, 0.714434508312, -0.306186217848,
    ]
    for (ours, wanted) in zip(complexity.branches, branches) {
      #expect(Reference.isNear(ours, wanted))
    }
    #expect(complexity.proximity[0, 4] == 0.25 && complexity.proximity[1, 2] == 1)
    #expect(complexity.proximity[1, 4] == 0.5 && !complexity.isTied)
  }
}
