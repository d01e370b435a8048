import ESSNumerics
import Foundation
import Testing

@Suite struct QuadratureTests {
  // Integrals with closed forms: polynomials are exact, the others to near machine precision.
  @Test func integralsWithClosedForms() {
    let cases: [(range: ClosedRange<Double>, exact: Double, function: (Double) -> Double)] = [
      (0...1, 1.0 / 15, { pow($0, 14) }),
      (0...(.pi), 2, { sin($0) }),
      (0...1, .pi / 4, { 1 / (1 + $0 * $0) }),
      (0...1, -1, { log($0) }),
      (0...1, 2.0 / 3, { $0.squareRoot() }),
      (-1...3, 5, { abs($0) }),
      (0...10, (1 - exp(-1000)) / 100, { exp(-100 * $0) }),
    ]
    for item in cases {
      let integral = Quadrature.integrate(over: item.range, item.function)
      #expect(integral.isConverged)
      #expect(abs(integral.value - item.exact) <= 2e-13 * max(1, abs(item.exact)))
      #expect(abs(integral.value - item.exact) <= max(integral.error, 1e-16))
    }
  }

  @Test func whatCannotBeIntegratedSaysSo() {
    #expect(!Quadrature.integrate(over: 0...1) { 1 / $0 }.isConverged)
    #expect(Quadrature.integrate(over: 0...1) { _ in .nan }.value.isNaN)
    #expect(Quadrature.integrate(over: 2...2) { _ in 1 }.value == 0)
  }

  @Test func rootsToTheLastBit() throws {
    let cases: [(bracket: ClosedRange<Double>, root: Double, function: (Double) -> Double)] = [
      (0...2, 2.0.squareRoot(), { $0 * $0 - 2 }),
      (0...1, 0.7390851332151607, { cos($0) - $0 }),
      (-3...100, 1e-9, { pow($0 - 1e-9, 3) }),
      (0...1, 0, { $0 }), (0...1, 1, { $0 - 1 }),
      (0...1, 0.25, { 1 / $0 - 4 }),
    ]
    for item in cases {
      let root = try #require(RootFinding.root(in: item.bracket, item.function))
      #expect(abs(root - item.root) <= 2 * max(item.root.ulp, 1e-22))
    }
    #expect(RootFinding.root(in: 0...1) { $0 + 1 } == nil)
    #expect(RootFinding.root(in: 0...1) { _ in .nan } == nil)
  }
}
