public import ESSNumerics

/// What is uncertain about a score: its weights, its data, and the choices of its recipe.
///
/// Alternatives stand beside the recipe's own choice, which is always one of them; each is as likely as the others.
public struct StressSpace: Sendable {
  /// Errors of the data.
  public enum Noise: Sendable {
    /// None.
    case none
    /// Normal, with a share of each indicator's standard deviation over units.
    case relative(Double)
    /// Normal, with the standard error of each cell in the units of the data, units x indicators of the input; NaN or 0 for a cell
    /// without error.
    ///
    /// Errors follow denomination and transformation: the latter takes the error to half the distance between what it makes of the value
    /// plus and less one error.
    case standardErrors(Matrix)
  }

  /// How weights are drawn.
  public var weights = WeightPerturbation.none
  /// Errors of the data.
  public var noise = Noise.none
  /// Whether each replication leaves out one indicator at random, or none, all cases equally likely (OECD and JRC 2008, section 7.2).
  public var dropsIndicator = false
  /// Other imputations.
  public var imputations: [Imputation] = []
  /// Other treatments of outliers.
  public var treatments: [OutlierTreatment] = []
  /// Other scales.
  public var normalisations: [Normalisation] = []
  /// Other aggregations, level by level as in `Recipe.aggregate`.
  public var aggregations: [[Aggregation]] = []

  /// A space without uncertainty.
  public init() {}

  /// The parts of a recipe that `addAlternatives` has usual alternatives for.
  public enum Choice: String, Sendable, CaseIterable {
    case impute
    case treat
    case normalise
    case aggregate
  }

  /// Adds the usual alternatives to some choices of a recipe.
  ///
  /// Imputation by mean and median; no treatment, and winsorising then logarithm; min-max from 1 to 100, z-scores around 100 with deviation
  /// 10, percentiles; arithmetic and geometric means. What the recipe has already is not added again. Scales stay above 0, so that
  /// geometric means are defined; see `liftingZero` for the recipe's own.
  public mutating func addAlternatives(to recipe: Recipe, _ choices: [Choice]) {
    for choice in choices {
      switch choice {
      case .impute: imputations += [.mean, .median]
      case .treat: treatments += [.none, .rule(.init())]
      case .normalise:
        normalisations += [
          .minMax(1...100), .zScore(mean: 100, deviation: 10, estimator: .sample),
          .percentile(.count, ties: .average),
        ]
      case .aggregate: aggregations += [[.arithmetic], [.geometric]]
      }
    }
  }

  /// The recipe with its scale lifted off 0 where another aggregation needs it: min-max or goalposts onto 0 to 100 become 1 to 100.
  ///
  /// Arithmetic means rank units the same on both. A recipe that is not all arithmetic keeps its scale.
  public func liftingZero(of recipe: Recipe) -> Recipe {
    guard aggregations.contains(where: { $0.contains { $0 != .arithmetic } }),
      recipe.aggregate.allSatisfy({ $0 == .arithmetic })
    else { return recipe }
    var lifted = recipe
    func above(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      let width = range.upperBound - range.lowerBound
      return (range.lowerBound + width / 100)...range.upperBound
    }
    switch recipe.normalise {
    case .minMax(let range) where range.lowerBound == 0: lifted.normalise = .minMax(above(range))
    case .goalposts(let range, let cap) where range.lowerBound == 0:
      lifted.normalise = .goalposts(above(range), cap: cap)
    default: break
    }
    return lifted
  }
}
