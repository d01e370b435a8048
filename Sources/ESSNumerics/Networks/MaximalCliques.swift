/// The cliques of a graph, sets of nodes all tied to each other, to which no node can be added.
///
/// Bron and Kerbosch (1973) with the pivot of Tomita, Tanaka and Takahashi (2006), begun at each node in degeneracy order (Eppstein,
/// Löffler and Strash 2010): O(n d 3^(d/3)) for a largest core number d. A node without ties is a clique of one. Directions and weights are
/// ignored.
public struct MaximalCliques: Sendable, Equatable {
  /// Number of maximal cliques with as many nodes as the position says.
  public let countsBySize: [Int]
  /// The first of the largest cliques, each ascending, in order; at most `mostListed`.
  public let largest: [[Int32]]

  /// So many of the largest cliques are kept.
  public static let mostListed = 20

  /// Number of maximal cliques.
  public var count: Int { countsBySize.reduce(0, +) }

  /// Number of nodes of a largest clique.
  public var largestSize: Int { countsBySize.count - 1 }

  /// The maximal cliques of a graph; `nil` where there are more than `limit` sets to look at.
  public init?(_ graph: Graph, limit: Int = 2_000_000) {
    let both = graph.undirected
    let order = both.degeneracy.order
    var place = [Int32](repeating: 0, count: order.count)
    for (position, node) in order.enumerated() { place[node] = Int32(position) }
    let blocks = Parallel.blocks(of: max(64, order.count / 64), in: order.count)
    let parts = Parallel.map(blocks.count) { [place] piece -> CliqueSearch in
      var search = CliqueSearch(graph: both, limit: limit)
      for position in blocks[piece] {
        let node = order[position]
        let tied = both.slice(node)
        search.extend(
          [Int32(node)], by: tied.filter { place[Int($0)] > Int32(position) },
          excluding: tied.filter { place[Int($0)] < Int32(position) })
      }
      return search
    }
    guard parts.reduce(0, { $0 + $1.visits }) <= limit else { return nil }
    let size = parts.map(\.counts.count).max() ?? 0
    var counts = [Int](repeating: 0, count: max(size, 1))
    for part in parts {
      for (k, count) in part.counts.enumerated() { counts[k] += count }
    }
    countsBySize = counts
    let found = parts.filter { $0.counts.count == size }.flatMap(\.largest)
    largest = Array(
      found.sorted { $0.lexicographicallyPrecedes($1) }.prefix(Self.mostListed))
  }
}

/// The cliques that begin at some of the nodes.
private struct CliqueSearch {
  let graph: Graph
  let limit: Int
  var visits = 0
  var counts: [Int] = []
  var largest: [[Int32]] = []

  init(graph: Graph, limit: Int) {
    self.graph = graph
    self.limit = limit
  }

  /// Adds candidates to a clique one after the other; `excluded` nodes are tied to all of it and were tried before.
  mutating func extend(
    _ clique: [Int32], by candidates: [Int32], excluding excluded: [Int32]
  ) {
    visits += 1
    guard visits <= limit else { return }
    if candidates.isEmpty {
      if excluded.isEmpty { found(clique) }
      return
    }
    // Without the pivot itself every maximal clique has a node that is not tied to it: only those need be added.
    var pivot = candidates[0]
    var most = -1
    for node in candidates + excluded {
      let tied = candidates.count { isTied(node, $0) }
      if tied > most { (pivot, most) = (node, tied) }
    }
    var left = candidates
    var done = excluded
    for node in candidates where !isTied(pivot, node) {
      extend(
        clique + [node], by: left.filter { isTied(node, $0) },
        excluding: done.filter { isTied(node, $0) })
      left.removeAll { $0 == node }
      done.append(node)
    }
  }

  private func isTied(_ first: Int32, _ second: Int32) -> Bool {
    graph.position(from: Int(first), to: Int(second)) != nil
  }

  private mutating func found(_ clique: [Int32]) {
    if clique.count >= counts.count {
      counts += [Int](repeating: 0, count: clique.count + 1 - counts.count)
      largest.removeAll()
    }
    counts[clique.count] += 1
    guard clique.count == counts.count - 1 else { return }
    largest.append(clique.sorted())
    if largest.count > 8 * MaximalCliques.mostListed {
      largest.sort { $0.lexicographicallyPrecedes($1) }
      largest.removeLast(largest.count - MaximalCliques.mostListed)
    }
  }
}
