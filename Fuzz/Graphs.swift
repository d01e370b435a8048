// Graph algorithms against what their definitions give, on graphs of at most seven nodes: every path, subset and partition can be looked at.

import ESSNumerics

/// A small graph as a square of weights, beside the form under test.
private struct SmallGraph {
  let count: Int
  let isDirected: Bool
  /// The weight of each tie; 0 where there is none.
  var weights: [[Double]]
  let graph: Graph
  /// The nodes joined by a tie in either direction.
  let isTied: [[Bool]]

  /// The first byte has the number of nodes and whether ties have directions and weights; each other one is a tie.
  init(_ bytes: [UInt8]) {
    let first = bytes.first ?? 0
    let count = Int(first & 7)
    let isDirected = first & 8 != 0
    let isWeighted = first & 16 != 0
    var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var sources: [Int32] = []
    var targets: [Int32] = []
    var given: [Double] = []
    for byte in bytes.dropFirst().prefix(64) {
      let (source, target) = (Int(byte & 7), Int(byte >> 3 & 7))
      guard source < count, target < count else { continue }
      let weight = Double(byte >> 6) + 1
      sources.append(Int32(source))
      targets.append(Int32(target))
      given.append(weight)
      guard source != target else { continue }
      let sum = isWeighted ? weights[source][target] + weight : 1
      weights[source][target] = sum
      if !isDirected { weights[target][source] = sum }
    }
    self.count = count
    self.isDirected = isDirected
    self.weights = weights
    graph = Graph(
      nodes: count, sources: sources, targets: targets, weights: isWeighted ? given : nil,
      isDirected: isDirected)
    isTied = (0..<count).map { i in
      (0..<count).map { weights[i][$0] > 0 || weights[$0][i] > 0 }
    }
  }

  /// Which nodes paths join among those that are there, ties taken both ways (Warshall 1962).
  func closure(_ isThere: [Bool]) -> [[Bool]] {
    var joined = (0..<count).map { i in
      (0..<count).map { isThere[i] && isThere[$0] && (i == $0 || isTied[i][$0]) }
    }
    for k in 0..<count {
      for i in 0..<count where joined[i][k] {
        for j in 0..<count where joined[k][j] { joined[i][j] = true }
      }
    }
    return joined
  }

  /// The share of pairs of nodes that are there which no path joins.
  func fragmentation(_ isThere: [Bool]) -> Double? {
    let left = isThere.count { $0 }
    guard left >= 2 else { return nil }
    let pairs = closure(isThere).reduce(0) { $0 + $1.count { $0 } } - left
    return 1 - Double(pairs) / Double(left * (left - 1))
  }

  /// Modularity by its definition: a sum over ordered pairs of nodes in one group.
  func modularity(_ groups: [Int32], resolution: Double) -> Double {
    let total = weights.reduce(0) { $0 + $1.reduce(0, +) }
    guard total > 0 else { return 0 }
    let out = weights.map { $0.reduce(0, +) }
    let into = (0..<count).map { j in weights.reduce(0) { $0 + $1[j] } }
    var sum = 0.0
    for i in 0..<count {
      for j in 0..<count where groups[i] == groups[j] {
        sum += weights[i][j] - resolution * out[i] * into[j] / total
      }
    }
    return sum / total
  }
}

private func isNear(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
}

private func isNear(_ left: Double?, _ right: Double?) -> Bool {
  guard let left, let right else { return left == nil && right == nil }
  return isNear(left, right)
}

/// Ties, components, cores, cliques, triangles, paths, removals and communities of a small graph.
func tryGraph(_ bytes: [UInt8]) {
  // Threads cost more than graphs of this size.
  Parallel.setThreads(1)
  let small = SmallGraph(bytes)
  tryTies(small)
  tryComponents(small)
  tryCores(small)
  tryCliques(small)
  tryPaths(small, lengths: false)
  tryPaths(small, lengths: true)
  tryRemovals(small)
  tryCommunities(small)
  tryPageRank(small)
  tryHoles(small)
  tryBrokers(small)
}

private func tryTies(_ small: SmallGraph) {
  let graph = small.graph
  for i in 0..<small.count {
    for j in 0..<small.count {
      let weight = small.weights[i][j]
      precondition(graph.weight(from: i, to: j) == weight)
      precondition((graph.position(from: i, to: j) != nil) == (weight > 0))
      precondition(graph.reversed.weight(from: j, to: i) == weight)
    }
    precondition(graph.strengths[i] == small.weights[i].reduce(0, +))
  }
  let list = graph.tieList
  precondition(
    Graph(
      nodes: small.count, sources: list.sources, targets: list.targets, weights: list.weights,
      isDirected: small.isDirected) == graph)
  let sum = small.weights.reduce(0) { $0 + $1.reduce(0, +) }
  precondition(graph.totalWeight == (small.isDirected ? sum : sum / 2))
}

private func tryComponents(_ small: SmallGraph) {
  let components = Components(small.graph)
  let all = [Bool](repeating: true, count: small.count)
  let joined = small.closure(all)
  for i in 0..<small.count {
    for j in 0..<small.count {
      precondition((components.membership[i] == components.membership[j]) == joined[i][j])
    }
    precondition(components.sizes[Int(components.membership[i])] == joined[i].count { $0 })
  }
  precondition(zip(components.sizes, components.sizes.dropFirst()).allSatisfy { $0 >= $1 })
  precondition(isNear(components.fragmentation, small.fragmentation(all)))
}

/// A node is in the k-core if it stays when nodes with fewer than k ties are taken away again and again.
private func tryCores(_ small: SmallGraph) {
  var cores = [Int](repeating: 0, count: small.count)
  for k in 1...7 {
    var isThere = [Bool](repeating: true, count: small.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for i in 0..<small.count where isThere[i] {
        if (0..<small.count).count(where: { isThere[$0] && small.isTied[i][$0] }) < k {
          isThere[i] = false
          hasChanged = true
        }
      }
    }
    for i in 0..<small.count where isThere[i] { cores[i] = k }
  }
  precondition(small.graph.coreNumbers == cores)
}

private func tryCliques(_ small: SmallGraph) {
  func isClique(_ set: Int) -> Bool {
    let members = (0..<small.count).filter { set >> $0 & 1 == 1 }
    return members.allSatisfy { i in members.allSatisfy { i == $0 || small.isTied[i][$0] } }
  }
  var counts = [Int](repeating: 0, count: small.count + 1)
  var found: [[Int32]] = []
  for set in 1..<max(2, 1 << small.count) where small.count > 0 && isClique(set) {
    if (0..<small.count).contains(where: { set >> $0 & 1 == 0 && isClique(set | 1 << $0) }) {
      continue
    }
    counts[set.nonzeroBitCount] += 1
    found.append((0..<small.count).filter { set >> $0 & 1 == 1 }.map { Int32($0) })
  }
  let size = counts.lastIndex { $0 > 0 } ?? 0
  guard let cliques = MaximalCliques(small.graph) else {
    preconditionFailure("too many cliques in a small graph")
  }
  precondition(cliques.countsBySize == Array(counts.prefix(size + 1)))
  let largest = found.filter { $0.count == size }.sorted { $0.lexicographicallyPrecedes($1) }
  precondition(cliques.largest == Array(largest.prefix(MaximalCliques.mostListed)))
  var triangles = 0
  for i in 0..<small.count {
    for j in 0..<i where small.isTied[i][j] {
      triangles += (0..<j).count { small.isTied[i][$0] && small.isTied[j][$0] }
    }
  }
  precondition(small.graph.clustering.triangles == triangles)
}

/// Distances and numbers of shortest paths by extending paths tie by tie; betweenness by its definition.
private func tryPaths(_ small: SmallGraph, lengths hasLengths: Bool) {
  let n = small.count
  // Whole numbers, so that lengths of paths are equal or differ by 1 and no rounding decides.
  func length(_ i: Int, _ j: Int) -> Double { hasLengths ? small.weights[i][j] : 1 }
  var distance = [[Double]](repeating: [Double](repeating: .infinity, count: n), count: n)
  for i in 0..<n {
    distance[i][i] = 0
    for j in 0..<n where small.weights[i][j] > 0 { distance[i][j] = length(i, j) }
  }
  for k in 0..<n {
    for i in 0..<n {
      for j in 0..<n { distance[i][j] = min(distance[i][j], distance[i][k] + distance[k][j]) }
    }
  }
  var paths = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
  for source in 0..<n {
    paths[source][source] = 1
    let order = (0..<n).filter { $0 != source && distance[source][$0].isFinite }
      .sorted { distance[source][$0] < distance[source][$1] }
    for node in order {
      for before in 0..<n
      where small.weights[before][node] > 0
        && distance[source][before] + length(before, node) == distance[source][node]
      { paths[source][node] += paths[source][before] }
    }
  }
  let found = PathCentrality(
    small.graph,
    lengths: hasLengths
      ? small.graph.neighbours.indices.map { small.graph.weight(at: $0) } : nil)
  for node in 0..<n {
    var betweenness = 0.0
    for s in 0..<n where s != node {
      for t in 0..<n where t != node && t != s && distance[s][t].isFinite {
        guard distance[s][node] + distance[node][t] == distance[s][t] else { continue }
        betweenness += paths[s][node] * paths[node][t] / paths[s][t]
      }
    }
    precondition(
      isNear(found.betweenness[node], small.isDirected ? betweenness : betweenness / 2))
    let reached = (0..<n).filter { distance[node][$0].isFinite }
    precondition(found.reached[node] == reached.count)
    precondition(isNear(found.farness[node], reached.reduce(0) { $0 + distance[node][$1] }))
    precondition(
      isNear(
        found.harmonic[node],
        reached.reduce(0) { $1 == node ? $0 : $0 + 1 / distance[node][$1] }))
  }
}

private func tryRemovals(_ small: SmallGraph) {
  let order = RemovalCurve.order(byFalling: small.graph.degrees.map { Double($0) })
  let curve = RemovalCurve(small.graph, order: order)
  var isThere = [Bool](repeating: true, count: small.count)
  for (step, node) in order.enumerated() {
    isThere[node] = false
    let largest = small.closure(isThere).map { $0.count { $0 } }.max() ?? 0
    precondition(isNear(curve.shares[step], Double(largest) / Double(small.count)))
  }
  let removal = NodeRemoval(small.graph)
  for node in 0..<small.count {
    let rest = (0..<small.count).map { $0 != node }
    precondition(isNear(removal.fragmentation[node], small.fragmentation(rest)))
  }
}

/// A division is no better than the best of all partitions and no worse than single nodes, and its modularity is that of the definition.
private func tryCommunities(_ small: SmallGraph) {
  guard small.count > 0 else { return }
  for resolution in [1, 0.5] {
    var best = Double.infinity
    // Of seven nodes there are 877 partitions: too many for an input.
    if small.count <= 5 {
      best = -.infinity
      partitions(of: small.count) {
        best = max(best, small.modularity($0, resolution: resolution))
      }
    }
    let alone = small.modularity((0..<small.count).map { Int32($0) }, resolution: resolution)
    for method in Communities.Method.allCases {
      let found = Communities(
        small.graph, method: method, runs: 2, resolution: resolution, seed: 1)
      let value = small.modularity(found.groups, resolution: resolution)
      precondition(isNear(found.modularity, value))
      precondition(value <= best + 1e-9 && value >= alone - 1e-9)
      precondition(zip(found.sizes, found.sizes.dropFirst()).allSatisfy { $0 >= $1 })
      precondition(found.sizes.allSatisfy { $0 > 0 })
      guard method == .leiden else { continue }
      for group in found.sizes.indices {
        let isMember = found.groups.map { Int($0) == group }
        let joined = small.closure(isMember)
        let first = isMember.firstIndex(of: true) ?? 0
        precondition(joined[first] == isMember, "a group of Leiden's is not connected")
      }
    }
  }
}

/// Every partition of a few elements once, as groups numbered by their first members.
private func partitions(of count: Int, _ visit: ([Int32]) -> Void) {
  var groups = [Int32](repeating: 0, count: count)
  func place(_ element: Int, used: Int32) {
    if element == count { return visit(groups) }
    for group in 0...used {
      groups[element] = group
      place(element + 1, used: max(used, group + 1))
    }
  }
  place(0, used: 0)
}

/// PageRank is a distribution that its own step leaves as it is.
private func tryPageRank(_ small: SmallGraph) {
  guard small.count > 0 else { return }
  let ranks = SpectralCentrality.pageRank(small.graph)
  precondition(abs(ranks.reduce(0, +) - 1) < 1e-9)
  let n = Double(small.count)
  for node in 0..<small.count {
    var sum = 0.0
    for other in 0..<small.count {
      let strength = small.weights[other].reduce(0, +)
      sum += ranks[other] * (strength > 0 ? small.weights[other][node] / strength : 1 / n)
    }
    precondition(abs(ranks[node] - (0.15 / n + 0.85 * sum)) < 1e-8)
  }
}

/// Burt's constraint and effective size by their definitions, ties of both directions added.
private func tryHoles(_ small: SmallGraph) {
  let nodes = 0..<small.count
  let both = nodes.map { i in
    nodes.map {
      small.isDirected ? small.weights[i][$0] + small.weights[$0][i] : small.weights[i][$0]
    }
  }
  let strengths = both.map { $0.reduce(0, +) }
  let found = StructuralHoles(small.graph)
  for i in nodes {
    let contacts = nodes.filter { both[i][$0] > 0 }
    guard !contacts.isEmpty else {
      precondition(found.constraint[i] == nil && found.effectiveSize[i] == nil)
      continue
    }
    func share(_ a: Int, _ b: Int) -> Double { both[a][b] / strengths[a] }
    var (constraint, size) = (0.0, 0.0)
    for j in contacts {
      let others = contacts.filter { $0 != j }
      let own = share(i, j) + others.reduce(0) { $0 + share(i, $1) * share($1, j) }
      constraint += own * own
      let largest = both[j].max() ?? 0
      size += 1 - others.reduce(0) { $0 + share(i, $1) * both[j][$1] / largest }
    }
    precondition(isNear(found.constraint[i], constraint))
    precondition(isNear(found.effectiveSize[i], size))
  }
}

/// Gould and Fernandez's brokers by looking at every three nodes.
private func tryBrokers(_ small: SmallGraph) {
  let groups = (0..<small.count).map { $0 % 3 }
  let found = BrokerageRoles(small.graph, groups: groups)
  var whole = 0
  for broker in 0..<small.count {
    var counts = [Int](repeating: 0, count: 6)
    for a in 0..<small.count where a != broker && small.weights[a][broker] > 0 {
      for c in 0..<small.count where c != broker && c != a && small.weights[broker][c] > 0 {
        guard small.weights[a][c] == 0 else { continue }
        let role: BrokerageRoles.Role
        switch (groups[a] == groups[broker], groups[broker] == groups[c], groups[a] == groups[c]) {
        case (true, true, _): role = .coordinator
        case (true, false, _): role = .representative
        case (false, true, _): role = .gatekeeper
        case (false, false, true): role = .itinerant
        case (false, false, false): role = .liaison
        }
        counts[role.rawValue] += 1
        counts[5] += 1
      }
    }
    precondition(found.nodes[broker].map(\.value) == counts)
    precondition(found.nodes[broker].allSatisfy { $0.deviation >= 0 && $0.expected.isFinite })
    whole += counts[5]
  }
  precondition(small.count == 0 || found.network[5].value == whole)
}

/// Margins, products, coverage and communities of a small matrix of zeros and ones.
func tryIncidence(_ bytes: [UInt8]) {
  Parallel.setThreads(1)
  let first = bytes.first ?? 0
  let (rows, columns) = (Int(first & 7), Int(first >> 3 & 7))
  let masks = (0..<rows).map { row in
    row + 1 < bytes.count ? bytes[row + 1] & (1 << UInt8(columns) - 1) : 0
  }
  func has(_ row: Int, _ column: Int) -> Bool { masks[row] >> UInt8(column) & 1 == 1 }
  let graph = IncidenceGraph(
    columns: columns,
    lists: (0..<rows).map { row in (0..<columns).filter { has(row, $0) }.map { Int32($0) } })
  for row in 0..<rows {
    precondition(graph.rowDegrees[row] == masks[row].nonzeroBitCount)
    for column in 0..<columns {
      precondition(graph.contains(row: row, column: column) == has(row, column))
    }
  }
  precondition(graph.transposed.transposed == graph)
  let product = graph.booleanProduct(graph.transposed)
  for i in 0..<rows {
    for j in 0..<rows {
      precondition(product.contains(row: i, column: j) == (masks[i] & masks[j] != 0))
    }
  }
  tryCurveball(graph)
  let shift = rows + 1 < bytes.count ? Int(bytes[rows + 1]) : 0
  tryCoverage(
    graph, weights: (0..<rows).map { Double((shift >> ($0 % 4)) & 3) }, size: shift >> 5 & 3)
  guard rows + columns > 0 else { return }
  let found = Communities(bipartite: graph, runs: 2, seed: 3)
  precondition(
    isNear(found.modularity, Communities.modularity(bipartite: graph, groups: found.groups)))
  precondition(isNear(found.modularity, barber(graph, found.groups)))
  precondition(found.modularity >= -1e-9)
}

/// Barber's modularity by its definition.
private func barber(_ graph: IncidenceGraph, _ groups: [Int32]) -> Double {
  let total = Double(graph.tieCount)
  guard total > 0 else { return 0 }
  let (rowDegrees, columnDegrees) = (graph.rowDegrees, graph.columnDegrees)
  var sum = 0.0
  for row in 0..<graph.rows {
    for column in 0..<graph.columns where groups[row] == groups[graph.rows + column] {
      let expected = Double(rowDegrees[row] * columnDegrees[column]) / total
      sum += (graph.contains(row: row, column: column) ? 1 : 0) - expected
    }
  }
  return sum / total
}

/// A draw keeps the sums of rows and columns, and a draw of the same seed and index is the same.
private func tryCurveball(_ graph: IncidenceGraph) {
  let curveball = Curveball(graph, seed: 7)
  for index in 0..<3 {
    let draw = curveball.draw(index)
    precondition(draw.rowDegrees == graph.rowDegrees && draw.columnDegrees == graph.columnDegrees)
    for row in 0..<draw.rows {
      let list = draw.columns(ofRow: row)
      precondition(zip(list, list.dropFirst()).allSatisfy(<))
      precondition(list.allSatisfy { $0 >= 0 && $0 < Int32(graph.columns) })
    }
    precondition(draw == Curveball(graph, seed: 7).draw(index))
  }
}

/// The exact choice is the best of all; the greedy one is in its bounds.
private func tryCoverage(_ graph: IncidenceGraph, weights: [Double], size: Int) {
  let taken = min(size, graph.columns)
  func covered(_ set: Int) -> Double {
    (0..<graph.rows).reduce(0) { sum, row in
      graph.columns(ofRow: row).contains { set >> Int($0) & 1 == 1 } ? sum + weights[row] : sum
    }
  }
  let choices = (0..<(1 << graph.columns)).filter { $0.nonzeroBitCount == taken }
  let most = choices.map(covered).max() ?? 0
  guard let exact = MaximumCoverage(exact: graph, weights: weights, size: size) else {
    preconditionFailure("too many branches for a small matrix")
  }
  precondition(exact.weight == most)
  precondition(exact.columns.count == taken)
  precondition(covered(exact.columns.reduce(0) { $0 | 1 << $1 }) == most)
  precondition(exact.optimalCount == choices.count { covered($0) == most })
  let greedy = MaximumCoverage(greedy: graph, weights: weights, size: size)
  precondition(greedy.weight == covered(greedy.columns.reduce(0) { $0 | 1 << $1 }))
  precondition(greedy.bound >= most && greedy.weight <= most)
  var rest = 1.0
  for _ in 0..<taken { rest *= 1 - 1 / Double(max(taken, 1)) }
  precondition(greedy.weight >= (1 - rest) * most - 1e-9)
  var set = 0
  for column in greedy.columns {
    let gains = (0..<graph.columns).map { covered(set | 1 << $0) - covered(set) }
    precondition(gains[column] == gains.max() && gains.firstIndex(of: gains[column]) == column)
    set |= 1 << column
  }
}
