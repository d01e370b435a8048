public import ESSData
public import ESSNumerics

/// One side of a network tied by the other: how many ties there are, and the heaviest that are kept.
public struct NetworkProjection: Sendable {
  /// The nodes and the ties kept.
  public let network: ActorNetwork
  /// Number of pairs that share anything, kept or not.
  public let pairCount: Int
  /// Sum of their weights.
  public let totalWeight: Double
  /// The ties listed, the heaviest first.
  public let listed: [(source: Int, target: Int, weight: Double)]
  /// Pairs that are not tied and share most neighbours, by Adamic and Adar; empty unless asked for.
  public let predicted: [(source: Int, target: Int, similarity: TieSimilarity)]

  /// Projects an incidence.
  ///
  /// - Parameters:
  ///   - incidence: The memberships.
  ///   - mode: Organisations or alliances.
  ///   - options: What ties weigh and which are kept.
  ///   - listed: How many of the ties kept to list.
  ///   - predicted: How many pairs without a tie to list.
  public init(
    _ incidence: AllianceIncidence, _ mode: ActorNetwork.Mode, _ options: Projection.Options,
    listed: Int, predicted: Int = 0
  ) {
    let graph = mode == .alliances ? incidence.graph.transposed : incidence.graph
    let projection = Projection(graph, options)
    pairCount = projection.pairCount
    totalWeight = projection.totalWeight
    network = ActorNetwork(incidence, mode, projection: options, kept: projection.graph)
    self.listed = Self.heaviest(projection.graph, listed)
    self.predicted = Self.likely(projection.graph, predicted)
  }

  /// The heaviest ties, the first in order among equals; memory for those listed only.
  private static func heaviest(
    _ graph: Graph, _ count: Int
  ) -> [(source: Int, target: Int, weight: Double)] {
    var best: [(source: Int, target: Int, weight: Double)] = []
    func isBefore(
      _ a: (source: Int, target: Int, weight: Double),
      _ b: (source: Int, target: Int, weight: Double)
    ) -> Bool {
      (b.weight, a.source, a.target) < (a.weight, b.source, b.target)
    }
    for node in 0..<graph.nodeCount where count > 0 {
      for tie in graph.ties(of: node) where Int(graph.neighbours[tie]) > node {
        best.append((node, Int(graph.neighbours[tie]), graph.weight(at: tie)))
        if best.count >= 4 * count + 64 {
          best.sort(by: isBefore)
          best.removeLast(best.count - count)
        }
      }
    }
    best.sort(by: isBefore)
    return Array(best.prefix(count))
  }

  private static func likely(
    _ graph: Graph, _ count: Int
  ) -> [(source: Int, target: Int, similarity: TieSimilarity)] {
    guard count > 0 else { return [] }
    var best: [(source: Int, target: Int, similarity: TieSimilarity)] = []
    for node in 0..<graph.nodeCount {
      let mine = Set(graph.slice(node))
      let second = Set(graph.slice(node).flatMap { graph.slice(Int($0)) })
      for other in second.sorted() where Int(other) > node && !mine.contains(other) {
        best.append((node, Int(other), TieSimilarity(graph, node, Int(other))))
      }
      best.sort {
        ($1.similarity.adamicAdar, $0.source, $0.target)
          < ($0.similarity.adamicAdar, $1.source, $1.target)
      }
      if best.count > count { best.removeLast(best.count - count) }
    }
    return best
  }

  /// The numbers of the whole, then the ties listed.
  public var observations: [Observation] {
    var rows = NetworkRows(method: "project(\(network.conventions))")
    let n = Double(network.ids.count)
    let pairs = n * (n - 1) / 2
    rows.add("network.nodes", "nodes", n)
    rows.add("network.tied_pairs", "", Double(pairCount))
    rows.add("network.tied_pair_share", "", pairs > 0 ? Double(pairCount) / pairs : nil)
    rows.add("network.total_weight", "", totalWeight)
    rows.add("network.ties_kept", "", Double(network.graph.tieCount))
    for tie in listed {
      rows.add(
        "network.tie_weight", "\(network.ids[tie.source])/\(network.ids[tie.target])", tie.weight)
    }
    for pair in predicted {
      let path = "\(network.ids[pair.source])/\(network.ids[pair.target])"
      rows.add(
        "network.adamic_adar", path, pair.similarity.adamicAdar, count: pair.similarity.shared)
      rows.add("network.resource_allocation", path, pair.similarity.resourceAllocation)
      rows.add("network.neighbour_jaccard", path, pair.similarity.jaccard)
    }
    return rows.rows
  }
}
