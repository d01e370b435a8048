import ESSIndicators
import Testing

/// The gap to a synthetic control: Proposition 99, sales of cigarettes in 39 states with California hit after 1988.
@Suite(.enabled(if: RecoveryReference.has("prop99_smoking.csv"), "needs shared/reference"))
struct SyntheticGapTests {
  private static func panel() throws -> Panel {
    var columns = PanelColumns()
    (columns.territory, columns.period) = ("state", "year")
    return try Panel(RecoveryReference.table("prop99_smoking.csv"), columns: columns)
  }

  private static func gap(
    _ scale: Counterfactual.SyntheticScale, confidence: Double,
    donors: RecessionGaps.Donors = .others
  ) throws -> RecessionGap {
    let reference = try #require(Period("1988"))
    let from = try #require(Period("1970"))
    var options = RecessionGaps.Options(
      variable: "cigsale", reference: reference,
      choice: .synthetic(donors, from: from, scale: scale))
    options.confidence = confidence
    let tree = try TerritoryTree([], groupMembers: [])
    let gaps = try RecessionGaps(try panel(), tree, options)
    return try #require(gaps.rows.first { $0.territory == "California" }?.gap)
  }

  private static func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= tolerance * abs(expected)
  }

  // In levels: the mean gap -19.5136297640, mean squared gap 2.7436616455 before and weights of the recovery study's outcome-only control; the gaps of 1989, 1994 and 2000 and the reach
  // of the placebos (the 38th of 38 at 95 %, the 36th at 90 %) from SciPy's nnls with the sum of the weights as a heavy row, polished on its support.
  @Test func levels() throws {
    let gap = try Self.gap(.level, confidence: 0.95)
    let distances = gap.gaps.map { $0.actual - $0.expected }
    #expect(Self.isNear(distances.reduce(0, +) / 12, -19.5136297640, 1e-9))
    for (year, value) in [(0, -8.44047634), (5, -22.0490993), (11, -26.59664317)] {
      #expect(Self.isNear(distances[year], value, 1e-8))
    }
    let note = gap.counterfactual.note
    for words in [
      "Utah 0.394", "Montana 0.232", "Nevada 0.205", "Connecticut 0.109", "New Hampshire 0.045",
      "Colorado 0.015", "error before the shock 1.6564",
    ] {
      #expect(note.contains(words), "\(note)")
    }
    for (confidence, reaches) in [
      (0.95, [10.25783004, 35.81310924, 52.70106623]),
      (0.9, [6.15318612, 13.12899915, 24.0084077]),
    ] {
      for (year, reach) in zip([0, 5, 11], reaches) {
        let range = try #require(gap.counterfactual.interval(year, confidence: confidence))
        #expect(Self.isNear((range.upperBound - range.lowerBound) / 2, reach, 1e-6))
      }
    }
    // 99 % would need 99 placebos.
    #expect(gap.counterfactual.interval(0, confidence: 0.99) == nil)
    #expect(Self.isNear(gap.gaps[0].interval?.lowerBound, -18.49517244, 1e-6))
    #expect(Self.isNear(gap.gaps[0].interval?.upperBound, 2.2552668, 1e-6))
  }

  // As an index of 1988, by the same script: other donors, a smaller gap.
  @Test func index() throws {
    let gap = try Self.gap(.index, confidence: 0.9)
    let distances = gap.gaps.map { $0.actual - $0.expected }
    #expect(Self.isNear(distances.reduce(0, +) / 12, -18.93186738, 1e-7))
    for (year, percent) in [(0, -6.3155482), (5, -26.210591), (11, -40.14731964)] {
      #expect(Self.isNear(gap.gaps[year].percent, percent, 1e-7))
    }
    #expect(Self.isNear(gap.gaps[11].interval?.lowerBound, -56.66332221, 1e-6))
    #expect(Self.isNear(gap.gaps[11].interval?.upperBound, -3.29041676, 1e-6))
    #expect(gap.counterfactual.name.contains("donors=others,n=38,fit=1970/1988,scale=index"))
    // Two named donors: one placebo each, too few for any interval.
    let two = try Self.gap(.level, confidence: 0.9, donors: .named("Utah+Nevada"))
    #expect(two.gaps[0].interval == nil)
  }
}
