public import ESSData
public import ESSNumerics

/// How the ties of one kind of node are laid out as a whole.
public struct TieStructure: Sendable {
  /// The network.
  public let network: ActorNetwork
  /// Its parts.
  public let components: Components
  private let clustering: (transitivity: Double?, meanLocal: Double?, triangles: Int)

  /// The structure of a network; O(sum over ties of the neighbours of an end).
  public init(_ network: ActorNetwork) {
    self.network = network
    components = Components(network.graph)
    clustering = network.graph.clustering
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
    rows.add(
      "network.degree_centralisation", "", Centralisation.degree(graph),
      note: graph.isDirected ? "defined here for undirected ties only" : "")
    return rows.rows
  }
}
