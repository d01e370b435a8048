import ESSIndicators
import Testing

/// V1 and V3: small published examples of poverty and inequality measures.
@Suite struct PovertyToyTests {
  private func measure(
    _ incomes: [Double], _ line: Double, _ measures: [PovertyMeasure]
  ) throws -> [Double?] {
    let result = try PovertyMeasures(
      plainSample(incomes),
      .init(measures: measures, lines: [.absolute(line)], variance: .init(method: .none)))
    return try #require(result.rows.first).estimates.map(\.value)
  }

  // V1: Haughton and Khandker (2009), Handbook on Poverty and Inequality, pages 70 to 72: country C is printed, A and B are the
  // same chapter's inputs with exact values.
  @Test(arguments: [
    ([100.0, 100, 150, 150], [0.5, 0.10, 0.02, 0.11157177565710488]),
    ([124, 124, 150, 150], [0.5, 0.004, 0.000032, 0.004016085848632126]),
    ([100, 110, 150, 160], [0.5, 0.08, 0.0136, 0.08774423070602369]),
  ])
  func handbook(_ incomes: [Double], _ expected: [Double]) throws {
    let found = try measure(incomes, 125, [.headcount, .gap, .squaredGap, .watts])
    #expect(zip(found, expected).allSatisfy { agrees($0, $1) })
  }

  @Test func tipCurveOfCountryC() throws {
    let result = try LorenzCurves(
      plainSample([100, 110, 150, 160]),
      .init(
        curves: [.tip], shares: [0.25, 0.5, 1], line: .absolute(125), variance: .init(method: .none)
      ))
    let found = try #require(result.rows.first).estimates.map(\.value)
    #expect(zip(found, [0.05, 0.08, 0.08]).allSatisfy { agrees($0, $1) })
  }

  private static let ineq: [Double] = [
    541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261,
  ]

  // V3: the recorded example output of R's ineq, with more digits. Its Sen index is the large-sample form too.
  @Test func ineqPoverty() throws {
    let found = try measure(
      Self.ineq, 2000, [.headcount, .gap, .squaredGap, .sen, .senShorrocksThon, .watts])
    let expected: [Double] = [0.2, 0.0998, 0.06042625, 0.12285, 0.18425]
    #expect(zip(found, expected).allSatisfy { agrees($0, $1) })
    #expect(agrees(found[5], 0.1620141, 5e-7))
  }

  @Test func ineqInequality() throws {
    let result = try InequalityMeasures(
      plainSample(Self.ineq),
      .init(
        measures: [
          .gini(), .gini(.records), .atkinson(0.5), .atkinson(1), .atkinson(2), .theil,
          .meanLogDeviation, .generalisedEntropy(2), .generalisedEntropy(0.5),
          .generalisedEntropy(-1),
        ], variance: .init(method: .none)))
    let expected: [Double] = [
      0.462091130267624, 0.513434589186249, 0.1796591, 0.351825059735076, 0.629011054511758,
      0.362341242343895, 0.433594649520447, 0.420406154577426, 0.377093096523383,
      0.847749053120633,
    ]
    let found = try #require(result.rows.first).estimates.map(\.value)
    for (number, value) in expected.enumerated() {
      #expect(agrees(found[number], value, number == 2 ? 3e-7 : 3e-12))
    }
  }

  // V3: Ricci-Schutz (Hoover), the coefficient of variation, and what ineq's concentration indices are made of: Herfindahl's is
  // (1 + CV^2) / n, Rosenbluth's 1 / (n (1 - G)).
  @Test func ineqConcentration() throws {
    let found = try #require(RegionalInequality(Self.ineq))
    #expect(agrees(found.hoover, 0.337806746162857, 1e-12))
    #expect(agrees(found.coefficientOfVariation, 0.916958182882324, 1e-12))
    let (n, variation) = (Double(Self.ineq.count), found.coefficientOfVariation)
    #expect(agrees((1 + variation * variation) / n, 0.1840812, 3e-7))
    #expect(agrees(1 / (n * (1 - found.gini)), 0.1859051, 3e-7))
  }
}
