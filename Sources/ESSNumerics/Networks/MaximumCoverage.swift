/// The choice of columns that cover the rows of most weight.
public struct MaximumCoverage: Sendable, Equatable {
  /// The columns chosen: ascending if the choice is exact, otherwise in the order of choice.
  public let columns: [Int]
  /// Weight of the rows covered.
  public let weight: Double
  /// Number of choices of as many columns that cover the same weight; `nil` if not all were looked at.
  public let optimalCount: Int?
  /// No choice of as many columns covers more.
  public let bound: Double

  /// One column after the other, each the one that adds most, the first among equals.
  ///
  /// It covers at least 1 - (1 - 1/k)^k of what the best choice does (Nemhauser, Wolsey and Fisher 1978); the bound is the least, over
  /// the steps, of what was covered and the largest gains that were still possible. Cost: O(size x ties).
  public init(greedy graph: IncidenceGraph, weights: [Double], size: Int) {
    var isCovered = [Bool](repeating: false, count: graph.rows)
    func gain(_ column: Int) -> Double {
      graph.rows(ofColumn: column).reduce(0) { $0 + (isCovered[Int($1)] ? 0 : weights[Int($1)]) }
    }
    var gains = (0..<graph.columns).map(gain)
    var chosen: [Int] = []
    var covered = 0.0
    let all = weights.reduce(0, +)
    var bound = min(all, gains.sorted(by: >).prefix(size).reduce(0, +))
    while chosen.count < min(size, graph.columns) {
      var column = 0
      for other in gains.indices where gains[other] > gains[column] { column = other }
      guard gains[column] > 0 else { break }
      chosen.append(column)
      for row in graph.rows(ofColumn: column) where !isCovered[Int(row)] {
        isCovered[Int(row)] = true
        covered += weights[Int(row)]
      }
      gains = (0..<graph.columns).map(gain)
      bound = min(bound, covered + gains.sorted(by: >).prefix(size).reduce(0, +))
    }
    columns = chosen
    weight = covered
    self.bound = max(bound, covered)
    optimalCount = nil
  }

  /// The best choice by branch and bound; `nil` if more than `limit` branches had to be looked at.
  ///
  /// Columns are tried by falling weight; a branch is left when its weight and the largest gains left cannot beat the best so far. All best
  /// choices are counted, the first in order of columns is given.
  public init?(
    exact graph: IncidenceGraph, weights: [Double], size: Int, limit: Int = 2_000_000
  ) {
    var search = CoverageSearch(graph, weights, size: min(size, graph.columns), limit: limit)
    guard search.run() else { return nil }
    columns = search.best
    weight = search.most
    optimalCount = search.count
    bound = search.most
  }
}

private struct CoverageSearch {
  let graph: IncidenceGraph
  let weights: [Double]
  let size: Int
  let limit: Int
  private let order: [Int]
  private(set) var best: [Int] = []
  private(set) var most = -1.0
  private(set) var count = 0
  private var branches = 0
  private var coverCount: [Int32]
  private let tolerance: Double

  init(_ graph: IncidenceGraph, _ weights: [Double], size: Int, limit: Int) {
    self.graph = graph
    self.weights = weights
    self.size = size
    self.limit = limit
    tolerance = 1e-12 * weights.reduce(0, +)
    let own = (0..<graph.columns).map { column in
      graph.rows(ofColumn: column).reduce(0) { $0 + weights[Int($1)] }
    }
    order = own.indices.sorted { (own[$1], $0) < (own[$0], $1) }
    coverCount = [Int32](repeating: 0, count: graph.rows)
  }

  mutating func run() -> Bool {
    let start = MaximumCoverage(greedy: graph, weights: weights, size: size)
    // Not counted: the search finds the greedy choice again.
    most = start.weight - 2 * tolerance
    descend(from: 0, [], 0)
    return branches <= limit
  }

  private func gain(_ column: Int) -> Double {
    graph.rows(ofColumn: column).reduce(0) {
      $0 + (coverCount[Int($1)] == 0 ? weights[Int($1)] : 0)
    }
  }

  private mutating func descend(from place: Int, _ chosen: [Int], _ covered: Double) {
    branches += 1
    guard branches <= limit else { return }
    if chosen.count == size {
      let set = chosen.sorted()
      if covered > most + tolerance {
        (most, best, count) = (covered, set, 1)
      } else if covered >= most - tolerance {
        count += 1
        if best.isEmpty || set.lexicographicallyPrecedes(best) { best = set }
        most = max(most, covered)
      }
      return
    }
    let left = size - chosen.count
    guard order.count - place >= left else { return }
    let gains = order[place...].map(gain)
    let possible = gains.sorted(by: >).prefix(left).reduce(0, +)
    guard covered + possible >= most - tolerance else { return }
    for k in place...(order.count - left) {
      let column = order[k]
      let added = gain(column)
      for row in graph.rows(ofColumn: column) { coverCount[Int(row)] += 1 }
      descend(from: k + 1, chosen + [column], covered + added)
      for row in graph.rows(ofColumn: column) { coverCount[Int(row)] -= 1 }
    }
  }
}
