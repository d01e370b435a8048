/// Shortest paths from one source after the other, with the dependencies of Brandes's algorithm.
struct PathKernel: Sendable {
  /// What a block of sources adds up to.
  struct Part: Sendable {
    var dependencies: [Double]
    var farness: [Double] = []
    var reached: [Int] = []
    var harmonic: [Double] = []
  }

  private let graph: Graph
  private let lengths: TieLengths
  /// Number of nodes of each node's component: a search that has found them all need not look further.
  private let componentSize: [Int]

  init(_ graph: Graph, _ lengths: TieLengths) {
    self.graph = graph
    self.lengths = lengths
    let components = Components(graph)
    componentSize = components.membership.map { components.sizes[Int($0)] }
  }

  func visit(_ sources: [Int]) -> Part {
    switch lengths {
    case .steps: steps(sources)
    case .whole(let lengths, let unit):
      distances(sources, lengths, unit: unit) { $0 == $1 }
    case .real(let lengths):
      distances(sources, lengths, unit: 1) { abs($0 - $1) <= 1e-12 * max($0, $1) }
    }
  }

  /// Breadth first.
  ///
  /// Counts flow outwards level by level; dependencies flow back to a node from its successors, so that the
  /// ties of the last level, most of them in a dense graph, are never looked at.
  private func steps(_ sources: [Int]) -> Part {
    let n = graph.nodeCount
    var part = Part(dependencies: [Double](repeating: 0, count: n))
    var counts = [Double](repeating: 0, count: n)
    var shares = [Double](repeating: 0, count: n)
    var levels = [Int32](repeating: -1, count: n)
    var queue = [Int32](repeating: 0, count: n)
    unsafe graph.starts.withUnsafeBufferPointer { starts in
      unsafe graph.neighbours.withUnsafeBufferPointer { neighbours in
        unsafe counts.withUnsafeMutableBufferPointer { counts in
          unsafe shares.withUnsafeMutableBufferPointer { shares in
            unsafe levels.withUnsafeMutableBufferPointer { levels in
              unsafe queue.withUnsafeMutableBufferPointer { queue in
                for source in sources {
                  unsafe counts[source] = 1
                  unsafe levels[source] = 0
                  unsafe queue[0] = Int32(source)
                  var (head, tail) = (0, 1)
                  let size = componentSize[source]
                  while head < tail {
                    let node = unsafe Int(queue[head])
                    let next = unsafe levels[node] + 1
                    // All are found and this one is on the last level: nobody comes after it.
                    if tail == size, unsafe levels[Int(queue[tail - 1])] < next { break }
                    head += 1
                    let paths = unsafe counts[node]
                    for k in unsafe Int(starts[node])..<Int(starts[node + 1]) {
                      let other = unsafe Int(neighbours[k])
                      if unsafe levels[other] < 0 {
                        unsafe levels[other] = next
                        unsafe queue[tail] = Int32(truncatingIfNeeded: other)
                        tail += 1
                      }
                      if unsafe levels[other] == next { unsafe counts[other] += paths }
                    }
                  }
                  var far = 0
                  var reciprocal = 0.0
                  var place = tail - 1
                  // Nodes that were never opened are on the last level.
                  while place >= head {
                    let node = unsafe Int(queue[place])
                    unsafe shares[node] = 1 / counts[node]
                    place -= 1
                  }
                  while place > 0 {
                    let node = unsafe Int(queue[place])
                    let next = unsafe levels[node] + 1
                    var sum = 0.0
                    for k in unsafe Int(starts[node])..<Int(starts[node + 1]) {
                      let other = unsafe Int(neighbours[k])
                      sum += unsafe levels[other] == next ? shares[other] : 0
                    }
                    let paths = unsafe counts[node]
                    let dependency = paths * sum
                    part.dependencies[node] += dependency
                    unsafe shares[node] = (1 + dependency) / paths
                    place -= 1
                  }
                  for place in 1..<max(tail, 1) {
                    let level = unsafe Int(levels[Int(queue[place])])
                    far += level
                    reciprocal += 1 / Double(level)
                  }
                  part.farness.append(Double(far))
                  part.reached.append(tail)
                  part.harmonic.append(reciprocal)
                  for place in 0..<tail {
                    let node = unsafe Int(queue[place])
                    unsafe counts[node] = 0
                    unsafe levels[node] = -1
                  }
                }
              }
            }
          }
        }
      }
    }
    return part
  }

  /// Nearest first (Dijkstra), `isSame` saying when two paths are equally long.
  private func distances<Length: Comparable & AdditiveArithmetic & Sendable>(
    _ sources: [Int], _ lengths: [Length], unit: Double, _ isSame: (Length, Length) -> Bool
  ) -> Part where Length: LengthValue {
    let n = graph.nodeCount
    var part = Part(dependencies: [Double](repeating: 0, count: n))
    var distance = [Length?](repeating: nil, count: n)
    var counts = [Double](repeating: 0, count: n)
    var isDone = [Bool](repeating: false, count: n)
    for source in sources {
      var order: [Int] = []
      var heap = DistanceHeap<Length>()
      distance[source] = .zero
      counts[source] = 1
      heap.push(.zero, source)
      while let (near, node) = heap.pop() {
        if isDone[node] { continue }
        isDone[node] = true
        order.append(node)
        for tie in graph.ties(of: node) {
          let other = Int(graph.neighbours[tie])
          let length = near + lengths[tie]
          guard let known = distance[other] else {
            distance[other] = length
            counts[other] = counts[node]
            heap.push(length, other)
            continue
          }
          if isSame(length, known) {
            if !isDone[other] { counts[other] += counts[node] }
          } else if length < known {
            distance[other] = length
            counts[other] = counts[node]
            heap.push(length, other)
          }
        }
      }
      var shares = [Double](repeating: 0, count: n)
      for node in order.reversed() {
        var sum = 0.0
        for tie in graph.ties(of: node) {
          let other = Int(graph.neighbours[tie])
          guard let near = distance[node], let far = distance[other], near < far,
            isSame(near + lengths[tie], far)
          else { continue }
          sum += shares[other]
        }
        let dependency = counts[node] * sum
        if node != source { part.dependencies[node] += dependency }
        shares[node] = (1 + dependency) / counts[node]
      }
      let far = order.map { (distance[$0] ?? .zero).value * unit }
      part.farness.append(far.reduce(0, +))
      part.reached.append(order.count)
      part.harmonic.append(far.dropFirst().reduce(0) { $0 + 1 / $1 })
      for node in order {
        distance[node] = nil
        counts[node] = 0
        isDone[node] = false
      }
    }
    return part
  }
}

/// A length as a number.
protocol LengthValue {
  var value: Double { get }
}

extension Int64: LengthValue {
  var value: Double { Double(self) }
}

extension Double: LengthValue {
  var value: Double { self }
}

/// A binary heap of nodes by distance, the smaller node first among equals.
private struct DistanceHeap<Length: Comparable> {
  private var items: [(length: Length, node: Int)] = []

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    (items[a].length, items[a].node) < (items[b].length, items[b].node)
  }

  mutating func push(_ length: Length, _ node: Int) {
    items.append((length, node))
    var child = items.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (Length, Int)? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    if items.isEmpty { return (first.length, first.node) }
    items[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < items.count && isBefore(child, least) {
        least = child
      }
      if least == parent { return (first.length, first.node) }
      items.swapAt(parent, least)
      parent = least
    }
  }
}
