public import ESSData

/// Which recorded relations count.
public struct AllianceSelection: Sendable, Equatable {
  /// Which alliances count.
  public enum Scope: String, Sendable, CaseIterable {
    /// Alliances of the Social and Solidarity Economy proper.
    case core
    /// Every alliance.
    case all
  }

  /// Themes outside the core: alliances with other sectors.
  public static let themesOutsideCore: Set<String> = [
    "farmers", "labour", "local_government", "habitat", "civil_society", "development_cooperation",
  ]

  /// Which alliances count.
  public var scope: Scope
  /// Whether seats whose organisation the source does not name are left out.
  public var namedOnly: Bool
  /// Tiers of relations that count.
  public var tiers: [String]
  /// Only relations that hold in this year; `nil` for all recorded ones.
  public var year: Int?

  /// A selection; tiers A and B by default, since tier C is no membership.
  public init(
    scope: Scope = .core, namedOnly: Bool = false, tiers: [String] = ["A", "B"], year: Int? = nil
  ) {
    self.scope = scope
    self.namedOnly = namedOnly
    self.tiers = tiers
    self.year = year
  }

  /// `core`, `core-named`, `all` or `all-named`: the first part of components.
  public var name: String { scope.rawValue + (namedOnly ? "-named" : "") }

  /// Whether an alliance counts.
  public func includes(_ alliance: AllianceNetwork.Alliance) -> Bool {
    scope == .all || !Self.themesOutsideCore.contains(alliance.theme)
  }

  /// The relations that count.
  public func memberships(of network: AllianceNetwork) -> [AllianceNetwork.Membership] {
    network.memberships.filter { membership in
      tiers.contains(membership.tier) && includes(network.alliances[membership.alliance])
        && !(namedOnly && network.organisations[membership.organisation].isGeneric)
        && (year.map(membership.isActive(in:)) ?? true)
    }
  }
}
