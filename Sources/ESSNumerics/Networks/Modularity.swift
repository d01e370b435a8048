/// The graph as modularity sees it: ties with weights, and what each node would have at random.
///
/// One form for three null models: Q = (1/m) sum over ordered pairs in a group of A_ij - out_i in_j / m, with half the strength as
/// `out` and `in` of an undirected node (Newman and Girvan 2004), its two strengths for a directed one (Leicht and Newman 2008), and only
/// one of them for each side of a bipartite graph (Barber 2007).
struct ModularityGraph: Sendable {
  var starts: [Int32]
  var neighbours: [Int32]
  var weights: [Double]
  /// Weight of each node's ties to itself, counted once: what lies inside it after nodes are joined.
  var inner: [Double]
  var out: [Double]
  var into: [Double]
  /// Weight of all ties, each counted once.
  var total: Double

  var count: Int { starts.count - 1 }

  init(
    starts: [Int32], neighbours: [Int32], weights: [Double], inner: [Double], out: [Double],
    into: [Double], total: Double
  ) {
    self.starts = starts
    self.neighbours = neighbours
    self.weights = weights
    self.inner = inner
    self.out = out
    self.into = into
    self.total = total
  }

  init(_ graph: Graph) {
    let both = graph.undirected
    let strengths = graph.strengths
    let incoming = graph.isDirected ? graph.reversed.strengths : strengths
    let share = graph.isDirected ? 1 : 0.5
    self.init(
      starts: both.starts, neighbours: both.neighbours,
      weights: both.weights ?? both.neighbours.map { _ in 1 },
      inner: strengths.map { _ in 0 }, out: strengths.map { $0 * share },
      into: incoming.map { $0 * share }, total: graph.totalWeight)
  }

  /// A bipartite graph: rows send, columns receive.
  init(_ incidence: IncidenceGraph) {
    let graph = Graph(incidence)
    let strengths = graph.strengths
    self.init(
      starts: graph.starts, neighbours: graph.neighbours,
      weights: graph.weights ?? graph.neighbours.map { _ in 1 },
      inner: strengths.map { _ in 0 },
      out: strengths.enumerated().map { $0 < incidence.rows ? $1 : 0 },
      into: strengths.enumerated().map { $0 < incidence.rows ? 0 : $1 },
      total: graph.totalWeight)
  }

  /// The modularity of groups numbered from 0.
  func modularity(_ groups: [Int32], resolution: Double) -> Double {
    guard total > 0 else { return 0 }
    let count = Int(groups.max() ?? -1) + 1
    var inside = [Double](repeating: 0, count: count)
    var out = inside
    var into = inside
    for node in 0..<self.count {
      let group = Int(groups[node])
      inside[group] += inner[node]
      out[group] += self.out[node]
      into[group] += self.into[node]
      for k in Int(starts[node])..<Int(starts[node + 1])
      where Int(groups[Int(neighbours[k])]) == group { inside[group] += weights[k] / 2 }
    }
    var sum = 0.0
    for group in 0..<count {
      sum += inside[group] - resolution * out[group] * into[group] / total
    }
    return sum / total
  }

  /// The groups cut into the parts that ties join, which lowers no modularity: nodes of two parts have no tie, and some would be expected.
  func connected(_ groups: [Int32]) -> [Int32] {
    var parts = [Int32](repeating: -1, count: count)
    var next: Int32 = 0
    var open: [Int] = []
    for start in 0..<count where parts[start] < 0 {
      parts[start] = next
      open.append(start)
      while let node = open.popLast() {
        for k in Int(starts[node])..<Int(starts[node + 1]) {
          let other = Int(neighbours[k])
          guard parts[other] < 0, groups[other] == groups[node] else { continue }
          parts[other] = next
          open.append(other)
        }
      }
      next += 1
    }
    return parts
  }

  /// The graph whose nodes are the groups of this one's.
  func joined(_ groups: [Int32], count: Int) -> ModularityGraph {
    var members = [Int32](repeating: 0, count: count + 1)
    for group in groups { members[Int(group) + 1] += 1 }
    for k in 0..<count { members[k + 1] += members[k] }
    var order = [Int32](repeating: 0, count: groups.count)
    var next = members
    for node in 0..<groups.count {
      let group = Int(groups[node])
      order[Int(next[group])] = Int32(node)
      next[group] += 1
    }
    var result = ModularityGraph(
      starts: [0], neighbours: [], weights: [],
      inner: [Double](repeating: 0, count: count), out: [Double](repeating: 0, count: count),
      into: [Double](repeating: 0, count: count), total: total)
    var sums = [Double](repeating: 0, count: count)
    var isNew = [Bool](repeating: true, count: count)
    var touched: [Int32] = []
    for group in 0..<count {
      touched.removeAll(keepingCapacity: true)
      for place in Int(members[group])..<Int(members[group + 1]) {
        let node = Int(order[place])
        result.inner[group] += inner[node]
        result.out[group] += out[node]
        result.into[group] += into[node]
        for k in Int(starts[node])..<Int(starts[node + 1]) {
          let other = groups[Int(neighbours[k])]
          if isNew[Int(other)] {
            isNew[Int(other)] = false
            touched.append(other)
          }
          sums[Int(other)] += weights[k]
        }
      }
      for other in touched {
        if Int(other) == group {
          result.inner[group] += sums[group] / 2
        } else {
          result.neighbours.append(other)
          result.weights.append(sums[Int(other)])
        }
        sums[Int(other)] = 0
        isNew[Int(other)] = true
      }
      result.starts.append(Int32(result.neighbours.count))
    }
    return result
  }
}
