public import ESSData
public import ESSNumerics

/// Who belongs to what: the relations of a network that count, as a bipartite graph of organisations and alliances.
public struct AllianceIncidence: Sendable {
  /// Which relations count, and how far they reach.
  public struct Options: Sendable, Equatable {
    /// Which relations count.
    public var selection: AllianceSelection
    /// Whether an organisation also belongs to what its alliances belong to, at any remove.
    public var reach: AlliancePresence.Reach
    /// Whether organisations and alliances without a relation that counts stay in.
    public var keepsIsolates: Bool
    /// Whether direct relations have the weights of their table; otherwise, and federated, all count the same.
    public var isWeighted: Bool

    /// The options; by default direct relations of the core, of the same weight, without isolates.
    public init(
      selection: AllianceSelection = AllianceSelection(),
      reach: AlliancePresence.Reach = .direct, keepsIsolates: Bool = false,
      isWeighted: Bool = false
    ) {
      self.selection = selection
      self.reach = reach
      self.keepsIsolates = keepsIsolates
      self.isWeighted = isWeighted
    }
  }

  /// The network.
  public let network: AllianceNetwork
  /// Which relations count.
  public let options: Options
  /// Organisations as rows, alliances as columns.
  public let graph: IncidenceGraph
  /// For each row the position of its organisation in the network.
  public let organisations: [Int]
  /// For each column the position of its alliance in the network.
  public let alliances: [Int]

  /// The incidence of a network; O(relations), federated O(relations x alliances reached).
  ///
  /// Throws on a tier that does not occur, if no relation counts, or if all weights are zero.
  public init(_ network: AllianceNetwork, _ options: Options) throws(DataError) {
    let selection = options.selection
    if network.memberships.isEmpty {
      throw .notIdentified("the table of memberships has no rows")
    }
    let table = RelationTable(network)
    if !selection.tiers.contains(where: table.tiers.contains) {
      throw .unknownName(
        kind: "tier", name: selection.tiers.first ?? "", known: table.tiers.sorted())
    }
    let counted = table.selected(by: selection)
    guard !counted.rows.isEmpty else {
      throw .notIdentified("no relation is left that counts; widen --scope, --tiers or --year")
    }
    let isWeighted = options.isWeighted && options.reach == .direct
    let kept =
      isWeighted
      ? counted.rows.filter { network.memberships[Int($0)].weight > 0 } : counted.rows
    guard !kept.isEmpty else { throw .notIdentified("all weights of the relations are zero") }
    var rows = kept.map(table.organisationCode)
    var columns = kept.map(table.allianceCode)
    if options.reach == .federated {
      let closure = AllianceNesting(counted).closure
      rows = []
      columns = []
      for relation in kept {
        for reached in closure.columns(ofRow: table.alliance(relation)) {
          rows.append(table.organisationCode(relation))
          columns.append(reached)
        }
      }
    }
    func places(_ used: [Int32], _ count: Int) -> (kept: [Int], place: [Int32]) {
      var isUsed = [Bool](repeating: options.keepsIsolates, count: count)
      for position in used { isUsed[Int(position)] = true }
      let kept = isUsed.indices.filter { isUsed[$0] }
      var place = [Int32](repeating: -1, count: count)
      for (row, position) in kept.enumerated() { place[position] = Int32(row) }
      return (kept, place)
    }
    let (rowPositions, rowPlace) = places(rows, network.organisations.count)
    let (columnPositions, columnPlace) = places(columns, network.alliances.count)
    self.network = network
    self.options = options
    organisations = rowPositions
    alliances = columnPositions
    graph = IncidenceGraph(
      rows: rowPositions.count, columns: columnPositions.count,
      rowIndices: rows.map { rowPlace[Int($0)] },
      columnIndices: columns.map { columnPlace[Int($0)] },
      weights: isWeighted ? kept.map { network.memberships[Int($0)].weight } : nil)
  }

  /// The conventions that change numbers, for the method of a result.
  public var conventions: String {
    let selection = options.selection
    let year = selection.year.map { ",year=\($0)" } ?? ""
    return "scope=\(selection.name),tiers=\(selection.tiers.joined(separator: "+"))\(year)"
      + ",reach=\(options.reach.rawValue),isolates=\(options.keepsIsolates ? "keep" : "drop")"
      + (graph.weights == nil ? "" : ",memberships=weighted")
  }
}
