public import ESSData
internal import ESSNumerics

/// Which organisations carry federated reach: the Shapley value of the mean number of alliances that territories reach, directly or
/// through alliances that belong to alliances.
///
/// Exact up to 20 organisations that bring anything, otherwise from random orders, with standard errors.
public struct FederatedContributions: Sendable {
  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// Positions of the organisations that bring a presence in the frame or an alliance's membership in another one.
  public let organisations: [Int]
  /// Their contributions, in the same order.
  public let shapley: ShapleyValue
  /// The seed of the random orders.
  public let seed: UInt64
  /// Confidence level of the intervals of sampled contributions.
  public let level: Double

  /// Territories times alliances, at most, for which the game is played.
  public static let largestState = 20_000_000

  /// Plays the game; throws where it is too large to be held.
  public init(
    _ view: AllianceView, orders: Int = 1000, seed: UInt64 = 1, level: Double = 0.95
  ) throws(DataError) {
    let size = view.frame.territories.count * view.network.alliances.count
    guard size <= Self.largestState else {
      throw .notIdentified(
        "\(view.frame.territories.count) territories times \(view.network.alliances.count) alliances "
          + "are more than federated contributions are computed for (\(Self.largestState))")
    }
    let (organisations, players) = view.federationPlayers()
    self.view = view
    self.organisations = organisations
    self.seed = seed
    self.level = level
    shapley = ShapleyValue(
      of: FederatedDepthGame(
        players, territories: view.frame.territories.count,
        alliances: view.network.alliances.count), orders: orders, seed: seed)
  }

  /// One row for each organisation, in table order.
  public var observations: [Observation] {
    let how =
      shapley.orders.map { "sampled,orders=\($0),seed=\(seed),level=\(NumberText.shortest(level))" }
      ?? "exact"
    let method = view.method("shapley", parts: [how])
    let z = Normal().quantile((1 + level) / 2)
    return organisations.indices.map { k in
      let organisation = view.network.organisations[organisations[k]]
      let value = shapley.values[k]
      let error = shapley.standardErrors?[k]
      return Observation(
        territory: view.frame.code, period: view.selection.year.map(String.init) ?? "",
        indicator: "alliances.shapley_federated_depth",
        component: "\(view.selection.name)/federated/organisation/\(organisation.id)",
        value: value, unit: "count", standardError: error,
        interval: error.map { (value - z * $0)...(value + z * $0) },
        count: view.frame.territories.count, method: method, note: organisation.name)
    }
  }
}
