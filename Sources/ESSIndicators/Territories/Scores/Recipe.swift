internal import ESSData

/// Every choice that turns a table of indicators into scores: the same recipe and table give the same scores.
///
/// Steps run in the order of the properties, but screening by reported values comes before imputation. Choices of groups are lists: the first is for
/// groups of indicators (level 2), the next for the groups of those, the last for all levels above.
public struct Recipe: Sendable, Equatable {
  /// The framework that the recipe is for, if it carries one.
  public var indicators: [IndicatorMetadata]?
  /// Whether indicators are divided by their denominators.
  public var denominate = true
  /// What missing values are filled with.
  public var impute = Imputation.none
  /// Which units are scored.
  public var screen = Screening()
  /// What is done about outliers.
  public var treat = OutlierTreatment.none
  /// How indicators are brought to one scale.
  public var normalise = Normalisation.minMax(0...100)
  /// How much parts count, level by level.
  public var weights = [Weighting.given]
  /// How parts make a score, level by level.
  public var aggregate = [Aggregation.arithmetic]
  /// The least share of a group's weights that must have a value for the group to have a score.
  public var known = 0.5
  /// How equal scores are ranked.
  public var ties = TieRule.minimum

  /// The recipe of defaults: the metadata's weights, min-max from 0 to 100, arithmetic means, nothing imputed or treated.
  public init() {}

  /// The weighting of groups of a level, which is at least 2.
  public func weighting(level: Int) -> Weighting {
    weights[min(level - 2, weights.count - 1)]
  }

  /// The aggregation of groups of a level, which is at least 2.
  public func aggregation(level: Int) -> Aggregation {
    aggregate[min(level - 2, aggregate.count - 1)]
  }

  /// Refuses lists that say nothing or more than there are levels.
  func check(_ framework: IndicatorFramework) throws(DataError) {
    for (name, count) in [("weights", weights.count), ("aggregate", aggregate.count)] {
      guard count > 0 else { throw .notIdentified("the recipe has no \(name)") }
      guard count < framework.height else {
        throw .notIdentified(
          "\(name): \(count) levels of groups are given, and the framework has \(framework.height - 1)"
        )
      }
    }
    for level in 2...framework.height {
      guard case .benefitOfTheDoubt = weighting(level: level) else { continue }
      guard aggregation(level: level) == .arithmetic else {
        throw .notIdentified(
          "weights=benefit-of-the-doubt goes with aggregate=arithmetic, not with \(aggregation(level: level).text.name)"
        )
      }
    }
    guard (0...1).contains(known) else {
      throw .notIdentified("known: \(NumberText.shortest(known)) is not between 0 and 1")
    }
  }

  /// The choices as `key=value` in the order of the steps, as the column `method` has them.
  public var method: String {
    let steps: [(String, String)] = [
      ("denominate", denominate ? "yes" : "no"), ("impute", impute.description),
      ("screen", screen.description), ("treat", treat.description),
      ("normalise", normalise.description),
      ("weights", weights.map(\.description).joined(separator: ";")),
      ("aggregate", aggregate.map(\.description).joined(separator: ";")),
      ("known", NumberText.shortest(known)), ("ties", ties.rawValue),
    ]
    return "score(\(steps.map { "\($0.0)=\($0.1)" }.joined(separator: ",")))"
  }
}
