public import ESSData
public import ESSNumerics

/// How the memberships of a network are laid out as a whole, direct and federated.
public struct NetworkStructure: Sendable {
  /// What can be said of one incidence.
  public struct Side: Sendable {
    /// The incidence.
    public let incidence: AllianceIncidence
    /// Density, clustering and nestedness.
    public let bipartite: BipartiteStructure
    /// Sizes of the parts, in organisations, largest first.
    public let components: [Int]
    /// Share of pairs of organisations that no path joins.
    public let fragmentation: Double?
    /// Pairs of organisations that share an alliance.
    public let tiedPairs: Int
    /// Indices beside those of random incidences with the same margins; empty without draws.
    public let nulls: [(indicator: String, component: String, comparison: NullComparison?)]
  }

  /// Direct, then federated.
  public let sides: [Side]
  /// Number of draws of the null model.
  public let draws: Int
  /// Seed of the draws.
  public let seed: UInt64

  /// The structure of a network, with `draws` random incidences of the same margins (0 for none).
  public init(
    _ network: AllianceNetwork, _ options: AllianceIncidence.Options, draws: Int, seed: UInt64
  ) throws(DataError) {
    var sides: [Side] = []
    for reach in AlliancePresence.Reach.allCases {
      var options = options
      options.reach = reach
      options.isWeighted = false
      sides.append(Self.side(try AllianceIncidence(network, options), draws: draws, seed: seed))
    }
    self.sides = sides
    self.draws = draws
    self.seed = seed
  }

  private static func side(
    _ incidence: AllianceIncidence, draws: Int, seed: UInt64
  ) -> Side {
    let graph = incidence.graph
    let bipartite = BipartiteStructure(graph)
    let (components, fragmentation) = parts(graph)
    let drawn =
      draws == 0
      ? []
      : Curveball(graph, seed: seed).map(draws: draws) { draw -> [Double?] in
        indices(BipartiteStructure(draw), parts(draw).fragmentation)
      }
    let names = [
      ("network.nestedness", "rows"), ("network.nestedness", "columns"),
      ("network.nestedness", "total"), ("network.robins_alexander", ""),
      ("network.latapy", "organisations"), ("network.latapy", "alliances"),
      ("network.fragmentation", ""),
    ]
    let observed = indices(bipartite, fragmentation)
    let nulls = names.enumerated().map { k, name in
      (
        indicator: name.0, component: name.1,
        comparison: NullComparison(observed: observed[k], draws: drawn.map { $0[k] })
      )
    }
    return Side(
      incidence: incidence, bipartite: bipartite, components: components,
      fragmentation: fragmentation, tiedPairs: PairStatistics(graph).pairCount,
      nulls: draws == 0 ? [] : nulls)
  }

  private static func indices(
    _ structure: BipartiteStructure, _ fragmentation: Double?
  ) -> [Double?] {
    [
      structure.nestedness.rows, structure.nestedness.columns, structure.nestedness.total,
      structure.robinsAlexander, structure.latapyRows, structure.latapyColumns, fragmentation,
    ]
  }

  /// Parts by their number of organisations: those of the bipartite graph, alliances not counted.
  static func parts(_ graph: IncidenceGraph) -> (sizes: [Int], fragmentation: Double?) {
    let membership = Components(Graph(graph)).membership
    var sizes = [Int](repeating: 0, count: Int(membership.max() ?? -1) + 1)
    for row in 0..<graph.rows { sizes[Int(membership[row])] += 1 }
    let n = Double(graph.rows)
    let joined = sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) }
    return (
      sizes.filter { $0 > 0 }.sorted(by: >), n > 1 ? 1 - joined / (n * (n - 1)) : nil
    )
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
