public import ESSData
public import ESSNumerics

/// Which ties of a projection are more than chance would give, by what is held fixed.
public struct NetworkBackbone: Sendable {
  /// What a tie is compared with.
  public enum Method: String, Sendable, CaseIterable {
    /// A node's strength split at random among its ties (Serrano and others 2009).
    case disparity
    /// The nodes' numbers of memberships, each drawn from all (Tumminello and others 2011).
    case hypergeometric
    /// The expected numbers of memberships and of members (the stochastic degree sequence model, Neal 2014).
    case sdsm
    /// The numbers of memberships and of members themselves (the fixed degree sequence model, by curveball draws).
    case curveball

    /// What is held fixed, for a method.
    public var conditions: String {
      switch self {
      case .disparity: "strength and degree of each node"
      case .hypergeometric: "memberships of both"
      case .sdsm: "expected memberships and members"
      case .curveball: "memberships and members"
      }
    }
  }

  /// How p values are corrected for their number.
  public enum Correction: String, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// Holm (1979): the chance of any false tie.
    case holm
    /// Benjamini and Hochberg (1995): the share of false ties.
    case bh
  }

  /// The ties by one method.
  public struct Part: Sendable {
    /// The method.
    public let method: Method
    /// The p value of each tie, corrected, in the order of `ties`.
    public let p: [Double]
    /// Number of ties below the level.
    public let kept: Int
    /// The smallest p value: the level from which there is a tie to keep.
    public let smallest: Double?
    /// The smallest p value that the method could give.
    public let resolution: Double?
  }

  /// The options.
  public struct Options: Sendable, Equatable {
    /// The methods, side by side.
    public var methods: [Method]
    /// The level below which a tie is kept.
    public var level: Double
    /// How p values are corrected.
    public var correction: Correction
    /// Whether the disparity of both ends must be below the level.
    public var requiresBoth: Bool
    /// Draws of the curveball.
    public var draws: Int
    /// Their seed.
    public var seed: UInt64

    /// The options.
    public init(
      methods: [Method] = Method.allCases, level: Double = 0.05, correction: Correction = .none,
      requiresBoth: Bool = false, draws: Int = 1000, seed: UInt64 = 1
    ) {
      self.methods = methods
      self.level = level
      self.correction = correction
      self.requiresBoth = requiresBoth
      self.draws = draws
      self.seed = seed
    }
  }

  /// The network; its ties are those that are tested.
  public let network: ActorNetwork
  /// The options.
  public let options: Options
  /// The ties.
  public let ties: (sources: [Int32], targets: [Int32], weights: [Double])
  /// The methods, side by side.
  public let parts: [Part]

  /// Tests the ties of a network.
  ///
  /// - Parameters:
  ///   - network: The network, tied by numbers shared.
  ///   - side: The memberships with the nodes as rows; without them there is only the disparity filter.
  ///   - options: The methods and the level.
  /// - Throws: `DataError.notIdentified` without ties, without memberships for a method that needs them, or if the expected degrees
  ///   cannot be fitted.
  public init(
    _ network: ActorNetwork, side: IncidenceGraph?, _ options: Options
  ) throws(DataError) {
    guard network.graph.tieCount > 0 else {
      throw .notIdentified("the network has no ties to test")
    }
    self.network = network
    self.options = options
    let ties = network.graph.tieList
    self.ties = ties
    let n = Double(network.ids.count)
    let pairs = n * (n - 1) / (network.graph.isDirected ? 1 : 2)
    var parts: [Part] = []
    for method in options.methods {
      let plain: [Double]
      switch (method, side) {
      case (.disparity, _):
        plain = DisparityFilter(network.graph).perTie(requiresBoth: options.requiresBoth)
      case (_, nil):
        throw .notIdentified(
          "the method '\(method.rawValue)' needs memberships; a table of ties has none")
      case (.hypergeometric, let side?): plain = Self.hypergeometric(ties, side)
      case (.sdsm, let side?): plain = try Self.stochastic(ties, side)
      case (.curveball, let side?):
        plain = Self.drawn(network.graph, ties, side, options)
      }
      // The filter tests ties, the others all pairs, of which those without a tie have p = 1.
      let p = Self.corrected(
        plain, options.correction, tests: method == .disparity ? Double(plain.count) : pairs)
      parts.append(
        Part(
          method: method, p: p, kept: p.count { $0 < options.level }, smallest: p.min(),
          resolution: method == .curveball ? 1 / Double(options.draws + 1) : nil))
    }
    self.parts = parts
  }

  private static func hypergeometric(
    _ ties: (sources: [Int32], targets: [Int32], weights: [Double]), _ side: IncidenceGraph
  ) -> [Double] {
    let graph = Projection(side.unweighted, .init(weighting: .hypergeometric)).graph
    return zip(ties.sources, ties.targets).map {
      SpecialFunctions.exp(-graph.weight(from: Int($0), to: Int($1)))
    }
  }

  private static func stochastic(
    _ ties: (sources: [Int32], targets: [Int32], weights: [Double]), _ side: IncidenceGraph
  ) throws(DataError) -> [Double] {
    guard let configuration = BipartiteConfiguration(side) else {
      throw .notIdentified("the expected degrees of the stochastic model could not be fitted")
    }
    let degrees = side.rowDegrees
    let shared = Projection(side.unweighted).graph
    // Pairs of the same degrees and number shared have the same p value.
    var known: [[Int]: Double] = [:]
    return zip(ties.sources, ties.targets).map { source, target in
      let (i, j) = (Int(source), Int(target))
      let count = Int(shared.weight(from: i, to: j))
      let key = [min(degrees[i], degrees[j]), max(degrees[i], degrees[j]), count]
      if let value = known[key] { return value }
      let value = configuration.upperTail(i, j, shared: count)
      known[key] = value
      return value
    }
  }

  private static func drawn(
    _ graph: Graph, _ ties: (sources: [Int32], targets: [Int32], weights: [Double]),
    _ side: IncidenceGraph, _ options: Options
  ) -> [Double] {
    let observed = Projection(side.unweighted).graph
    let counts = zip(ties.sources, ties.targets).map {
      observed.weight(from: Int($0), to: Int($1))
    }
    // Draws are added up block by block, so that memory does not grow with their number.
    let blocks = Parallel.blocks(of: max(1, (options.draws + 31) / 32), in: options.draws)
    let curveball = Curveball(side, seed: options.seed)
    let parts = Parallel.map(blocks.count) { piece -> [Int32] in
      var atLeast = [Int32](repeating: 0, count: counts.count)
      for draw in blocks[piece] {
        let other = Projection(curveball.draw(draw)).graph
        for (k, (source, target)) in zip(ties.sources, ties.targets).enumerated()
        where other.weight(from: Int(source), to: Int(target)) >= counts[k] {
          atLeast[k] += 1
        }
      }
      return atLeast
    }
    return counts.indices.map { k in
      (Double(parts.reduce(0) { $0 + Int($1[k]) }) + 1) / Double(options.draws + 1)
    }
  }

  /// P values corrected for a number of tests that may be larger than that of the values given.
  static func corrected(_ p: [Double], _ correction: Correction, tests: Double) -> [Double] {
    guard correction != .none else { return p }
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var result = p
    if correction == .holm {
      var largest = 0.0
      for (rank, k) in order.enumerated() {
        largest = max(largest, min(1, (tests - Double(rank)) * p[k]))
        result[k] = largest
      }
    } else {
      // Pairs that are not given have p = 1 and come last.
      var least = 1.0
      for (rank, k) in order.enumerated().reversed() {
        least = min(least, tests / Double(rank + 1) * p[k])
        result[k] = least
      }
    }
    return result
  }

  /// The methods side by side, then the ties that any of them keeps with all their p values; never without the smallest p.
  public var observations: [Observation] {
    var rows = NetworkRows(
      method: "backbone(\(network.conventions),level=\(NumberText.shortest(options.level)),"
        + "correction=\(options.correction.rawValue))")
    for part in parts {
      let method = self.method(part)
      let none =
        part.kept > 0
        ? ""
        : "no tie is below the level; the smallest p is \(NumberText.shortest(part.smallest ?? 1))"
      rows.add(
        "network.backbone_ties", part.method.rawValue, Double(part.kept), count: part.p.count,
        method: method, note: none)
      rows.add("network.backbone_smallest", part.method.rawValue, part.smallest, method: method)
    }
    for k in ties.sources.indices where parts.contains(where: { $0.p[k] < options.level }) {
      let path = "\(network.ids[Int(ties.sources[k])])/\(network.ids[Int(ties.targets[k])])"
      for part in parts {
        rows.add(
          "network.backbone_p", "\(path)/\(part.method.rawValue)", part.p[k], method: method(part))
      }
    }
    return rows.rows
  }

  private func method(_ part: Part) -> String {
    let extra =
      switch part.method {
      case .curveball: ",draws=\(options.draws),seed=\(options.seed)"
      case .disparity: ",ends=\(options.requiresBoth ? "both" : "either")"
      default: ""
      }
    return "fixed=\(part.method.conditions)\(extra)"
  }
}
