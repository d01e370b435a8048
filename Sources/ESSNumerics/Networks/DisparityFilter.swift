/// How unlikely each tie's weight is were the strength of a node split at random among its ties (Serrano, Boguna and
/// Vespignani 2009): alpha = (1 - w/s)^(k-1); 1 for a node with one tie.
public struct DisparityFilter: Sendable, Equatable {
  /// Alpha of each stored tie, seen from the node that it is stored with.
  public let alphas: [Double]
  private let graph: Graph

  /// The alphas of a graph's ties; O(ties).
  public init(_ graph: Graph) {
    self.graph = graph
    let strengths = graph.strengths
    var alphas = [Double](repeating: 1, count: graph.neighbours.count)
    for node in 0..<graph.nodeCount where strengths[node] > 0 {
      let ties = graph.ties(of: node)
      guard ties.count > 1 else { continue }
      for tie in ties {
        alphas[tie] = SpecialFunctions.power(
          max(0, 1 - graph.weight(at: tie) / strengths[node]), Double(ties.count - 1))
      }
    }
    self.alphas = alphas
  }

  /// Alpha of a tie seen from one of its ends.
  public func alpha(from source: Int, to target: Int) -> Double? {
    graph.position(from: source, to: target).map { alphas[$0] }
  }

  /// Each tie once, in the order of the graph's list, with the smaller alpha of its ends, or the larger where both must agree.
  public func perTie(requiresBoth: Bool = false) -> [Double] {
    var result: [Double] = []
    for node in 0..<graph.nodeCount {
      for tie in graph.ties(of: node)
      where graph.isDirected || Int(graph.neighbours[tie]) > node {
        let back = alpha(from: Int(graph.neighbours[tie]), to: node) ?? alphas[tie]
        result.append(requiresBoth ? max(alphas[tie], back) : min(alphas[tie], back))
      }
    }
    return result
  }
}
