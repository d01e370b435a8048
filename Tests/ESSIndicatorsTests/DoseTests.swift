import Testing

@testable import ESSIndicators

/// Dose, randomisation and power on cases that can be counted by hand.
@Suite struct DoseTests {
  /// Changes from 2001 to 2002, and doses, by unit.
  private func study(
    _ changes: [Double], _ doses: [Double], draws: Int = 9999
  ) throws -> DoseResponse {
    var text = "unit,year,y\n"
    for (unit, change) in changes.enumerated() {
      text += "u\(unit),2001,\(unit)\nu\(unit),2002,\(Double(unit) + change)\n"
    }
    return try DoseResponse(
      RecoverySample.sample(text, ["y"]), dose: doses,
      .init(
        outcome: "y", post: "2002", covariance: .cluster(["unit"], .cr1, .standard), draws: draws))
  }

  // Of the 24 orders of (0, 0, 0, 1) the 6 that leave the dose where the change is are as far from zero.
  @Test func everyReassignment() throws {
    let result = try study([0, 0.1, -0.1, 2], [0, 0, 0, 1])
    #expect(abs(result.effect.estimate - 2) <= 1e-12)
    #expect(result.randomisation?.isExact == true)
    #expect(result.randomisation?.permutations == 24)
    #expect(result.randomisation?.pValue == 0.25)
    #expect(result.notes.contains { $0.contains("rests on one unit") })
    #expect(result.terciles.isEmpty)
  }

  // Random orders come near the exact share, from the seed alone.
  @Test func randomReassignments() throws {
    let result = try study([0, 0.1, -0.1, 2, 0.05, 0.2], [0, 0, 0, 1, 0, 0], draws: 500)
    #expect(result.randomisation?.isExact == false)
    #expect(abs((result.randomisation?.pValue ?? 1) - 1.0 / 6) < 0.06)
    let again = try study([0, 0.1, -0.1, 2, 0.05, 0.2], [0, 0, 0, 1, 0, 0], draws: 500)
    #expect(again.randomisation == result.randomisation)
  }

  // Two periods: the coefficient is the slope of the changes on the doses.
  @Test func terciles() throws {
    let result = try study([1, 2, 3, 5, 6, 8], [1, 2, 3, 4, 5, 6], draws: 0)
    #expect(abs(result.effect.estimate - 48.5 / 35 * 1) <= 0.02)
    #expect(result.terciles.map(\.units.count) == [2, 2, 2])
    #expect(abs(result.terciles[2].change - 7) <= 1e-12)
    #expect(abs((result.terciles[2].contrast?.estimate ?? .nan) - 5.5) <= 1e-12)
    #expect(result.randomisation == nil)
  }

  @Test func dosesThatIdentifyNothing() {
    #expect(throws: DataError.self) { try study([0, 1, 2], [3, 3, 3]) }
    #expect(throws: DataError.self) { try study([0, 1, 2], [.nan, .nan, .nan]) }
  }

  // Recovery study, section 3.11: t(0.975) + t(0.80).
  @Test(
    arguments: [
      (8.0 as Double?, 3.194893652971), (20, 2.945927886998), (48, 2.859808577611),
      (nil, 2.801585218113),
    ])
  func multipliers(_ degrees: Double?, _ expected: Double) throws {
    let effect = try MinimumDetectableEffect(standardError: 2, degreesOfFreedom: degrees)
    #expect(abs(effect.multiplier - expected) <= 1e-11)
    #expect(abs(effect.effect - 2 * expected) <= 1e-11)
    #expect(abs(effect.power(of: effect.effect) - 0.8) <= 1e-10)
  }

  @Test func powerOutsideItsDomain() {
    #expect(throws: DataError.self) { try MinimumDetectableEffect(standardError: 0) }
    #expect(throws: DataError.self) {
      try MinimumDetectableEffect(standardError: 1, degreesOfFreedom: 0)
    }
    #expect(throws: DataError.self) { try MinimumDetectableEffect(standardError: 1, power: 0.4) }
  }

  // Effects -10 to -1 and 1 to 10: at 10 % one placebo of 21 ranks may be as large, so that 10 has to be exceeded; 16 of 20 do so if
  // shifted by 16.
  @Test func powerByPlacebos() {
    let effects = (1...10).flatMap { [Double($0), -Double($0)] }
    let placebos = effects.map { PlaceboPower.Placebo(unit: "u", effect: $0) }
    let power = PlaceboPower(placebos: placebos, significance: 0.1, power: 0.8)
    #expect(power.critical == 10)
    #expect(power.effect == 16)
    // With 20 placebos nothing is significant at 4 %.
    let strict = PlaceboPower(placebos: placebos, significance: 0.04, power: 0.8)
    #expect(strict.effect == nil && strict.critical == nil)
    #expect(abs(strict.smallestPValue - 1.0 / 21) <= 1e-15)
  }
}
