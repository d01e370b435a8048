public import ESSData
public import ESSNumerics

/// How the ties of one kind of node are laid out as a whole.
public struct TieStructure: Sendable {
  /// The network.
  public let network: ActorNetwork
  /// Its parts.
  public let components: Components
  /// Its maximal cliques; `nil` where there are too many to list.
  public let cliques: MaximalCliques?
  /// Its indices beside those of random graphs in which every node has as many ties.
  public let null: NullModel
  private let clustering: (transitivity: Double?, meanLocal: Double?, triangles: Int)

  /// The structure of a network; O(sum over ties of the neighbours of an end), and the sets of nodes that cliques are looked for in.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - draws: Random graphs with the same degrees, each of which is measured like the network.
  ///   - seed: Their seed.
  public init(_ network: ActorNetwork, draws: Int = 0, seed: UInt64 = 1) {
    self.network = network
    components = Components(network.graph)
    cliques = MaximalCliques(network.graph)
    clustering = network.graph.clustering
    null = NullModel(
      ties: network.graph, Self.nullNames, draws: draws, seed: seed, measure: Self.indices)
  }

  private static let nullNames = [
    ("network.components", ""), ("network.largest_component", ""), ("network.fragmentation", ""),
    ("network.transitivity", ""), ("network.local_clustering", ""), ("network.triangles", ""),
    ("network.numeric_assortativity", "degree"), ("network.main_core", "order"),
    ("network.main_core", "members"), ("network.cliques", ""), ("network.largest_clique", ""),
  ].map { (indicator: $0.0, component: $0.1) }

  @Sendable private static func indices(_ graph: Graph) -> [Double?] {
    let components = Components(graph)
    let clustering = graph.clustering
    let cores = graph.coreNumbers
    let main = cores.max() ?? 0
    let cliques = MaximalCliques(graph)
    let n = Double(graph.nodeCount)
    return [
      Double(components.sizes.count), components.sizes.first.map { Double($0) / max(n, 1) },
      components.fragmentation, clustering.transitivity, clustering.meanLocal,
      Double(clustering.triangles), graph.assortativity(of: graph.degrees.map(Double.init)),
      Double(main), Double(cores.count { $0 == main }), cliques.map { Double($0.count) },
      cliques.map { Double($0.largestSize) },
    ]
  }

  /// All numbers of the network.
  public var observations: [Observation] {
    let graph = network.graph
    let n = Double(graph.nodeCount)
    let pairs = n * (n - 1) / (graph.isDirected ? 1 : 2)
    var rows = NetworkRows(method: "structure(\(network.conventions))")
    rows.add("network.nodes", "nodes", n)
    rows.add("network.ties", "", Double(graph.tieCount))
    rows.add("network.density", "", pairs > 0 ? Double(graph.tieCount) / pairs : nil)
    rows.add(
      "network.mean_degree", "nodes",
      n > 0 ? Double(graph.tieCount) * (graph.isDirected ? 1 : 2) / n : nil)
    let inequality = CountInequality(graph.degrees)
    rows.add("network.degree_gini", "nodes", inequality.gini)
    for (order, value) in inequality.hill.enumerated() {
      rows.add("network.hill_number", "nodes/q=\(order)", value)
    }
    rows.add("network.components", "", Double(components.sizes.count))
    rows.add(
      "network.largest_component", "", components.sizes.first.map { Double($0) / max(n, 1) })
    rows.add("network.fragmentation", "", components.fragmentation)
    rows.add("network.transitivity", "", clustering.transitivity)
    rows.add("network.local_clustering", "", clustering.meanLocal)
    rows.add("network.triangles", "", Double(clustering.triangles))
    rows.add(
      "network.numeric_assortativity", "degree",
      graph.assortativity(of: graph.degrees.map(Double.init)))
    let cores = graph.coreNumbers
    let main = cores.max() ?? 0
    rows.add("network.main_core", "order", Double(main))
    rows.add("network.main_core", "members", Double(cores.count { $0 == main }))
    add(cliques, to: &rows)
    rows.add(
      "network.degree_centralisation", "", Centralisation.degree(graph),
      note: graph.isDirected ? "defined here for undirected ties only" : "")
    rows.add(null)
    return rows.rows
  }

  /// So many members of a largest clique are named.
  private static let mostNamed = 10

  private func add(_ cliques: MaximalCliques?, to rows: inout NetworkRows) {
    guard let cliques else {
      rows.add("network.cliques", "", nil, note: "too many sets of nodes to look at")
      return
    }
    let first = cliques.largest.first ?? []
    let named = first.prefix(Self.mostNamed).map { network.ids[Int($0)] }.joined(separator: " ")
    rows.add("network.cliques", "", Double(cliques.count))
    for (size, count) in cliques.countsBySize.enumerated() where count > 0 {
      rows.add("network.cliques", "size=\(size)", Double(count))
    }
    rows.add(
      "network.largest_clique", "", cliques.count > 0 ? Double(cliques.largestSize) : nil,
      count: cliques.countsBySize.last,
      note: first.count > Self.mostNamed
        ? "\(named) and \(first.count - Self.mostNamed) more" : named)
  }
}
