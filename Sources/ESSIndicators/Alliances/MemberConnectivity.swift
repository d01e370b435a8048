internal import ESSNumerics

/// How organisations hang together through alliances, and what falls apart when one of them goes.
///
/// Two organisations are joined if they share an alliance; walked on the incidence itself, so that the ties among organisations are
/// never made. Fragmentation F = 1 - sum c (c - 1) / (n (n - 1)) over components of c organisations is the share of pairs that no path
/// joins (Borgatti 2006). Cost: O(organisations + alliances + memberships), the removal of every one included: one depth-first walk finds the
/// parts that hang on a node alone (Hopcroft and Tarjan 1973).
struct MemberConnectivity {
  /// Number of organisations of each component, largest first.
  let sizes: [Int]
  /// For each organisation the fragmentation of the others without it, less that of all; `nil` for fewer than three.
  let removal: [Double]?
  private let pairs: Double
  private let count: Int

  /// F; `nil` for fewer than two organisations.
  var fragmentation: Double? {
    count >= 2 ? 1 - pairs / (Double(count) * Double(count - 1)) : nil
  }

  init(_ incidence: IncidenceGraph) {
    let graph = Graph(incidence)
    let n = incidence.rows
    let components = ESSNumerics.Components(graph)
    var members = [Int](repeating: 0, count: components.sizes.count)
    for organisation in 0..<n { members[Int(components.membership[organisation])] += 1 }
    sizes = members.filter { $0 > 0 }.sorted(by: >)
    let pairs: Double = members.reduce(0) { $0 + Double($1) * Double($1 - 1) }
    self.pairs = pairs
    count = n
    guard n >= 3 else {
      removal = nil
      return
    }
    let parts = CutParts(graph, organisations: n)
    let before = 1 - pairs / (Double(n) * Double(n - 1))
    let after = Double(n - 1) * Double(n - 2)
    removal = (0..<n).map { organisation in
      let size = members[Int(components.membership[organisation])]
      let left = Double(size - 1 - parts.members[organisation])
      let kept =
        pairs - Double(size) * Double(size - 1) + parts.pairs[organisation] + left * (left - 1)
      return 1 - kept / after - before
    }
  }
}

/// The parts of a component that hang on one organisation alone.
private struct CutParts {
  /// Members of these parts together.
  var members: [Int]
  /// Sum of c (c - 1) over them.
  var pairs: [Double]

  init(_ graph: Graph, organisations: Int) {
    members = Array(repeating: 0, count: organisations)
    pairs = Array(repeating: 0, count: organisations)
    let count = graph.nodeCount
    var order = [Int32](repeating: -1, count: count)
    var lowest = [Int32](repeating: 0, count: count)
    var below = [Int](repeating: 0, count: count)
    var next = graph.starts
    var clock: Int32 = 0
    for root in 0..<count where order[root] < 0 {
      var path = [root]
      while let node = path.last {
        if order[node] < 0 {
          order[node] = clock
          lowest[node] = clock
          below[node] = node < organisations ? 1 : 0
          clock += 1
        }
        if next[node] < graph.starts[node + 1] {
          let neighbour = Int(graph.neighbours[Int(next[node])])
          next[node] += 1
          if order[neighbour] < 0 {
            path.append(neighbour)
          } else {
            lowest[node] = min(lowest[node], order[neighbour])
          }
          continue
        }
        path.removeLast()
        guard let parent = path.last else { continue }
        below[parent] += below[node]
        lowest[parent] = min(lowest[parent], lowest[node])
        if parent < organisations, lowest[node] >= order[parent] {
          members[parent] += below[node]
          pairs[parent] += Double(below[node]) * Double(below[node] - 1)
        }
      }
    }
  }
}
