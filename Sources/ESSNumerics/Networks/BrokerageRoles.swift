/// How often a node stands between two others that are not tied, by the groups of the three (Gould and Fernandez 1989).
///
/// A brokerage is a pair of ties a to v to c with no tie a to c. An undirected tie runs both ways, so that every pair of an undirected
/// graph counts twice, as it does in R's sna. Expectations and standard deviations are those of ties drawn independently with the
/// density of the graph, groups given; they are exact, also for the sums over the graph.
public struct BrokerageRoles: Sendable, Equatable {
  /// What a broker is to the two.
  public enum Role: Int, Sendable, CaseIterable {
    /// All three are of one group.
    case coordinator
    /// The two are of one group, the broker of another.
    case itinerant
    /// The broker and the sender are of one group.
    case representative
    /// The broker and the receiver are of one group.
    case gatekeeper
    /// All three are of different groups.
    case liaison

    init(_ sender: Int, _ broker: Int, _ receiver: Int) {
      self =
        switch (sender == broker, broker == receiver, sender == receiver) {
        case (true, true, _): .coordinator
        case (true, _, _): .representative
        case (_, true, _): .gatekeeper
        case (_, _, true): .itinerant
        default: .liaison
        }
    }
  }

  /// A count with what is expected of it.
  public struct Count: Sendable, Equatable {
    /// The count.
    public let value: Int
    /// Its expectation.
    public let expected: Double
    /// Its standard deviation.
    public let deviation: Double

    /// The count in standard deviations from its expectation; `nil` where it cannot vary.
    public var z: Double? {
      deviation > 0 ? (Double(value) - expected) / deviation : nil
    }
  }

  /// For each node its counts by role, and their sum as the last one.
  public let nodes: [[Count]]
  /// The sums over nodes by role, and of all roles as the last one.
  public let network: [Count]

  /// The counts of a graph whose nodes are in the given groups, numbered from 0.
  ///
  /// Cost: the sum over nodes of senders times receivers, and (groups)^4 for the standard deviations.
  public init(_ graph: Graph, groups: [Int]) {
    let n = graph.nodeCount
    let incoming = graph.reversed
    var counts: [[Int]] = []
    for node in 0..<n {
      var found = [Int](repeating: 0, count: 6)
      for sender in incoming.slice(node) {
        for receiver in graph.slice(node) where sender != receiver {
          if graph.position(from: Int(sender), to: Int(receiver)) != nil { continue }
          found[Role(groups[Int(sender)], groups[node], groups[Int(receiver)]).rawValue] += 1
          found[5] += 1
        }
      }
      counts.append(found)
    }
    let pairs = Double(n) * Double(n - 1)
    let stored = Double(graph.neighbours.count)
    let expectation = BrokerageExpectation(groups, density: pairs > 0 ? stored / pairs : 0)
    nodes = counts.enumerated().map { node, found in
      zip(found, expectation.ofNode(inGroup: groups[node])).map {
        Count(value: $0, expected: $1.mean, deviation: $1.variance.squareRoot())
      }
    }
    network = zip(0..<6, expectation.ofNetwork).map { role, moments in
      Count(
        value: counts.reduce(0) { $0 + $1[role] }, expected: moments.mean,
        deviation: max(0, moments.variance).squareRoot())
    }
  }
}

/// Moments of brokerage counts where every tie is there with the same probability, independently.
private struct BrokerageExpectation {
  typealias Moments = (mean: Double, variance: Double)
  private let sizes: [Int]
  private let p: Double

  init(_ groups: [Int], density: Double) {
    var sizes = [Int](repeating: 0, count: (groups.max() ?? -1) + 1)
    for group in groups { sizes[group] += 1 }
    self.sizes = sizes
    p = density
  }

  /// Whether a brokerage counts for a role; every one does for the sum, role 5.
  private func counts(_ role: Int, _ a: Int, _ v: Int, _ c: Int) -> Bool {
    role == 5 || BrokerageRoles.Role(a, v, c).rawValue == role
  }

  /// Number of ways to choose different nodes of the given groups, one after the other.
  private func ways(_ groups: [Int]) -> Double {
    var product = 1.0
    for (k, group) in groups.enumerated() {
      product *= Double(max(0, sizes[group] - groups[..<k].count { $0 == group }))
    }
    return product
  }

  func ofNode(inGroup own: Int) -> [Moments] {
    let q = p * p * (1 - p)
    let groups = sizes.indices
    return (0..<6).map { role in
      var terms = 0.0
      var meeting = 0.0
      for a in groups {
        for c in groups where counts(role, a, own, c) {
          terms += ways([own, a, c])
          // Two brokerages of the node that have the sender, or the receiver, in common.
          for d in groups {
            if counts(role, a, own, d) { meeting += ways([own, a, c, d]) }
            if counts(role, d, own, c) { meeting += ways([own, a, c, d]) }
          }
        }
      }
      let shared = p * p * p * (1 - p) * (1 - p) * (1 - p)
      // The broker is one node of its group, not any of them.
      let brokers = Double(max(1, sizes[own]))
      return (
        terms / brokers * q, terms / brokers * q * (1 - q) + meeting / brokers * shared
      )
    }
  }

  var ofNetwork: [Moments] {
    let q = p * p * (1 - p)
    let groups = Array(sizes.indices)
    var means = [Double](repeating: 0, count: 6)
    var variances = means
    for x in groups {
      for y in groups {
        for z in groups {
          let three = ways([x, y, z])
          guard three > 0 else { continue }
          let label = [x, y, z]
          for role in [BrokerageRoles.Role(x, y, z).rawValue, 5] {
            means[role] += three * q
            variances[role] += three * q * (1 - q)
            for (other, covariance) in sameThree
            where counts(role, label[other[0]], label[other[1]], label[other[2]]) {
              variances[role] += three * covariance
            }
          }
          for w in groups {
            let four = ways([x, y, z, w])
            guard four > 0 else { continue }
            let label = [x, y, z, w]
            for role in [BrokerageRoles.Role(x, y, z).rawValue, 5] {
              for (other, covariance) in withAFourth
              where counts(role, label[other[0]], label[other[1]], label[other[2]]) {
                variances[role] += four * covariance
              }
            }
          }
        }
      }
    }
    return zip(means, variances).map { ($0, $1) }
  }

  /// The brokerages (sender, broker, receiver) among nodes 0, 1, 2 other than 0-1-2 itself, with their covariance with it.
  private var sameThree: [([Int], Double)] {
    [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].map { ($0, covariance($0)) }
  }

  /// The brokerages of a fourth node, 3, that have one tie in common with 0-1-2, with their covariance with it.
  private var withAFourth: [([Int], Double)] {
    [(0, 1), (1, 2), (0, 2)].flatMap { s, t in
      [[s, t, 3], [3, s, t], [s, 3, t]].map { ($0, covariance($0)) }
    }
  }

  /// The covariance of brokerage 0-1-2 with another one: a tie wanted by one and excluded by the other makes both impossible.
  private func covariance(_ other: [Int]) -> Double {
    func arcs(_ t: [Int]) -> [([Int], Bool)] {
      [([t[0], t[1]], true), ([t[1], t[2]], true), ([t[0], t[2]], false)]
    }
    let q = p * p * (1 - p)
    var wanted: [[Int]: Bool] = [:]
    for (arc, isThere) in arcs([0, 1, 2]) + arcs(other) {
      if let known = wanted[arc], known != isThere { return -q * q }
      wanted[arc] = isThere
    }
    let ties = Double(wanted.values.count { $0 })
    let gaps = Double(wanted.count) - ties
    return SpecialFunctions.power(p, ties) * SpecialFunctions.power(1 - p, gaps) - q * q
  }
}
