public import ESSData
public import ESSNumerics

/// How ties and alliances mix actors of different kinds.
public struct NetworkMixing: Sendable {
  /// What to compute.
  public struct Options: Sendable, Equatable {
    /// The attribute that parts nodes into groups.
    public var attribute: String
    /// Attributes that are numbers, for assortativity.
    public var numeric: [String]
    /// Random assignments of the groups to the nodes.
    public var permutations: Int
    /// Their seed.
    public var seed: UInt64

    /// The options.
    public init(
      attribute: String, numeric: [String] = [], permutations: Int = 999, seed: UInt64 = 1
    ) {
      self.attribute = attribute
      self.numeric = numeric
      self.permutations = permutations
      self.seed = seed
    }
  }

  /// The network.
  public let network: ActorNetwork
  /// The options.
  public let options: Options
  /// Labels of the groups, sorted.
  public let labels: [String]
  /// The mixing of the groups, ties weighted.
  public let mixing: Mixing
  /// The mixing with every tie counting the same.
  public let unweighted: Mixing
  /// The E-I index beside that of groups given to nodes at random; weighted, then unweighted.
  public let comparisons: [NullComparison?]
  /// The same of assortativity.
  public let assortativityComparisons: [NullComparison?]
  /// Assortativity by each numeric attribute and number of ties behind it.
  public let numeric: [(attribute: String, value: Double?, nodes: Int)]
  /// Blau's heterogeneity of each alliance, for a network of organisations.
  public let blau: [(alliance: AllianceNetwork.Alliance, value: Double?, members: Int)]
  /// The part of governments in bringing others together, where the groups are types of actor.
  public let convening: Convening?

  /// Pairs of actors that are no governments and share an alliance, and those that share one with a government in it.
  public struct Convening: Sendable, Equatable {
    /// Pairs that share an alliance.
    public let pairs: Int
    /// Of these, pairs that share one with a government in it.
    public let convened: Int
    /// The same sums with each alliance shared counting 1 / (members - 1).
    public let weighted: (pairs: Double, convened: Double)

    /// Whether all sums are the same.
    public static func == (left: Convening, right: Convening) -> Bool {
      left.pairs == right.pairs && left.convened == right.convened
        && left.weighted == right.weighted
    }
  }

  /// Measures a network; throws on an unknown attribute.
  public init(
    _ network: ActorNetwork, _ options: Options, incidence: AllianceIncidence? = nil
  ) throws(DataError) {
    let groups = try network.groups(by: options.attribute)
    let count = groups.labels.count
    let graphs = [network.graph, network.graph.unweighted]
    let drawn = Parallel.map(options.permutations) { draw -> [Double?] in
      let order = KeyedRandom(seed: options.seed, stream: UInt64(draw))
        .permutation(groups.numbers.count)
      let shuffled = order.map { groups.numbers[$0] }
      let mixings = graphs.map { Mixing($0, groups: shuffled, count: count) }
      return mixings.map(\.externalInternal) + mixings.map(\.assortativity)
    }
    let mixings = graphs.map { Mixing($0, groups: groups.numbers, count: count) }
    comparisons = mixings.enumerated().map { k, mixing in
      NullComparison(observed: mixing.externalInternal, draws: drawn.map { $0[k] })
    }
    assortativityComparisons = mixings.enumerated().map { k, mixing in
      NullComparison(observed: mixing.assortativity, draws: drawn.map { $0[k + 2] })
    }
    (mixing, unweighted) = (mixings[0], mixings[1])
    labels = groups.labels
    var numeric: [(attribute: String, value: Double?, nodes: Int)] = []
    for attribute in options.numeric {
      let values = try network.numbers(attribute)
      let isMissing = values.map { $0 == nil }
      let kept = values.compactMap { $0 }
      numeric.append(
        (attribute, network.graph.removing(isMissing).assortativity(of: kept), kept.count))
    }
    self.numeric = numeric
    self.network = network
    self.options = options
    let sided = incidence.flatMap { $0.graph.rows == network.ids.count ? $0 : nil }
    blau = sided.map { Self.blau($0, groups.numbers, count) } ?? []
    convening =
      options.attribute == "actor_type" ? sided.flatMap(Self.convening) : nil
  }

  private static func blau(
    _ incidence: AllianceIncidence, _ groups: [Int], _ count: Int
  ) -> [(alliance: AllianceNetwork.Alliance, value: Double?, members: Int)] {
    incidence.alliances.enumerated().map { column, position in
      let members = incidence.graph.rows(ofColumn: column)
      var sizes = [Double](repeating: 0, count: count)
      for row in members { sizes[groups[Int(row)]] += 1 }
      let n = Double(members.count)
      // An alliance of one has nobody to mix with.
      let value = n > 1 ? 1 - sizes.reduce(0) { $0 + $1 / n * ($1 / n) } : nil
      return (incidence.network.alliances[position], value, members.count)
    }
  }

  private static func convening(_ incidence: AllianceIncidence) -> Convening? {
    let graph = incidence.graph
    let isGovernment = incidence.organisations.map {
      incidence.network.organisations[$0].actorType.hasSuffix("government")
    }
    guard isGovernment.contains(true) else { return nil }
    let degrees = graph.columnDegrees
    func sums(_ isKept: (Int) -> Bool) -> (pairs: Int, weight: Double) {
      var rows: [Int32] = []
      var columns: [Int32] = []
      for column in 0..<graph.columns where isKept(column) {
        for row in graph.rows(ofColumn: column) where !isGovernment[Int(row)] {
          rows.append(row)
          columns.append(Int32(column))
        }
      }
      let part = IncidenceGraph(
        rows: graph.rows, columns: graph.columns, rowIndices: rows, columnIndices: columns)
      let newman = degrees.map { $0 > 1 ? 1 / Double($0 - 1) : 0 }
      let none = Projection.Options(weighting: .diagonal(newman), minimum: .infinity)
      let projection = Projection(part, none)
      return (projection.pairCount, projection.totalWeight)
    }
    let all = sums { _ in true }
    let convened = sums { column in
      graph.rows(ofColumn: column).contains { isGovernment[Int($0)] }
    }
    return Convening(
      pairs: all.pairs, convened: convened.pairs, weighted: (all.weight, convened.weight))
  }
}
