/// A division of a graph's nodes into groups with many ties inside, by modularity.
public struct Communities: Sendable, Equatable {
  /// How groups are looked for.
  public enum Method: String, Sendable, CaseIterable {
    /// Traag, Waltman and van Eck (2019): groups are connected, and nodes of a group can part again.
    case leiden
    /// Blondel and others (2008).
    case louvain
  }

  /// For each node its group; groups are numbered by size, then by their smallest member.
  public let groups: [Int32]
  /// Modularity of the division, at the resolution that it was made for.
  public let modularity: Double
  /// Modularity of each run, in order.
  public let runs: [Double]
  /// Mean agreement of the other runs with the best one; `nil` for one run.
  public let stability: PartitionAgreement?

  /// Number of nodes of each group.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: Int(groups.max() ?? -1) + 1)
    for group in groups { sizes[Int(group)] += 1 }
    return sizes
  }

  /// The best of several runs, each from its own random order; the first among equals.
  public init(
    _ graph: Graph, method: Method = .leiden, runs: Int = 20, resolution: Double = 1, seed: UInt64
  ) {
    self.init(ModularityGraph(graph), method, runs, resolution, seed)
  }

  /// Groups of rows and columns of a bipartite graph, by Barber's modularity; rows are the first nodes.
  public init(
    bipartite incidence: IncidenceGraph, method: Method = .leiden, runs: Int = 20,
    resolution: Double = 1, seed: UInt64
  ) {
    self.init(ModularityGraph(incidence), method, runs, resolution, seed)
  }

  private init(
    _ graph: ModularityGraph, _ method: Method, _ count: Int, _ resolution: Double, _ seed: UInt64
  ) {
    precondition(count >= 1, "at least one run")
    let found = Parallel.map(count) { run in
      var search = CommunitySearch(
        graph, method, resolution: resolution,
        generator: KeyedRandom(seed: seed, stream: UInt64(run)).generator())
      let groups = Self.ordered(search.run())
      return (groups: groups, modularity: graph.modularity(groups, resolution: resolution))
    }
    runs = found.map(\.modularity)
    var best = 0
    // Sums in another order differ in the last digits; such runs are equally good.
    for run in found.indices where found[run].modularity > found[best].modularity + 1e-12 {
      best = run
    }
    groups = found[best].groups
    modularity = found[best].modularity
    let others = found.indices.filter { $0 != best }.map {
      PartitionAgreement(found[best].groups, found[$0].groups)
    }
    stability = PartitionAgreement(meanOf: others)
  }

  /// The modularity of given groups.
  public static func modularity(
    _ graph: Graph, groups: [Int32], resolution: Double = 1
  ) -> Double {
    ModularityGraph(graph).modularity(groups, resolution: resolution)
  }

  /// Barber's modularity of given groups of rows, then columns.
  public static func modularity(
    bipartite incidence: IncidenceGraph, groups: [Int32], resolution: Double = 1
  ) -> Double {
    ModularityGraph(incidence).modularity(groups, resolution: resolution)
  }

  /// Groups renumbered by size, then by their smallest member.
  static func ordered(_ groups: [Int32]) -> [Int32] {
    let count = Int(groups.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: count)
    var first = [Int](repeating: Int.max, count: count)
    for (node, group) in groups.enumerated() {
      sizes[Int(group)] += 1
      first[Int(group)] = min(first[Int(group)], node)
    }
    let order = (0..<count).sorted { (sizes[$1], first[$0]) < (sizes[$0], first[$1]) }
    var number = [Int32](repeating: 0, count: count)
    for (position, group) in order.enumerated() { number[group] = Int32(position) }
    return groups.map { number[Int($0)] }
  }
}
