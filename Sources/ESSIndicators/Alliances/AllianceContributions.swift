internal import ESSData
internal import ESSNumerics

/// What single alliances, levels or organisations contribute to coverage: their reach, what only they cover, what is lost when they leave,
/// and their Shapley value.
public struct AllianceContributions: Sendable {
  /// Whose contributions.
  public enum Players: String, Sendable, CaseIterable {
    /// Alliances.
    case alliances
    /// Levels of alliances.
    case levels
    /// Organisations in the frame.
    case organisations
  }

  /// The contribution of one player.
  public struct Contribution: Sendable {
    /// Its key.
    public let id: String
    /// Its name.
    public let name: String
    /// Territories in which it is present.
    public let reach: Int
    /// Territories, by position in the frame, that only it covers.
    public let unique: [Int]
    /// How far coverage falls when it leaves, by weight.
    public let loss: [CoverageWeight: Double]
    /// How far the mean number of alliances falls when it leaves, directly.
    public let depthLoss: Double
    /// The same through federations; `nil` where it is not defined.
    public let federatedDepthLoss: Double?
    /// Territories that have all three levels and would not without it.
    public let decisive: Int
    /// Shapley value of the number of covered territories.
    public let shapley: Double
    /// Shapley value of coverage, by weight: its share of the frame's weight.
    public let share: [CoverageWeight: Double]
    /// Shapley value of the number of territories that have all three levels.
    public let completeness: Double
  }

  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// Whose contributions.
  public let players: Players
  /// Those who are present in the frame, in table order.
  public let contributions: [Contribution]

  /// Contributions to direct coverage.
  ///
  /// Cost: O(relations), and for the federated loss one closure for each alliance that belongs to another one.
  public init(_ view: AllianceView, of players: Players) {
    self.view = view
    self.players = players
    let incidence = PlayerIncidence(view, players)
    let shared = SharedCoverage(pattern: incidence.pattern, marks: incidence.marks)
    let size = Double(view.frame.territories.count)
    let totals = Dictionary(
      uniqueKeysWithValues: view.weights.kinds.map {
        ($0, view.weights.sum($0, of: view.frame.territories.indices))
      })
    let counts = shared.coverage { _ in 1 }
    let complete = shared.completeness { _ in 1 }
    let shares = totals.mapValues { _ in 0 }.keys.reduce(into: [CoverageWeight: [Double]]()) {
      let weight = view.weights[$1]
      $0[$1] = shared.coverage { weight?.values[$0] ?? 1 }
    }
    let unique = shared.unique
    let decisive = shared.decisive
    let reach = incidence.pattern.columnDegrees
    let depthLoss = incidence.depthLoss
    let federated = players == .alliances ? FederatedLoss(view).values : nil
    contributions = reach.indices.filter { reach[$0] > 0 }.map { player in
      Contribution(
        id: incidence.ids[player], name: incidence.names[player], reach: reach[player],
        unique: unique[player],
        loss: totals.reduce(into: [:]) {
          $0[$1.key] = view.weights.sum($1.key, of: unique[player]) / $1.value
        }, depthLoss: Double(depthLoss[player]) / size,
        federatedDepthLoss: federated.map { Double($0[player]) / size },
        decisive: decisive[player].count, shapley: counts[player],
        share: totals.reduce(into: [:]) {
          $0[$1.key] = (shares[$1.key]?[player] ?? 0) / $1.value
        }, completeness: complete[player])
    }
  }
}

/// Where the players are present, and what they bring.
private struct PlayerIncidence {
  let pattern: IncidenceGraph
  let marks: (Int, Int) -> UInt8
  let ids: [String]
  let names: [String]
  /// For each player the presences of territories in alliances that only it brings.
  let depthLoss: [Int]

  init(_ view: AllianceView, _ players: AllianceContributions.Players) {
    let bits = view.network.alliances.map { alliance -> UInt8 in
      guard let level = AllianceLevel(word: alliance.level) else { return 0 }
      return level == .national ? 2 : level.isSupranational ? 4 : 0
    }
    switch players {
    case .alliances: self.init(alliancesOf: view, bits)
    case .levels: self.init(levelsOf: view, bits)
    case .organisations: self.init(organisationsOf: view, bits)
    }
  }

  private init(
    pattern: IncidenceGraph, ids: [String], names: [String], depthLoss: [Int],
    marks: @escaping (Int, Int) -> UInt8
  ) {
    self.pattern = pattern
    self.ids = ids
    self.names = names
    self.depthLoss = depthLoss
    self.marks = marks
  }

  /// Where local organisations are in which alliances.
  private static func localPresence(_ view: AllianceView) -> IncidenceGraph {
    let rows = view.relations.rows.filter {
      view.places.isLocal[view.table.organisation($0)]
    }
    let local = SelectedRelations(table: view.table, rows: rows)
    return AlliancePresence(local, places: view.places).pattern
  }

  private init(alliancesOf view: AllianceView, _ bits: [UInt8]) {
    let local = Self.localPresence(view)
    self.init(
      pattern: view.direct.pattern, ids: view.network.alliances.map(\.id),
      names: view.network.alliances.map(\.name), depthLoss: view.direct.pattern.columnDegrees
    ) { territory, alliance in
      bits[alliance] | (local.contains(row: territory, column: alliance) ? 1 : 0)
    }
  }

  private init(levelsOf view: AllianceView, _ bits: [UInt8]) {
    let local = Self.localPresence(view)
    let levels = view.network.alliances.map { alliance in
      AllianceLevel(word: alliance.level).flatMap(AllianceLevel.allCases.firstIndex) ?? -1
    }
    let presence = view.direct.pattern
    var pairs: [(territory: Int32, level: Int32)] = []
    var own = [UInt8](repeating: 0, count: presence.rows * AllianceLevel.allCases.count)
    var lost = [Int](repeating: 0, count: AllianceLevel.allCases.count)
    for territory in 0..<presence.rows {
      for alliance in presence.columns(ofRow: territory) where levels[Int(alliance)] >= 0 {
        let level = levels[Int(alliance)]
        pairs.append((Int32(territory), Int32(level)))
        lost[level] += 1
        own[territory * AllianceLevel.allCases.count + level] |=
          bits[Int(alliance)] | (local.contains(row: territory, column: Int(alliance)) ? 1 : 0)
      }
    }
    let names = AllianceLevel.allCases.map(\.rawValue)
    self.init(
      pattern: IncidenceGraph(
        rows: presence.rows, columns: names.count, rowIndices: pairs.map(\.territory),
        columnIndices: pairs.map(\.level)), ids: names, names: names,
      depthLoss: lost
    ) { territory, level in own[territory * AllianceLevel.allCases.count + level] }
  }

  private init(organisationsOf view: AllianceView, _ bits: [UInt8]) {
    let network = view.network
    let rows = view.relations.rows
    let table = view.table
    var own = [UInt8](repeating: 0, count: network.organisations.count)
    for row in rows {
      let organisation = table.organisation(row)
      own[organisation] |= bits[table.alliance(row)]
      if view.places.isLocal[organisation] { own[organisation] |= 1 }
    }
    let inside = rows.filter { view.places.territory[table.organisation($0)] >= 0 }
    let byAlliance = IncidenceGraph(
      rows: network.alliances.count, columns: network.organisations.count,
      rowIndices: inside.map(table.allianceCode), columnIndices: inside.map(table.organisationCode))
    self.init(
      pattern: IncidenceGraph(
        rows: view.frame.territories.count, columns: network.organisations.count,
        rowIndices: inside.map { view.places.territory[table.organisation($0)] },
        columnIndices: inside.map(table.organisationCode)),
      ids: network.organisations.map(\.id), names: network.organisations.map(\.name),
      depthLoss: Self.onlyMembers(byAlliance, view.places)
    ) { _, organisation in own[organisation] }
  }

  /// For each organisation the alliances in which no other one of its territory is.
  private static func onlyMembers(_ members: IncidenceGraph, _ places: FramePlaces) -> [Int] {
    var result = [Int](repeating: 0, count: members.columns)
    var count = [Int](repeating: 0, count: places.count)
    for alliance in 0..<members.rows {
      let territories = members.columns(ofRow: alliance).map { Int(places.territory[Int($0)]) }
      for territory in territories { count[territory] += 1 }
      for (organisation, territory) in zip(members.columns(ofRow: alliance), territories)
      where count[territory] == 1 {
        result[Int(organisation)] += 1
      }
      for territory in territories { count[territory] = 0 }
    }
    return result
  }
}

/// For each alliance the presences, direct or through federations, that are lost when it leaves.
private struct FederatedLoss {
  let values: [Int]

  init(_ view: AllianceView) {
    let ties = view.nesting.ties
    let direct = view.direct.pattern
    let whole = view.federated.pattern
    let sums = whole.columnDegrees
    let isMember = ties.rowDegrees
    values = (0..<direct.columns).map { alliance in
      // One that belongs to no other takes nothing with it but itself.
      guard isMember[alliance] > 0 else { return sums[alliance] }
      let kept = (0..<direct.columns).flatMap { member -> [(member: Int32, alliance: Int32)] in
        member == alliance
          ? []
          : ties.columns(ofRow: member).filter { Int($0) != alliance }
            .map { (Int32(member), $0) }
      }
      let closure = AllianceNesting(count: direct.columns, kept).closure
      let left = IncidenceGraph(
        columns: direct.columns,
        lists: (0..<direct.rows).map { territory in
          direct.columns(ofRow: territory).filter { Int($0) != alliance }
        })
      return whole.tieCount - left.booleanProduct(closure).tieCount
    }
  }
}
