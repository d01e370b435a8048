/// Organisations, the alliances they belong to, and the alliances that belong to alliances.
public struct AllianceNetwork: Sendable {
  /// An organisation.
  public struct Organisation: Sendable {
    /// Its key.
    public let id: String
    /// Its name.
    public let name: String
    /// What kind of actor it is: `local_government`, `cooperative_federation`, ...
    public let actorType: String
    /// Whether it is part of the Social and Solidarity Economy.
    public let isSSE: Bool
    /// `local`, `regional` (within a country), `national`, `continental` or `international`.
    public let level: String
    /// The territory that it represents.
    public let territory: String
    /// A seat whose organisation the source does not name.
    public let isGeneric: Bool
    /// The alliance that this organisation is, if it is one.
    public let allianceAlias: String?

    /// An entry.
    public init(
      id: String, name: String, actorType: String, isSSE: Bool, level: String, territory: String,
      isGeneric: Bool, allianceAlias: String?
    ) {
      self.id = id
      self.name = name
      self.actorType = actorType
      self.isSSE = isSSE
      self.level = level
      self.territory = territory
      self.isGeneric = isGeneric
      self.allianceAlias = allianceAlias
    }
  }

  /// An alliance.
  public struct Alliance: Sendable {
    /// Its key.
    public let id: String
    /// Its name.
    public let name: String
    /// `local`, `regional` (within a country), `national`, `continental` or `international`.
    public let level: String
    /// What it is about.
    public let theme: String
    /// How many members it says it has, if it does.
    public let membersStated: Double?
    /// The source of the entry.
    public let source: String

    /// An entry.
    public init(
      id: String, name: String, level: String, theme: String, membersStated: Double?, source: String
    ) {
      self.id = id
      self.name = name
      self.level = level
      self.theme = theme
      self.membersStated = membersStated
      self.source = source
    }
  }

  /// A recorded relation of an organisation to an alliance.
  public struct Membership: Sendable {
    /// Position of the organisation.
    public let organisation: Int
    /// Position of the alliance.
    public let alliance: Int
    /// `member`, `observer`, `board_organisation`, ...
    public let relation: String
    /// `A` stated, `B` implied by a seat, `C` commitment or programme.
    public let tier: String
    /// First year, if known.
    public let since: Int?
    /// Last year, if it ended.
    public let until: Int?
    /// The year that the source describes.
    public let asOf: Int?
    /// The source of the relation.
    public let source: String
    /// How much the relation counts, 1 where the table does not say.
    public let weight: Double

    /// Whether the relation holds in a year: from since (or, where unknown, the year described) to until.
    public func isActive(in year: Int) -> Bool {
      if let start = since ?? asOf, start > year { return false }
      if let until, until < year { return false }
      return true
    }

    /// An entry.
    public init(
      organisation: Int, alliance: Int, relation: String, tier: String, since: Int?, until: Int?,
      asOf: Int?, source: String, weight: Double = 1
    ) {
      self.organisation = organisation
      self.alliance = alliance
      self.relation = relation
      self.tier = tier
      self.since = since
      self.until = until
      self.asOf = asOf
      self.source = source
      self.weight = weight
    }
  }

  /// Organisations in table order.
  public let organisations: [Organisation]
  /// Alliances in table order.
  public let alliances: [Alliance]
  /// Relations in table order; a pair of organisation and alliance occurs once.
  public let memberships: [Membership]
  /// The other columns of the table of organisations, by name: a text for each organisation.
  public let attributes: [String: [String]]

  /// A network from its parts; memberships refer to positions in the other two.
  public init(
    organisations: [Organisation], alliances: [Alliance], memberships: [Membership],
    attributes: [String: [String]] = [:]
  ) {
    self.organisations = organisations
    self.alliances = alliances
    self.memberships = memberships
    self.attributes = attributes
  }

  /// Tiers that occur, sorted.
  public var tiers: [String] {
    // A handful: a scan of those found is cheaper than hashing every one.
    var found: [String] = []
    for membership in memberships where !found.contains(membership.tier) {
      found.append(membership.tier)
    }
    return found.sorted()
  }
}
