public import ESSNumerics

/// How the number of poor people changed between two periods, and what moved it.
///
/// The parts are Shapley values (Shorrocks 2013, equation 5) of the factors of N = P (s1 h1 + s2 h2 + ...): headcount
/// ratios h, group population P, shares s. They add up to the change exactly.
public struct PovertyChange: Sendable, Equatable {
  /// A factor that moves the number of poor.
  public enum Part: String, Sendable, CaseIterable {
    /// Poverty within territories.
    case rate
    /// Growth of the population.
    case population
    /// People living in poorer or richer territories than before; for groups only.
    case mix
  }

  /// A quantity at the start and at the end.
  public struct Ends: Sendable, Equatable {
    /// At the start.
    public let start: Double
    /// At the end.
    public let end: Double

    /// The two values.
    public init(_ start: Double, _ end: Double) {
      self.start = start
      self.end = end
    }
  }

  /// Headcount ratios, as fractions.
  public let headcount: Ends
  /// Populations.
  public let population: Ends
  /// Number of poor at both ends, and its parts in the order of `parts`.
  public let number: AdditiveSplit
  /// The factors that `number` is split into.
  public let parts: [Part]

  /// The change of a single territory, split into rate and population.
  public init(headcount: Ends, population: Ends) {
    self.headcount = headcount
    self.population = population
    let (h0, h1) = (headcount.start, headcount.end)
    let (p0, p1) = (population.start, population.end)
    parts = [.rate, .population]
    number = AdditiveSplit(
      start: h0 * p0, end: h1 * p1,
      parts: [(h1 - h0) * (p0 + p1) / 2, (p1 - p0) * (h0 + h1) / 2])
  }

  /// The change of a group from sums over its members, split into rate, population and mix.
  ///
  /// `nil` without population.
  init?(_ sums: MemberSums) {
    let (p0, p1) = (sums.population0, sums.population1)
    guard p0 > 0, p1 > 0 else { return nil }
    headcount = Ends(sums.poor00 / p0, sums.poor11 / p1)
    population = Ends(p0, p1)
    parts = [.rate, .population, .mix]
    let rate =
      ((sums.poor01 - sums.poor00) * (2 + p1 / p0) + (sums.poor11 - sums.poor10) * (2 + p0 / p1))
      / 6
    let size =
      (p1 - p0)
      * ((2 * sums.poor00 + sums.poor01) / p0 + (sums.poor10 + 2 * sums.poor11) / p1) / 6
    let mix =
      ((sums.poor10 / p1 - sums.poor00 / p0) * (2 * p0 + p1)
        + (sums.poor11 / p1 - sums.poor01 / p0) * (p0 + 2 * p1)) / 6
    number = AdditiveSplit(start: sums.poor00, end: sums.poor11, parts: [rate, size, mix])
  }

  /// Change of the headcount ratio, as a fraction.
  public var headcountChange: Double { headcount.end - headcount.start }
}

/// What the split of a group needs: sums over its members, `poorab` with population at a and headcount ratio at b.
struct MemberSums {
  var population0 = 0.0
  var population1 = 0.0
  var poor00 = 0.0
  var poor01 = 0.0
  var poor10 = 0.0
  var poor11 = 0.0
}
