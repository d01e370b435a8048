/// Sets of nodes that matter most together (Borgatti 2006).
public enum KeyPlayers {
  /// Fragmentation of what is left when the nodes of a set are removed; `nil` if fewer than two are left.
  ///
  /// Of a bipartite graph the nodes that count can be those of one side, `counted`; the others only join them. O(nodes + ties).
  public static func fragmentation(
    _ graph: Graph, without set: [Int], counted: Range<Int>? = nil
  ) -> Double? {
    let counted = counted ?? 0..<graph.nodeCount
    var isDone = marks(set, graph.nodeCount)
    var stack: [Int32] = []
    var left = 0.0
    var joined = 0.0
    for start in counted where !isDone[start] {
      isDone[start] = true
      stack.append(Int32(start))
      var size = 0.0
      while let node = stack.popLast() {
        if counted.contains(Int(node)) { size += 1 }
        for other in graph.slice(Int(node)) where !isDone[Int(other)] {
          isDone[Int(other)] = true
          stack.append(other)
        }
      }
      left += size
      joined += size * (size - 1)
    }
    return left >= 2 ? 1 - joined / (left * (left - 1)) : nil
  }

  /// Distance-weighted fragmentation of what is left: 1 - 2 sum 1/d_ij / (n(n-1)) over pairs, 0 for pairs that no path joins.
  public static func distanceFragmentation(_ graph: Graph, without set: [Int]) -> Double? {
    let rest = graph.removing(marks(set, graph.nodeCount)).unweighted
    let n = Double(rest.nodeCount)
    guard n >= 2 else { return nil }
    return 1 - PathCentrality(rest).harmonic.reduce(0, +) / (n * (n - 1))
  }

  /// Sum over the nodes outside a set of 1 / their distance to the nearest of it, and how many are one step away.
  ///
  /// Of a bipartite graph the nodes that count can be those of one side, `counted`; two of its steps are one between them.
  public static func reach(
    _ graph: Graph, from set: [Int], counted: Range<Int>? = nil
  ) -> (sum: Double, neighbours: Int) {
    var level = [Int](repeating: -1, count: graph.nodeCount)
    var queue = set
    for node in set { level[node] = 0 }
    var head = 0
    var counts: [Int] = []
    while head < queue.count {
      let node = queue[head]
      head += 1
      for other in graph.slice(node) where level[Int(other)] < 0 {
        level[Int(other)] = level[node] + 1
        if counts.count == level[node] { counts.append(0) }
        if counted?.contains(Int(other)) ?? true { counts[level[node]] += 1 }
        queue.append(Int(other))
      }
    }
    let step = counted == nil ? 1 : 2
    let sum = counts.enumerated().reduce(0) { sum, level in
      sum + (level.element == 0 ? 0 : Double(level.element * step) / Double(level.offset + 1))
    }
    return (sum, counts.count >= step ? counts[step - 1] : 0)
  }

  /// The set of a size with the largest score.
  public struct Choice: Sendable, Equatable {
    /// The nodes, ascending.
    public let nodes: [Int]
    /// Their score.
    public let score: Double
    /// Whether every set was tried; otherwise one node after the other was chosen and then swapped while that improved.
    public let isExact: Bool
  }

  /// The best set of `size` nodes.
  ///
  /// All sets are tried if there are at most 200,000, otherwise one node after the other is chosen and then swapped. The first in order
  /// wins a tie.
  public static func best(
    of nodeCount: Int, size: Int, score: @Sendable ([Int]) -> Double
  ) -> Choice {
    precondition(size >= 1 && size <= nodeCount, "a set of nodes of the graph")
    var sets = 1.0
    for k in 0..<size { sets = sets * Double(nodeCount - k) / Double(k + 1) }
    if sets.rounded() <= 200_000 {
      let found = Parallel.map(nodeCount - size + 1) { first -> Choice in
        var set = (0..<size).map { first + $0 }
        var best = Choice(nodes: set, score: score(set), isExact: true)
        while next(&set, nodeCount) {
          let value = score(set)
          if value > best.score + 1e-12 { best = Choice(nodes: set, score: value, isExact: true) }
        }
        return best
      }
      return found.dropFirst().reduce(found[0]) { $1.score > $0.score + 1e-12 ? $1 : $0 }
    }
    return greedy(nodeCount, size, score)
  }

  /// The next set with the same first node, in order.
  private static func next(_ set: inout [Int], _ nodeCount: Int) -> Bool {
    var k = set.count - 1
    while k > 0, set[k] == nodeCount - set.count + k { k -= 1 }
    guard k > 0 else { return false }
    set[k] += 1
    for after in (k + 1)..<max(set.count, k + 1) { set[after] = set[after - 1] + 1 }
    return true
  }

  private static func greedy(
    _ nodeCount: Int, _ size: Int, _ score: @Sendable ([Int]) -> Double
  ) -> Choice {
    var chosen: [Int] = []
    var value = -Double.infinity
    func bestCandidate(_ base: [Int]) -> (node: Int, value: Double)? {
      let outside = (0..<nodeCount).filter { !base.contains($0) }
      let values = Parallel.map(outside.count) { score((base + [outside[$0]]).sorted()) }
      guard var best = values.indices.first else { return nil }
      for k in values.indices where values[k] > values[best] + 1e-12 { best = k }
      return (outside[best], values[best])
    }
    while chosen.count < size, let best = bestCandidate(chosen) {
      chosen.append(best.node)
      value = best.value
    }
    var improved = true
    while improved {
      improved = false
      for k in chosen.indices {
        var base = chosen
        base.remove(at: k)
        if let best = bestCandidate(base), best.value > value + 1e-12 {
          chosen = base + [best.node]
          value = best.value
          improved = true
        }
      }
    }
    return Choice(nodes: chosen.sorted(), score: value, isExact: false)
  }

  private static func marks(_ set: [Int], _ count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for node in set { marks[node] = true }
    return marks
  }
}
