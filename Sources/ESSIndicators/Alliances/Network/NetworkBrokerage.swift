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

  /// More groups make the standard deviations of roles too costly.
  public static let mostGroups = 40

  /// Measures a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - attribute: The attribute that groups nodes for roles; `nil` for no roles.
  ///   - incidence: The memberships behind the network, for bridging shares.
  /// - Throws: `DataError` for an unknown attribute or too many groups.
  public init(
    _ network: ActorNetwork, by attribute: String?, incidence: AllianceIncidence? = nil
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
    bridging = incidence.map { incidence in
      (
        incidence.alliances.map { incidence.network.alliances[$0] }, Bridging(incidence.graph)
      )
    }
  }

  /// Names of the roles as results give them, their sum last.
  public static let roleNames = BrokerageRoles.Role.allCases.map { "\($0)" } + ["total"]

  /// Every measure of every node, the roles of the whole, and the bridging shares.
  public var observations: [Observation] {
    var rows = NetworkRows(method: "brokerage(\(network.conventions))")
    let measures: [(String, [Double?])] = [
      ("network.constraint", holes.constraint), ("network.effective_size", holes.effectiveSize),
      ("network.efficiency", holes.efficiency), ("network.hierarchy", holes.hierarchy),
    ]
    for (indicator, values) in measures {
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
