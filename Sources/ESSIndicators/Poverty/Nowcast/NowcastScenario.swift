internal import ESSData

/// What is assumed of a year: growth, how much of it reaches households, and whether inequality changes.
public struct NowcastScenario: Sendable, Equatable {
  /// Where a growth figure comes from.
  public struct Provenance: Sendable, Equatable {
    /// Publication date of the figure, as precise as known; empty if it has none.
    public var vintage: String
    /// Key of its source, or a text that names it; empty if unknown.
    public var source: String

    /// A vintage and a source.
    public init(vintage: String = "", source: String = "") {
      self.vintage = vintage
      self.source = source
    }
  }

  /// Growth of output per head, as a fraction.
  public var growth: Double
  /// The share of growth that mean welfare follows.
  public var passThrough: Double
  /// Relative change of the Gini index, as a fraction; 0 leaves the Lorenz curve as it is.
  public var giniChange: Double
  /// Where the growth figure comes from.
  public var provenance: Provenance

  /// A scenario.
  public init(
    growth: Double, passThrough: Double, giniChange: Double = 0,
    provenance: Provenance = Provenance()
  ) {
    self.growth = growth
    self.passThrough = passThrough
    self.giniChange = giniChange
    self.provenance = provenance
  }

  /// Growth per head from growth of the total and of the population, all as fractions.
  public static func perHead(growth: Double, population: Double) -> Double {
    population == 0 ? growth : (1 + growth) / (1 + population) - 1
  }

  /// What mean welfare is multiplied by.
  public var meanFactor: Double { 1 + growth * passThrough }

  /// Welfare after the scenario of somebody with welfare y, where the mean was m: moved away from the mean by the change of the Gini
  /// index, then grown.
  ///
  /// Standard errors take the mean as known (`mean=fixed`).
  public func welfare(_ y: Double, mean: Double) -> Double {
    meanFactor * (mean + (1 + giniChange) * (y - mean))
  }

  /// Poverty after the scenario, from a Lorenz curve and its mean.
  public func poverty(
    of curve: any ParametricLorenz, mean: Double, line: Double
  ) -> LorenzPoverty {
    let shifted = giniChange == 0 ? curve : ShiftedLorenz(curve, giniChange: giniChange)
    return shifted.poverty(mean: mean * meanFactor, line: line)
  }

  /// The assumptions as they stand in `method`.
  var method: String {
    let gini =
      giniChange == 0
      ? "distribution=neutral" : "gini_change=\(NumberText.shortest(100 * giniChange))%"
    let vintage = provenance.vintage.isEmpty ? "" : ",growth_vintage=\(provenance.vintage)"
    // Percent to ten decimals, so that -0.053 is -5.3 and not its nearest double's product with 100.
    let percent = (1e12 * growth).rounded() / 1e10
    return "growth_per_head=\(NumberText.shortest(percent))%\(vintage),"
      + "pass_through=\(NumberText.shortest(passThrough)),\(gini)"
  }
}
