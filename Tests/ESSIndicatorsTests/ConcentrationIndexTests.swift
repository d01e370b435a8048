import Testing

@testable import ESSIndicators

@Suite struct ConcentrationIndexTests {
  // By hand: all of y where the shock was worst, of four: C = 2 * 7/8 - 1 = 3/4; where it was least -3/4; equal y 0; equal shock 0.
  @Test func byHand() throws {
    let shock: [Double] = [1, 2, 3, 4]
    #expect(try #require(ConcentrationIndex(of: [0, 0, 0, 8], rankedBy: shock)).value == 0.75)
    #expect(try #require(ConcentrationIndex(of: [8, 0, 0, 0], rankedBy: shock)).value == -0.75)
    let equal = try #require(ConcentrationIndex(of: [2, 2, 2, 2], rankedBy: shock))
    #expect(equal.value == 0 && equal.standardError < 1e-15)
    #expect(try #require(ConcentrationIndex(of: [1, 2, 3, 4], rankedBy: [7, 7, 7, 7])).value == 0)
    #expect(ConcentrationIndex(of: [0, 0], rankedBy: [1, 2]) == nil)
    #expect(ConcentrationIndex(of: [1], rankedBy: [1]) == nil)
  }

  // y = 1, 2, 3: C = 2/3 (1 + 2 * 3 + 3 * 5) / (2 * 3) / 2 - 1 = 2/9. Terms a: 1/2 (1/3 - 11/9) + 2 - 1/6 = 25/18, (1 - 11/9) + 2 - 4/6 = 10/9,
  // 3/2 (5/3 - 11/9) + 2 - 9/6 = 7/6; variance ((25/18)^2 + (10/9)^2 + (7/6)^2) / 9 - (11/9)^2 / 3.
  @Test func standardError() throws {
    let index = try #require(ConcentrationIndex(of: [1, 2, 3], rankedBy: [10, 20, 30]))
    #expect(abs(index.value - 2.0 / 9) < 1e-15)
    let squares = (625.0 / 324 + 100.0 / 81 + 49.0 / 36) / 3
    let variance = (squares - 121.0 / 81) / 3
    #expect(abs(index.standardError - variance.squareRoot()) < 1e-12)
    // Order does not matter, nor do the units of y.
    let turned = try #require(ConcentrationIndex(of: [30, 10, 20], rankedBy: [30, 10, 20]))
    #expect(abs(turned.value - index.value) < 1e-15)
    #expect(abs(turned.standardError - index.standardError) < 1e-12)
  }

  // x = 0, 1, 2 and y = 0, 2, 1: slope 1/2, residuals -1/2, 1, -1/2, HC1 = 3 * (1/4 + 1/4) / 4 = 3/8.
  @Test func association() throws {
    let found = try #require(AllianceAssociation(of: [0, nil, 2, 1], on: [0, 5, 1, 2]))
    #expect(found.slope == 0.5 && found.count == 3)
    #expect(abs(found.standardError - 0.375.squareRoot()) < 1e-15)
    #expect(abs(found.correlation - 0.5) < 1e-15)
    // t with one degree of freedom is Cauchy: its 0.975 and 0.8 quantiles are 12.7062047 and 1.3763819.
    let least = try #require(found.minimumDetectable(level: 0.95, power: 0.8))
    #expect(abs(least - (12.7062047362 + 1.3763819205) * found.standardError) < 1e-8)
    #expect(AllianceAssociation(of: [1, 2, 3], on: [1, 1, 1]) == nil)
    #expect(AllianceAssociation(of: [1, nil, 3], on: [1, 2, 3]) == nil)
  }
}
