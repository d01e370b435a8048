public import ESSData
public import ESSNumerics

/// Which actors matter most, by four measures side by side, and which alliances together cover most.
public struct NetworkKeyActors: Sendable {
  /// The territories that are to be covered.
  public struct Cover: Sendable, Equatable {
    /// Their codes.
    public var territories: [String]
    /// What each counts.
    public var weights: [Double]
    /// What the weights are, for the method.
    public var name: String

    /// Territories and what they count.
    public init(territories: [String], weights: [Double]? = nil, name: String) {
      self.territories = territories
      self.weights = weights ?? territories.map { _ in 1 }
      self.name = name
    }
  }

  /// What to compute.
  public struct Options: Sendable, Equatable {
    /// Organisations or alliances.
    public var mode: ActorNetwork.Mode
    /// Size of the sets.
    public var size: Int
    /// The territories to cover; `nil` to cover organisations.
    public var cover: Cover?
    /// Times that relations are deleted at random.
    public var draws: Int
    /// Share of relations deleted.
    public var deleted: Double
    /// Share of the draws that a rank interval holds.
    public var level: Double
    /// Seed of the deletions.
    public var seed: UInt64

    /// The options.
    public init(
      mode: ActorNetwork.Mode = .organisations, size: Int = 3, cover: Cover? = nil,
      draws: Int = 100, deleted: Double = 0.1, level: Double = 0.95, seed: UInt64 = 1
    ) {
      self.mode = mode
      self.size = size
      self.cover = cover
      self.draws = draws
      self.deleted = deleted
      self.level = level
      self.seed = seed
    }

    /// The deletions behind rank intervals.
    var deletion: RandomDeletion { RandomDeletion(share: deleted, level: level, seed: seed) }
  }

  /// The four measures.
  public enum Measure: String, Sendable, CaseIterable {
    /// By how much fragmentation rises without the node.
    case kppNegative = "kpp_negative"
    /// Mean reciprocal distance to the others.
    case kppPositive = "kpp_positive"
    /// The leading eigenvector.
    case eigenvector
    /// Weight of the territories that are covered only through the node.
    case uniqueCoverage = "unique_coverage"
  }

  /// A node's place by one measure.
  public struct Place: Sendable, Equatable {
    /// The value; `nil` where it is not defined.
    public let value: Double?
    /// Its rank, 1 for the largest; equal values share the better one.
    public let rank: Int
    /// The ranks that it has in the given share of the deletions.
    public let ranks: ClosedRange<Double>?
  }

  /// A choice of alliances of one size.
  public struct Choice: Sendable {
    /// The greedy choice.
    public let greedy: MaximumCoverage
    /// The best choice; `nil` if there were too many to look at.
    public let exact: MaximumCoverage?
  }

  /// The network.
  public let network: ActorNetwork
  /// The options.
  public let options: Options
  /// For each measure the places of all nodes.
  public let places: [Measure: [Place]]
  /// The best alliances together, for each size.
  public let coverage: [Choice]
  /// Total weight that could be covered.
  public let coverable: Double
  /// The alliances of `coverage`.
  public let alliances: [AllianceNetwork.Alliance]
  /// The sets that fragment most, and reach most; `nil` for networks of more than 5,000 nodes.
  public let sets: (negative: KeyPlayers.Choice, positive: KeyPlayers.Choice)?

  /// Measures an incidence; throws for a set larger than the network, or without a territory to cover.
  public init(_ incidence: AllianceIncidence, _ options: Options) throws(DataError) {
    let network = ActorNetwork(incidence, options.mode, isWeighted: false)
    let n = network.ids.count
    guard options.size >= 1, options.size <= n else {
      throw .notIdentified("a set of \(options.size) nodes of a network of \(n)")
    }
    if let cover = options.cover, cover.territories.isEmpty || !(cover.weights.reduce(0, +) > 0) {
      throw .notIdentified("the territories to cover have no weight")
    }
    self.network = network
    self.options = options
    let observed = Self.values(incidence.graph, incidence, options)
    let deletion = options.deletion
    let drawn = Parallel.map(options.draws) { draw in
      Self.values(deletion.draw(draw, of: incidence.graph), incidence, options).map(
        RandomDeletion.ranks)
    }
    var places: [Measure: [Place]] = [:]
    for (k, measure) in Measure.allCases.enumerated() {
      let ranks = RandomDeletion.ranks(observed[k])
      places[measure] = (0..<n).map { node in
        Place(
          value: observed[k][node], rank: ranks[node],
          ranks: deletion.interval(drawn.map { $0[k][node] }))
      }
    }
    self.places = places
    alliances = incidence.alliances.map { incidence.network.alliances[$0] }
    let table = Self.coverTable(incidence.graph, incidence, options.cover)
    let weights = options.cover?.weights ?? incidence.organisations.map { _ in 1 }
    coverable = weights.reduce(0, +)
    let largest = min(options.size, table.columns)
    coverage = (1...max(1, largest)).map { size in
      Choice(
        greedy: MaximumCoverage(greedy: table, weights: weights, size: size),
        exact: MaximumCoverage(exact: table, weights: weights, size: size))
    }
    guard n <= 5_000, n > options.size + 1 else {
      sets = nil
      return
    }
    // On both sides at once: far fewer ties than between the nodes themselves.
    let both = Graph(options.mode == .alliances ? incidence.graph.transposed : incidence.graph)
    sets = (
      KeyPlayers.best(of: n, size: options.size) {
        KeyPlayers.fragmentation(both, without: $0, counted: 0..<n) ?? 0
      },
      KeyPlayers.best(of: n, size: options.size) {
        KeyPlayers.reach(both, from: $0, counted: 0..<n).sum
      }
    )
  }

  /// The measures of every node, in the order of `Measure`.
  private static func values(
    _ incidence: IncidenceGraph, _ owner: AllianceIncidence, _ options: Options
  ) -> [[Double?]] {
    let side = options.mode == .alliances ? incidence.transposed : incidence
    let graph = Projection(side).graph.unweighted
    let n = graph.nodeCount
    let whole = Components(graph).fragmentation
    let negative = NodeRemoval(graph).fragmentation.map { after in
      after.flatMap { after in whole.map { after - $0 } }
    }
    let positive: [Double?] =
      n > 1 ? PathCentrality(graph).harmonic.map { $0 / Double(n - 1) } : [nil]
    let vector = SpectralCentrality.eigenvector(graph)?.values
    return [
      negative, positive, vector ?? [Double?](repeating: nil, count: n),
      unique(incidence, owner, options),
    ]
  }

  /// Weight of what is covered through one node only.
  private static func unique(
    _ incidence: IncidenceGraph, _ owner: AllianceIncidence, _ options: Options
  ) -> [Double?] {
    let count = options.mode == .alliances ? incidence.columns : incidence.rows
    var result = [Double](repeating: 0, count: count)
    guard let cover = options.cover else {
      // Without territories: organisations that have no other alliance; an organisation covers nobody.
      guard options.mode == .alliances else { return [Double?](repeating: nil, count: count) }
      for row in 0..<incidence.rows {
        let mine = incidence.columns(ofRow: row)
        if mine.count == 1, let only = mine.first { result[Int(only)] += 1 }
      }
      return result
    }
    let place = Dictionary(cover.territories.enumerated().map { ($1, $0) }) { first, _ in first }
    var through = [Set<Int32>](repeating: [], count: cover.territories.count)
    for row in 0..<incidence.rows {
      let territory = owner.network.organisations[owner.organisations[row]].territory
      guard let at = place[territory] else { continue }
      let mine = incidence.columns(ofRow: row)
      if options.mode == .alliances {
        through[at].formUnion(mine)
      } else if !mine.isEmpty {
        through[at].insert(Int32(row))
      }
    }
    for (at, nodes) in through.enumerated() where nodes.count == 1 {
      if let only = nodes.first { result[Int(only)] += cover.weights[at] }
    }
    return result
  }

  /// What alliances cover: territories, or organisations.
  private static func coverTable(
    _ graph: IncidenceGraph, _ owner: AllianceIncidence, _ cover: Cover?
  ) -> IncidenceGraph {
    guard let cover else { return graph }
    let place = Dictionary(cover.territories.enumerated().map { ($1, $0) }) { first, _ in first }
    var rows: [Int32] = []
    var columns: [Int32] = []
    for row in 0..<graph.rows {
      let territory = owner.network.organisations[owner.organisations[row]].territory
      guard let at = place[territory] else { continue }
      for column in graph.columns(ofRow: row) {
        rows.append(Int32(at))
        columns.append(column)
      }
    }
    return IncidenceGraph(
      rows: cover.territories.count, columns: graph.columns, rowIndices: rows,
      columnIndices: columns)
  }
}
