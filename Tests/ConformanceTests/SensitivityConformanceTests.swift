import ESSIndicators
import Testing

/// Section 3.14 of the territories study: variance decomposition against the analytic answer.
@Suite struct SensitivityConformanceTests {
  private static func ishigami(_ point: [Double]) -> [Double] {
    let x = point.map { (2 * $0 - 1) * Double.pi }
    let sine = SpecialFunctions.sine(x[1])
    return [
      SpecialFunctions.sine(x[0]) + 7 * sine * sine
        + 0.1 * x[2] * x[2] * x[2] * x[2] * SpecialFunctions.sine(x[0]),
      3,
    ]
  }

  // Ishigami and Homma (1990) with a = 7 and b = 0.1: analytic indices; SALib is within the same 0.01 at this base.
  @Test(arguments: SobolIndices.Estimator.allCases) func ishigami(
    _ estimator: SobolIndices.Estimator
  ) throws {
    var plan = SobolIndices.Plan(factors: 3, base: 1 << 14, seed: 3)
    plan.estimator = estimator
    plan.replicates = 40
    let found = SobolIndices(plan, outputs: 2, model: Self.ishigami)
    #expect(plan.runs == 5 << 14)
    let first = [0.3139051911, 0.4424111448, 0]
    let total = [0.5575888552, 0.4424111448, 0.2436836641]
    let output = found.outputs[0]
    #expect(abs(output.variance - 13.8445879407) < 0.1)
    #expect(abs(output.mean - 3.5) < 0.01)
    for factor in 0..<3 {
      let effect = output.effects[factor]
      #expect(abs(effect.first - first[factor]) < 0.01)
      #expect(abs(effect.total - total[factor]) < 0.01)
      // The interval is of this size, and holds the estimate.
      #expect(effect.firstRange.contains(effect.first) && effect.totalRange.contains(effect.total))
      #expect(effect.totalRange.upperBound - effect.totalRange.lowerBound < 0.06)
    }
    // An output that does not vary has no indices.
    #expect(found.outputs[1].variance == 0 && found.outputs[1].effects.isEmpty)
  }

  // Independent points need more of them; the 95 percent intervals should hold the analytic values in most of 30 seeds.
  @Test func coverageOfIntervals() {
    var held = 0
    for seed in 1...30 as ClosedRange<UInt64> {
      var plan = SobolIndices.Plan(factors: 3, base: 512, seed: seed)
      plan.sampling = .uniform
      plan.replicates = 100
      let effects = SobolIndices(plan, outputs: 2, model: Self.ishigami).outputs[0].effects
      for (effect, total) in zip(effects, [0.5575888552, 0.4424111448, 0.2436836641])
      where effect.totalRange.contains(total) { held += 1 }
    }
    // 90 intervals: 95 percent is 85.5; below 76 would be a chance of one in ten thousand.
    #expect(held >= 76)
  }
}
