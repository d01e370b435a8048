public import ESSData
public import ESSNumerics

/// How a network falls apart as nodes leave, and what hangs on single alliances.
public struct NetworkRobustness: Sendable {
  /// What an alliance alone holds together.
  public struct Dependence: Sendable {
    /// The alliance.
    public let alliance: AllianceNetwork.Alliance
    /// Organisations that have no other alliance.
    public let onlyHere: Int
    /// Its organisations.
    public let members: Int
    /// By how much fragmentation of the organisations rises when it leaves.
    public let fragmentationRise: Double?
  }

  /// The network.
  public let network: ActorNetwork
  /// Curves of removal by falling degree and by falling betweenness, as they are at the start.
  public let targeted: [(name: String, curve: RemovalCurve)]
  /// Curves of removal in random order.
  public let random: [RemovalCurve]
  /// Seed of the random orders.
  public let seed: UInt64
  /// What hangs on each alliance, for a network of memberships.
  public let dependence: [Dependence]
  /// Share of organisations with a single alliance.
  public let singleShare: Double?
  /// Mean shares, and what hangs on each alliance, beside random memberships; of a table of ties there is none.
  public let null: NullModel?

  /// Measures a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - draws: Random orders of removal.
  ///   - nullDraws: Random memberships with the same margins, each of which is measured like the network.
  ///   - seed: The seed of both.
  /// - Throws: `DataError.notIdentified` for a network without nodes.
  public init(
    _ network: ActorNetwork, draws: Int, nullDraws: Int = 0, seed: UInt64
  ) throws(DataError) {
    guard !network.ids.isEmpty else { throw .notIdentified("the network has no nodes") }
    targeted = Self.targeted(network.graph)
    random = Self.random(network.graph, draws: draws, seed: seed)
    self.network = network
    self.seed = seed
    guard let origin = network.origin else {
      dependence = []
      singleShare = nil
      null = nil
      return
    }
    let incidence = origin.incidence
    let memberships = incidence.graph
    let sizes = memberships.columnDegrees
    let parts = Self.dependence(memberships)
    dependence = incidence.alliances.enumerated().map { column, alliance in
      Dependence(
        alliance: incidence.network.alliances[alliance], onlyHere: parts.onlyHere[column],
        members: sizes[column], fragmentationRise: parts.rises[column])
    }
    let degrees = memberships.rowDegrees
    let active = degrees.count { $0 > 0 }
    singleShare = active > 0 ? Double(degrees.count { $0 == 1 }) / Double(active) : nil
    let ids = dependence.map(\.alliance.id)
    let names: [(indicator: String, component: String)] =
      ["random", "degree", "betweenness"].map { ("network.robustness", $0) }
      + ids.map { ("network.only_here", $0) } + ids.map { ("network.fragmentation_rise", $0) }
    null = NullModel(memberships, names, draws: nullDraws, seed: seed) { draw in
      let graph = origin.graph(of: draw)
      let parts = Self.dependence(draw)
      let random = Self.random(graph, draws: draws, seed: seed).map(\.mean).meanOfKnown
      return [random] + Self.targeted(graph).map(\.curve.mean)
        + parts.onlyHere.map { Double($0) } + parts.rises
    }
  }

  private static func targeted(_ graph: Graph) -> [(name: String, curve: RemovalCurve)] {
    let orders = [
      ("degree", graph.degrees.map(Double.init)),
      ("betweenness", PathCentrality(graph).betweenness),
    ]
    return orders.map { name, scores in
      (name: name, curve: RemovalCurve(graph, order: RemovalCurve.order(byFalling: scores)))
    }
  }

  private static func random(_ graph: Graph, draws: Int, seed: UInt64) -> [RemovalCurve] {
    Parallel.map(draws) { draw in
      RemovalCurve(
        graph,
        order: KeyedRandom(seed: seed, stream: UInt64(draw)).permutation(graph.nodeCount))
    }
  }

  /// For each alliance the organisations that have no other, and the rise of fragmentation without it: organisations stay as they are.
  private static func dependence(
    _ memberships: IncidenceGraph
  ) -> (onlyHere: [Int], rises: [Double?]) {
    var onlyHere = [Int](repeating: 0, count: memberships.columns)
    for row in 0..<memberships.rows {
      let mine = memberships.columns(ofRow: row)
      if mine.count == 1, let only = mine.first { onlyHere[Int(only)] += 1 }
    }
    return (onlyHere, MemberConnectivity(memberships).rises.alliances)
  }

  /// Mean and standard deviation over the random orders of the share left after each removal.
  public var randomShares: [(mean: Double, deviation: Double)] {
    guard random.count > 1, let first = random.first else { return [] }
    let n = Double(random.count)
    return first.shares.indices.map { step in
      let mean = random.reduce(0) { $0 + $1.shares[step] } / n
      let square = random.reduce(0) {
        $0 + ($1.shares[step] - mean) * ($1.shares[step] - mean)
      }
      return (mean, (square / (n - 1)).squareRoot())
    }
  }

  /// The mean share of each strategy, the curves, and what hangs on each alliance.
  public var observations: [Observation] {
    var rows = NetworkRows(method: "robustness(\(network.conventions))")
    let drawn = "draws=\(random.count),seed=\(seed)"
    let means = random.compactMap(\.mean)
    if means.count > 1 {
      let mean = means.reduce(0, +) / Double(means.count)
      let spread = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count - 1)
      rows.add(
        "network.robustness", "random", mean, count: means.count,
        standardError: (spread / Double(means.count)).squareRoot(), method: drawn)
    }
    for entry in targeted { rows.add("network.robustness", entry.name, entry.curve.mean) }
    for (step, share) in randomShares.enumerated() {
      rows.add(
        "network.share_left", "random/\(step + 1)", share.mean, count: random.count,
        standardError: share.deviation / Double(random.count).squareRoot(), method: drawn)
    }
    for entry in targeted {
      for (step, share) in entry.curve.shares.enumerated() {
        rows.add(
          "network.share_left", "\(entry.name)/\(step + 1)", share,
          note: "removed: \(network.ids[entry.curve.order[step]])")
      }
    }
    for entry in dependence {
      let id = entry.alliance.id
      rows.add("network.only_here", id, Double(entry.onlyHere), count: entry.members)
      rows.add("network.fragmentation_rise", id, entry.fragmentationRise)
    }
    if !dependence.isEmpty { rows.add("network.single_membership", "", singleShare) }
    if let null { rows.add(null) }
    return rows.rows
  }
}
