public import ESSData
public import ESSNumerics

/// How the memberships of a network are laid out as a whole, direct and federated.
public struct NetworkStructure: Sendable {
  /// What can be said of one incidence.
  public struct Side: Sendable {
    /// The incidence.
    public let incidence: AllianceIncidence
    /// Density, pairs that share an alliance, clustering and nestedness.
    public let bipartite: BipartiteStructure
    /// Sizes of the parts, in organisations, largest first.
    public let components: [Int]
    /// Share of pairs of organisations that no path joins.
    public let fragmentation: Double?
    /// Indices beside those of random incidences with the same margins.
    public let null: NullModel
  }

  /// Direct, then federated.
  public let sides: [Side]

  /// The structure of a network, with `draws` random incidences of the same margins (0 for none).
  ///
  /// Every draw visits the pairs of organisations and of alliances that share something. Without an alliance that belongs to another one
  /// the federated side is the direct one.
  public init(
    _ network: AllianceNetwork, _ options: AllianceIncidence.Options, draws: Int, seed: UInt64
  ) throws(DataError) {
    var sides: [Side] = []
    for reach in AlliancePresence.Reach.allCases {
      var options = options
      options.reach = reach
      options.isWeighted = false
      let incidence = try AllianceIncidence(network, options)
      if let direct = sides.first, direct.incidence.graph == incidence.graph {
        sides.append(Side(direct, incidence))
      } else {
        sides.append(Side(incidence, draws: draws, seed: seed))
      }
    }
    self.sides = sides
  }
}

extension NetworkStructure.Side {
  init(_ incidence: AllianceIncidence, draws: Int, seed: UInt64) {
    let graph = incidence.graph
    let connectivity = MemberConnectivity(graph)
    let reach = incidence.options.reach.rawValue
    let names = Self.names.map { name, part in
      (indicator: name, component: part.isEmpty ? reach : "\(reach)/\(part)")
    }
    self.init(
      incidence: incidence, bipartite: BipartiteStructure(graph), components: connectivity.sizes,
      fragmentation: connectivity.fragmentation,
      null: NullModel(graph, names, draws: draws, seed: seed, measure: Self.indices))
  }

  /// What a side says of another incidence with the same graph.
  init(_ other: Self, _ incidence: AllianceIncidence) {
    let reach = incidence.options.reach.rawValue
    let own = other.incidence.options.reach.rawValue
    self.init(
      incidence: incidence, bipartite: other.bipartite, components: other.components,
      fragmentation: other.fragmentation,
      null: other.null.renamed { reach + $0.dropFirst(own.count) })
  }

  private static let names = [
    ("network.tied_pairs", ""), ("network.components", ""), ("network.largest_component", ""),
    ("network.fragmentation", ""), ("network.nestedness", "rows"),
    ("network.nestedness", "columns"), ("network.nestedness", "total"),
    ("network.robins_alexander", ""), ("network.latapy", "organisations"),
    ("network.latapy", "alliances"),
  ]

  @Sendable private static func indices(_ graph: IncidenceGraph) -> [Double?] {
    let structure = BipartiteStructure(graph)
    let connectivity = MemberConnectivity(graph)
    return [
      Double(structure.tiedPairs), Double(connectivity.sizes.count),
      connectivity.sizes.first.map { Double($0) / Double(graph.rows) },
      connectivity.fragmentation, structure.nestedness.rows, structure.nestedness.columns,
      structure.nestedness.total, structure.robinsAlexander, structure.latapyRows,
      structure.latapyColumns,
    ]
  }
}

/// How unequal a list of counts is, and how many equal ones would be as diverse.
public struct CountInequality: Sendable, Equatable {
  /// Gini coefficient: 0 if all are equal; `nil` where all are zero.
  public let gini: Double?
  /// Effective numbers: how many counts there are above zero, and the exponential of Shannon's and the inverse of Simpson's
  /// index of their shares (Hill 1973).
  public let hill: [Double?]

  /// The inequality of counts.
  public init(_ counts: [Int]) {
    let sorted = counts.sorted()
    let n = Double(counts.count)
    let total = Double(counts.reduce(0, +))
    guard total > 0 else {
      gini = nil
      hill = [nil, nil, nil]
      return
    }
    var ranked = 0.0
    for (k, count) in sorted.enumerated() { ranked += (2 * Double(k + 1) - n - 1) * Double(count) }
    gini = ranked / (n * total)
    let shares = counts.filter { $0 > 0 }.map { Double($0) / total }
    let entropy = shares.reduce(0) { $0 - $1 * SpecialFunctions.log($1) }
    hill = [
      Double(shares.count), SpecialFunctions.exp(entropy), 1 / shares.reduce(0) { $0 + $1 * $1 },
    ]
  }
}
