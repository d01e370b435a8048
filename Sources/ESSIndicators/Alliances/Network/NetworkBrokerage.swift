public import ESSData
public import ESSNumerics

/// Who stands between others: structural holes, brokerage roles between groups, and what each alliance alone joins.
public struct NetworkBrokerage: Sendable {
  /// The network.
  public let network: ActorNetwork
  /// Burt's measures.
  public let holes: StructuralHoles
  /// The attribute by which nodes are grouped, if roles are asked for.
  public let attribute: String?
  /// Gould and Fernandez's counts.
  public let roles: BrokerageRoles?
  /// What each alliance alone joins, for a network of memberships.
  public let bridging: (alliances: [AllianceNetwork.Alliance], counts: Bridging)?
  /// Burt's measures of each node and the bridging shares beside those of random memberships; of a table of ties there is none.
  public let null: NullModel?

  /// More groups make the standard deviations of roles too costly.
  public static let mostGroups = 40

  /// Measures a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - attribute: The attribute that groups nodes for roles; `nil` for no roles.
  ///   - draws: Random memberships with the same margins.
  ///   - seed: Their seed.
  /// - Throws: `DataError` for an unknown attribute or too many groups.
  public init(
    _ network: ActorNetwork, by attribute: String?, draws: Int = 0, seed: UInt64 = 1
  ) throws(DataError) {
    self.network = network
    self.attribute = attribute
    holes = StructuralHoles(network.graph)
    if let attribute {
      let groups = try network.groups(by: attribute)
      guard groups.labels.count <= Self.mostGroups else {
        throw .notIdentified(
          "'\(attribute)' has \(groups.labels.count) groups; roles can be told for at most "
            + "\(Self.mostGroups)")
      }
      roles = BrokerageRoles(network.graph, groups: groups.numbers)
    } else {
      roles = nil
    }
    let alliances = network.origin.map { origin in
      origin.incidence.alliances.map { origin.incidence.network.alliances[$0] }
    }
    bridging = network.origin.flatMap { origin in
      alliances.map { ($0, Bridging(origin.incidence.graph)) }
    }
    null = network.origin.map { origin in
      let nodes = Self.measures.flatMap { indicator in
        network.ids.map { (indicator: indicator, component: $0) }
      }
      let shares = (alliances ?? []).map { (indicator: "network.bridging", component: $0.id) }
      return NullModel(origin.incidence.graph, nodes + shares, draws: draws, seed: seed) { draw in
        let bridging = Bridging(draw)
        return Self.values(StructuralHoles(origin.graph(of: draw))).flatMap(\.self)
          + (0..<draw.columns).map(bridging.share)
      }
    }
  }

  private static let measures = [
    "network.constraint", "network.effective_size", "network.efficiency", "network.hierarchy",
  ]

  private static func values(_ holes: StructuralHoles) -> [[Double?]] {
    [holes.constraint, holes.effectiveSize, holes.efficiency, holes.hierarchy]
  }

  /// Names of the roles as results give them, their sum last.
  public static let roleNames = BrokerageRoles.Role.allCases.map { "\($0)" } + ["total"]

  /// Every measure of every node, the roles of the whole, and the bridging shares.
  public var observations: [Observation] {
    var rows = NetworkRows(method: "brokerage(\(network.conventions))")
    for (indicator, values) in zip(Self.measures, Self.values(holes)) {
      for (node, value) in values.enumerated() {
        rows.add(indicator, network.ids[node], value, note: value == nil ? "no ties" : "")
      }
    }
    if let roles, let attribute {
      let groups = "groups=\(attribute)"
      for (node, counts) in roles.nodes.enumerated() {
        add(counts, network.ids[node] + "/", groups, &rows)
      }
      add(roles.network, "", groups, &rows)
    }
    if let bridging {
      for (column, alliance) in bridging.alliances.enumerated() {
        let value = bridging.counts.share(column)
        rows.add(
          "network.bridging", alliance.id, value, count: bridging.counts.pairs[column],
          note: value == nil ? "fewer than two members" : "")
      }
    }
    if let null { rows.add(null) }
    return rows.rows
  }

  private func add(
    _ counts: [BrokerageRoles.Count], _ prefix: String, _ groups: String, _ rows: inout NetworkRows
  ) {
    for (name, count) in zip(Self.roleNames, counts) {
      rows.add("network.brokerage", prefix + name, Double(count.value), method: groups)
      rows.add("network.brokerage_expected", prefix + name, count.expected, method: groups)
      rows.add(
        "network.brokerage_z", prefix + name, count.z, method: groups,
        note: count.z == nil ? "the count cannot vary with these groups" : "")
    }
  }
}
