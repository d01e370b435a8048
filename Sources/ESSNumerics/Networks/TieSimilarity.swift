/// How likely two nodes that are not tied are to be, by the neighbours that they share.
public struct TieSimilarity: Sendable, Equatable {
  /// Number of neighbours of both.
  public let shared: Int
  /// Neighbours of both over neighbours of either.
  public let jaccard: Double
  /// Sum over neighbours of both of 1 / log(degree) (Adamic and Adar 2003).
  public let adamicAdar: Double
  /// Sum over neighbours of both of 1 / degree (Zhou, Lu and Zhang 2009).
  public let resourceAllocation: Double

  /// The similarity of two nodes.
  public init(_ graph: Graph, _ i: Int, _ j: Int) {
    let mine = Set(graph.slice(i))
    let both = graph.slice(j).filter { mine.contains($0) }
    let degrees = both.map { Double(graph.slice(Int($0)).count) }
    shared = both.count
    let either = mine.count + graph.slice(j).count - both.count
    jaccard = either > 0 ? Double(both.count) / Double(either) : 0
    adamicAdar = degrees.reduce(0) { $0 + 1 / SpecialFunctions.log($1) }
    resourceAllocation = degrees.reduce(0) { $0 + 1 / $1 }
  }
}
