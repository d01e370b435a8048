import ESSNumerics
import Testing

@Suite struct DistributionTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let distribution: any Distribution
    let x: Double
    let cumulative: Double
    let complement: Double

    var testDescription: String { "\(name) at \(x)" }
  }

  // Computed with mpmath 1.3 at 40 digits from the definitions: incomplete beta and gamma functions, finite and infinite sums,
  // and for the noncentral t quadrature over the chi variable.
  private static let cases: [Case] = [
    row("t 1", StudentT(degreesOfFreedom: 1), 0.5, 0.64758361765043327, 0.35241638234956673),
    row("t 5", StudentT(degreesOfFreedom: 5), 2, 0.94903026058507082, 0.050969739414929178),
    row("t 30", StudentT(degreesOfFreedom: 30), 2.5, 0.99094217546596665, 0.0090578245340333471),
    row("t 4", StudentT(degreesOfFreedom: 4), 10, 0.999718998188642, 0.00028100181135799558),
    row("t 3", StudentT(degreesOfFreedom: 3), 40, 0.99998280965960542, 1.7190340394579264e-5),
    row("normal", Normal(), -8, 6.2209605742717841e-16, 0.99999999999999938),
    row("normal", Normal(), -1.96, 0.024997895148220436, 0.97500210485177956),
    row("normal", Normal(), 0.3, 0.61791142218895263, 0.38208857781104737),
    row("normal", Normal(), 5, 0.99999971334842812, 2.8665157187919391e-7),
    row("normal", Normal(), 20, 1, 2.7536241186062337e-89),
    row("chi2 1", ChiSquared(degreesOfFreedom: 1), 0.1, 0.24817036595415072, 0.75182963404584928),
    row("chi2 3", ChiSquared(degreesOfFreedom: 3), 7.8, 0.94966890214014665, 0.050331097859853355),
    row(
      "chi2 20", ChiSquared(degreesOfFreedom: 20), 60, 0.99999287824913718, 7.1217508628155771e-6),
    row("chi2 5", ChiSquared(degreesOfFreedom: 5), 200, 1, 2.8406228986415317e-41),
    row("F", FisherF(numerator: 2, denominator: 7), 0.5, 0.37334546696120025, 0.62665453303879975),
    row(
      "F", FisherF(numerator: 2, denominator: 10), 4.1, 0.94992245151891614, 0.050077548481083857),
    row("F", FisherF(numerator: 5, denominator: 3), 30, 0.99084162288798174, 0.0091583771120182624),
    row("beta", BetaDistribution(a: 0.5, b: 0.5), 0.2, 0.29516723530086656, 0.70483276469913344),
    row("beta", BetaDistribution(a: 3, b: 1.5), 0.7, 0.51218459722196135, 0.48781540277803865),
    row("beta", BetaDistribution(a: 20, b: 4), 0.01, 1.7208814600000007e-37, 1),
    row(
      "gamma", GammaDistribution(shape: 1.5, scale: 2), 7.8, 0.94966890214014665,
      0.050331097859853355),
    row(
      "binomial", Binomial(trials: 10, probability: 0.3), 3, 0.64961071840000003,
      0.35038928159999997),
    row(
      "binomial", Binomial(trials: 50, probability: 0.01), 0, 0.60500606713753664,
      0.39499393286246336),
    row(
      "binomial", Binomial(trials: 60, probability: 0.5), 40, 0.99689119867033666,
      0.0031088013296633353),
    row("Poisson", Poisson(mean: 3.5), 2, 0.32084719886213407, 0.67915280113786593),
    row("Poisson", Poisson(mean: 12.25), 30, 0.99999496442104742, 5.0355789525833479e-6),
    row(
      "noncentral t", NoncentralT(degreesOfFreedom: 10, noncentrality: 1.5), 2.5,
      0.79393910903618349, 0.20606089096381651),
    row(
      "noncentral t", NoncentralT(degreesOfFreedom: 4, noncentrality: 3), 1, 0.025991202494689231,
      0.97400879750531077),
    row(
      "noncentral chi2", NoncentralChiSquared(degreesOfFreedom: 4, noncentrality: 3.5), 9,
      0.68697744845515453, 0.31302255154484547),
    row(
      "noncentral F", NoncentralF(numerator: 2, denominator: 10, noncentrality: 3), 4.1,
      0.752100569508945922, 0.247899430491054078),
    // With no noncentrality the central distribution.
    row(
      "noncentral F", NoncentralF(numerator: 2, denominator: 10, noncentrality: 0), 4.1,
      0.94992245151891614, 0.050077548481083857),
  ]

  private static func row(
    _ name: String, _ distribution: any Distribution, _ x: Double, _ cumulative: Double,
    _ complement: Double
  ) -> Case {
    Case(
      name: name, distribution: distribution, x: x, cumulative: cumulative, complement: complement)
  }

  private func isNear(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    abs(value - expected) <= tolerance * abs(expected)
  }

  @Test(arguments: cases) private func probabilities(_ row: Case) {
    #expect(isNear(row.distribution.cumulative(row.x), row.cumulative, 2e-13))
    #expect(isNear(row.distribution.complement(row.x), row.complement, 2e-13))
    // The quantile of a probability that has not lost its digits is where it came from.
    if row.cumulative < 0.99, row.cumulative > 1e-3 {
      #expect(isNear(row.distribution.quantile(row.cumulative * (1 - 1e-13)), row.x, 1e-10))
    }
  }

  // NIST/SEMATECH e-Handbook of Statistical Methods, tables 1.3.6.7.2 to 1.3.6.7.4: critical values to three decimals.
  @Test func handbookTables() {
    #expect(abs(StudentT(degreesOfFreedom: 10).quantile(0.975) - 2.228) < 5e-4)
    #expect(abs(ChiSquared(degreesOfFreedom: 10).quantile(0.95) - 18.307) < 5e-4)
    #expect(abs(FisherF(numerator: 3, denominator: 10).quantile(0.95) - 3.708) < 5e-4)
    #expect(abs(Normal().quantile(0.975) - 1.959963984540054) < 1e-14)
  }

  @Test func hypergeometric() throws {
    let first = try #require(Hypergeometric(marked: 10, drawn: 12, total: 40))
    #expect(isNear(first.cumulative(3), 0.66256434203103533, 1e-13))
    #expect(isNear(first.complement(3), 0.33743565796896467, 1e-13))
    let second = try #require(Hypergeometric(marked: 9, drawn: 30, total: 100))
    #expect(isNear(second.complement(8), 7.5212442231391298e-6, 1e-12))
    #expect(second.complement(9) == 0 && second.cumulative(-1) == 0 && second.density(10) == 0)
    #expect(Hypergeometric(marked: 5, drawn: 2, total: 4) == nil)
  }

  @Test func outsideTheDomain() {
    #expect(StudentT(degreesOfFreedom: 0).cumulative(1).isNaN)
    #expect(Normal().quantile(1.5).isNaN)
    #expect(Normal().cumulative(.nan).isNaN)
    #expect(FisherF(numerator: 1, denominator: -1).quantile(0.5).isNaN)
    #expect(StudentT(degreesOfFreedom: 3).quantile(1) == .infinity)
  }
}
