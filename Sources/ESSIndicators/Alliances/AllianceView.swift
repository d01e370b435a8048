public import ESSData

/// What every measure of coverage starts from: a network, the relations that count, the frame and its weights.
public struct AllianceView: Sendable {
  /// All organisations, alliances and relations.
  public let network: AllianceNetwork
  /// Which relations count.
  public let selection: AllianceSelection
  /// The territories to be covered.
  public let frame: Frame
  /// What they weigh.
  public let weights: FrameWeights
  /// Groups with territories in the frame, the frame first.
  public let groups: [(code: String, members: [Int])]
  /// Where the alliances of the selection are present, by their members' territories.
  public let direct: AlliancePresence
  /// Where they are present also through the alliances that belong to them.
  public let federated: AlliancePresence
  /// Which of them belong to which.
  public let nesting: AllianceNesting

  let table: RelationTable
  let relations: SelectedRelations
  /// Number of relations that count.
  public var relationCount: Int { relations.rows.count }
  let places: FramePlaces
  /// Whether any alliance that counts has a level, without which measures by level say nothing.
  let hasAllianceLevels: Bool
  /// Whether any organisation that counts has a level.
  let hasOrganisationLevels: Bool

  /// A view; throws where the network does not know a tier of the selection.
  ///
  /// Cost: O(relations + organisations + alliances + territories).
  public init(
    _ network: AllianceNetwork, _ selection: AllianceSelection, frame: Frame,
    weights: FrameWeights, tree: TerritoryTree
  ) throws(DataError) {
    let table = RelationTable(network)
    for tier in selection.tiers where !table.tiers.contains(tier) {
      throw .unknownName(kind: "tier", name: tier, known: table.tiers.sorted())
    }
    self.network = network
    self.selection = selection
    self.frame = frame
    self.weights = weights
    self.table = table
    places = FramePlaces(network, frame)
    relations = table.selected(by: selection)
    direct = AlliancePresence(relations, places: places)
    nesting = AllianceNesting(relations)
    federated = direct.federated(by: nesting)
    (hasAllianceLevels, hasOrganisationLevels) = relations.hasLevels
    groups = Self.groups(tree, frame)
  }

  private static func groups(
    _ tree: TerritoryTree, _ frame: Frame
  ) -> [(code: String, members: [Int])] {
    let whole = (code: frame.code, members: Array(frame.territories.indices))
    guard !tree.groups.isEmpty else { return [whole] }
    let matrix = GroupMatrix(tree, territories: frame.territories)
    let others = matrix.groups.indices.filter { matrix.groups[$0] != frame.code }
    return [whole] + others.map { (matrix.groups[$0], matrix.members(ofGroup: $0)) }
  }

  /// The presence at a reach.
  public func presence(_ reach: AlliancePresence.Reach) -> AlliancePresence {
    reach == .direct ? direct : federated
  }

  /// The marks of the territories under the selection.
  public func marks(_ reach: AlliancePresence.Reach) -> CoverageMarks {
    CoverageMarks(presence(reach), selection, reach)
  }

  /// The weighted mean of a mark over each group; `nil` where a group's weights add up to zero or there are none.
  public func means(of mark: [Double], by weight: CoverageWeight) -> [Double?] {
    groups.map { weights.mean(of: mark, over: $0.members, by: weight) }
  }

  /// Whether both have levels, without which marks of all three levels are not known.
  var knowsLevels: Bool { hasAllianceLevels && hasOrganisationLevels }

  /// The conventions of a measure, as `name(frame=...,scope=...,...)`.
  func method(
    _ name: String, _ selection: AllianceSelection? = nil, weight: CoverageWeight = .plain,
    parts more: [String] = []
  ) -> String {
    let selection = selection ?? self.selection
    let parts =
      [
        "frame=\(frame.code)", "scope=\(selection.name)",
        "tiers=\(selection.tiers.joined(separator: "+"))",
      ] + [selection.year.map { "year=\($0)" }].compactMap { $0 }
      + [weights[weight].map { "weight=\($0.method)" }].compactMap { $0 } + more
    return "\(name)(\(parts.joined(separator: ",")))"
  }
}

extension AllianceView {
  /// The same view without the relations of a territory's organisations to an alliance.
  func hiding(territory: Int, alliance: Int) -> AllianceView {
    AllianceView(
      self, selection,
      SelectedRelations(
        table: table,
        rows: relations.rows.filter {
          table.alliance($0) != alliance
            || Int(places.territory[table.organisation($0)]) != territory
        }))
  }

  /// The same view of the alliances of another scope.
  public func withScope(_ scope: AllianceSelection.Scope) -> AllianceView {
    var selection = self.selection
    selection.scope = scope
    return selecting(selection)
  }

  /// The same view of other relations.
  func selecting(_ selection: AllianceSelection) -> AllianceView {
    AllianceView(self, selection, table.selected(by: selection))
  }

  /// The same view with other memberships of the same organisations; what alliances belong to changes with them.
  func redrawn(_ memberships: IncidenceGraph) -> AllianceView {
    AllianceView(self, selection, table.redrawn(relations.rows, memberships))
  }

  private init(
    _ other: AllianceView, _ selection: AllianceSelection, _ relations: SelectedRelations
  ) {
    network = other.network
    self.selection = selection
    frame = other.frame
    weights = other.weights
    groups = other.groups
    table = relations.table
    places = other.places
    self.relations = relations
    direct = AlliancePresence(relations, places: other.places)
    nesting = AllianceNesting(relations)
    federated = direct.federated(by: nesting)
    (hasAllianceLevels, hasOrganisationLevels) = relations.hasLevels
  }
}
