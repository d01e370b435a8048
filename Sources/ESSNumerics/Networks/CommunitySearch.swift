/// One run of a search for groups of high modularity.
struct CommunitySearch<Generator: RandomNumberGenerator> {
  private let base: ModularityGraph
  private let method: Communities.Method
  private let resolution: Double
  private var generator: Generator

  init(
    _ graph: ModularityGraph, _ method: Communities.Method, resolution: Double,
    generator: Generator
  ) {
    base = graph
    self.method = method
    self.resolution = resolution
    self.generator = generator
  }

  /// Groups that no further pass improves.
  mutating func run() -> [Int32] {
    var groups = (0..<base.count).map(Int32.init)
    guard base.total > 0 else { return groups }
    var quality = -Double.infinity
    while true {
      let next = pass(from: groups)
      let found = base.modularity(next, resolution: resolution)
      // Nodes that gain nothing by leaving stay in a group that the node between them has left: Leiden's groups are connected.
      guard found > quality + 1e-12 else {
        return method == .leiden ? base.connected(groups) : groups
      }
      (groups, quality) = (next, found)
      // A pass of Louvain begins from single nodes; it cannot be continued.
      if method == .louvain { return groups }
    }
  }

  /// Moves nodes, joins them, moves the joined ones, and so on until nothing can be joined.
  private mutating func pass(from start: [Int32]) -> [Int32] {
    var graph = base
    var groups = Self.renumbered(start).groups
    // For each node of the base its place in the current graph.
    var place = (0..<base.count).map(Int32.init)
    while true {
      move(graph, &groups)
      let (plain, count) = Self.renumbered(groups)
      groups = plain
      if count == graph.count { break }
      var (parts, partCount) =
        method == .leiden ? refine(graph, groups, count: count) : (groups, count)
      // Where no node of the level joins another, the groups themselves are joined: they may still merge as wholes.
      if partCount == graph.count { (parts, partCount) = (groups, count) }
      var ofPart = [Int32](repeating: 0, count: partCount)
      for node in 0..<graph.count { ofPart[Int(parts[node])] = groups[node] }
      graph = graph.joined(parts, count: partCount)
      place = place.map { parts[Int($0)] }
      groups = ofPart
    }
    return place.map { groups[Int($0)] }
  }

  private static func renumbered(_ groups: [Int32]) -> (groups: [Int32], count: Int) {
    var number = [Int32](repeating: -1, count: Int(groups.max() ?? -1) + 1)
    var count: Int32 = 0
    let result = groups.map { group in
      if number[Int(group)] < 0 {
        number[Int(group)] = count
        count += 1
      }
      return number[Int(group)]
    }
    return (result, Int(count))
  }

  /// Nodes move to the neighbouring group that gains most, until none gains; only nodes beside a move are looked at again.
  private mutating func move(_ graph: ModularityGraph, _ groups: inout [Int32]) {
    let n = graph.count
    var out = [Double](repeating: 0, count: n + 1)
    var into = out
    var sizes = [Int32](repeating: 0, count: n + 1)
    for node in 0..<n {
      out[Int(groups[node])] += graph.out[node]
      into[Int(groups[node])] += graph.into[node]
      sizes[Int(groups[node])] += 1
    }
    var empty = (0..<Int32(n)).filter { sizes[Int($0)] == 0 }
    var queue = (0..<Int32(n)).shuffled(using: &generator)
    var isQueued = [Bool](repeating: true, count: n)
    var sums = [Double](repeating: -1, count: n + 1)
    var touched: [Int32] = []
    let factor = resolution / graph.total
    var head = 0
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      isQueued[node] = false
      if head > n, head * 2 > queue.count {
        queue.removeFirst(head)
        head = 0
      }
      let own = groups[node]
      let (o, i) = (graph.out[node], graph.into[node])
      out[Int(own)] -= o
      into[Int(own)] -= i
      sizes[Int(own)] -= 1
      if sizes[Int(own)] == 0 { empty.append(own) }
      touched.removeAll(keepingCapacity: true)
      sums[Int(own)] = 0
      touched.append(own)
      for k in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let group = groups[Int(graph.neighbours[k])]
        if sums[Int(group)] < 0 {
          sums[Int(group)] = 0
          touched.append(group)
        }
        sums[Int(group)] += graph.weights[k]
      }
      func gain(_ group: Int32) -> Double {
        sums[Int(group)] - factor * (o * into[Int(group)] + i * out[Int(group)])
      }
      var best = own
      var most = gain(own)
      let margin = 1e-12 * graph.total
      for group in touched.dropFirst() {
        let value = gain(group)
        if value > most + margin { (best, most) = (group, value) }
      }
      if most < -margin, let group = empty.last { best = group }
      for group in touched { sums[Int(group)] = -1 }
      out[Int(best)] += o
      into[Int(best)] += i
      // A node alone that stays: its group was put last just now, and so was that of a node that leaves for an empty one.
      if sizes[Int(best)] == 0 { empty.removeLast() }
      sizes[Int(best)] += 1
      guard best != own else { continue }
      groups[node] = best
      for k in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let other = graph.neighbours[k]
        if !isQueued[Int(other)], groups[Int(other)] != best {
          isQueued[Int(other)] = true
          queue.append(other)
        }
      }
    }
  }

  /// Divides each group again: single nodes join parts of their group that they gain by, at random in favour of the larger gain,
  /// as long as node and part are well tied to the rest of the group.
  private mutating func refine(
    _ graph: ModularityGraph, _ groups: [Int32], count: Int
  ) -> (parts: [Int32], count: Int) {
    let n = graph.count
    let factor = resolution / graph.total
    var groupOut = [Double](repeating: 0, count: count)
    var groupInto = groupOut
    for node in 0..<n {
      groupOut[Int(groups[node])] += graph.out[node]
      groupInto[Int(groups[node])] += graph.into[node]
    }
    var parts = (0..<Int32(n)).map { $0 }
    var out = graph.out
    var into = graph.into
    var isSingle = [Bool](repeating: true, count: n)
    // Weight of each part's ties to the rest of its group.
    var cut = [Double](repeating: 0, count: n)
    for node in 0..<n {
      for k in Int(graph.starts[node])..<Int(graph.starts[node + 1])
      where groups[Int(graph.neighbours[k])] == groups[node] { cut[node] += graph.weights[k] }
    }
    func isWellTied(_ part: Int, _ group: Int) -> Bool {
      let expected =
        out[part] * (groupInto[group] - into[part]) + into[part] * (groupOut[group] - out[part])
      return cut[part] >= factor * expected
    }
    var sums = [Double](repeating: -1, count: n)
    for node in (0..<n).shuffled(using: &generator) {
      let group = groups[node]
      guard isSingle[node], parts[node] == Int32(node), isWellTied(node, Int(group)) else {
        continue
      }
      var touched: [Int32] = []
      for k in Int(graph.starts[node])..<Int(graph.starts[node + 1])
      where groups[Int(graph.neighbours[k])] == group {
        let part = parts[Int(graph.neighbours[k])]
        if sums[Int(part)] < 0 {
          sums[Int(part)] = 0
          touched.append(part)
        }
        sums[Int(part)] += graph.weights[k]
      }
      var gains: [(part: Int32, gain: Double)] = []
      for part in touched where isWellTied(Int(part), Int(group)) {
        let gain =
          sums[Int(part)]
          - factor
          * (graph.out[node] * into[Int(part)] + graph.into[node] * out[Int(part)])
        if gain >= 0 { gains.append((part, gain)) }
      }
      if let chosen = draw(gains) {
        let part = Int(chosen)
        cut[part] += cut[node] - 2 * sums[part]
        out[part] += graph.out[node]
        into[part] += graph.into[node]
        parts[node] = chosen
        isSingle[part] = false
      }
      for part in touched { sums[Int(part)] = -1 }
    }
    let plain = Self.renumbered(parts)
    return (plain.groups, plain.count)
  }

  /// A part drawn with a probability that grows with its gain, of the randomness that the authors advise.
  private mutating func draw(_ gains: [(part: Int32, gain: Double)]) -> Int32? {
    guard let most = gains.map(\.gain).max() else { return nil }
    let odds = gains.map { SpecialFunctions.exp(($0.gain - most) / 0.01) }
    var left = Double.random(in: 0..<1, using: &generator) * odds.reduce(0, +)
    for (entry, odd) in zip(gains, odds) {
      left -= odd
      if left < 0 { return entry.part }
    }
    return gains.last?.part
  }
}
