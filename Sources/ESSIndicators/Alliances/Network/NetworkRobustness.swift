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

  /// Measures a network, with `draws` random orders.
  public init(
    _ network: ActorNetwork, incidence: AllianceIncidence?, draws: Int, seed: UInt64
  ) throws(DataError) {
    guard !network.ids.isEmpty else { throw .notIdentified("the network has no nodes") }
    let graph = network.graph
    let orders = [
      ("degree", graph.degrees.map(Double.init)),
      ("betweenness", PathCentrality(graph).betweenness),
    ]
    targeted = orders.map { name, scores in
      (name: name, curve: RemovalCurve(graph, order: RemovalCurve.order(byFalling: scores)))
    }
    random = Parallel.map(draws) { draw in
      RemovalCurve(
        graph,
        order: KeyedRandom(seed: seed, stream: UInt64(draw)).permutation(graph.nodeCount))
    }
    self.network = network
    self.seed = seed
    guard let incidence else {
      dependence = []
      singleShare = nil
      return
    }
    let memberships = incidence.graph
    let before = NetworkStructure.parts(memberships).fragmentation
    let degrees = memberships.rowDegrees
    // The two-sided graph loses the alliance; organisations stay as they are.
    dependence = Parallel.map(memberships.columns) { column in
      let after = Self.fragmentation(memberships, without: column)
      return Dependence(
        alliance: incidence.network.alliances[incidence.alliances[column]],
        onlyHere: memberships.rows(ofColumn: column).count { degrees[Int($0)] == 1 },
        members: memberships.rows(ofColumn: column).count,
        fragmentationRise: after.flatMap { after in before.map { after - $0 } })
    }
    let active = degrees.count { $0 > 0 }
    singleShare = active > 0 ? Double(degrees.count { $0 == 1 }) / Double(active) : nil
  }

  private static func fragmentation(_ graph: IncidenceGraph, without column: Int) -> Double? {
    var rows: [Int32] = []
    var columns: [Int32] = []
    for row in 0..<graph.rows {
      for other in graph.columns(ofRow: row) where Int(other) != column {
        rows.append(Int32(row))
        columns.append(other)
      }
    }
    return NetworkStructure.parts(
      IncidenceGraph(
        rows: graph.rows, columns: graph.columns, rowIndices: rows, columnIndices: columns)
    ).fragmentation
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
    return rows.rows
  }
}
