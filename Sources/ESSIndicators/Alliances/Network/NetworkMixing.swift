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
    /// Random memberships with the same margins.
    public var draws: Int
    /// Seed of both.
    public var seed: UInt64

    /// The options.
    public init(
      attribute: String, numeric: [String] = [], permutations: Int = 999, draws: Int = 0,
      seed: UInt64 = 1
    ) {
      self.attribute = attribute
      self.numeric = numeric
      self.permutations = permutations
      self.draws = draws
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
  /// Assortativity by each numeric attribute, number of nodes behind it, and beside that of the numbers given to nodes at random.
  public let numeric: [(attribute: String, value: Double?, nodes: Int, comparison: NullComparison?)]
  /// Blau's heterogeneity of each alliance, for a network of organisations.
  public let blau: [(alliance: AllianceNetwork.Alliance, value: Double?, members: Int)]
  /// The part of governments in bringing others together, where the groups are types of actor.
  public let convening: Convening?
  /// The indices beside those of random memberships; of a table of ties there is none.
  public let null: NullModel?

  /// Pairs of actors that are no governments and share an alliance, and those that share one with a government in it.
  public struct Convening: Sendable, Equatable {
    /// Pairs that share an alliance.
    public let pairs: Int
    /// Of these, pairs that share one with a government in it.
    public let convened: Int
    /// Their share; `nil` without pairs.
    public let share: Double?
    /// The share with each alliance shared counting 1 / (members - 1).
    public let weightedShare: Double?
  }

  /// Measures a network; throws on an unknown attribute.
  ///
  /// Cost of each draw: that of projecting the memberships again.
  public init(_ network: ActorNetwork, _ options: Options) throws(DataError) {
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
    var numeric: [(attribute: String, value: Double?, nodes: Int, comparison: NullComparison?)] =
      []
    for attribute in options.numeric {
      numeric.append(Self.numeric(attribute, try network.numbers(attribute), network, options))
    }
    self.numeric = numeric
    self.network = network
    self.options = options
    let sides = network.origin.flatMap { MixedSides($0, options.attribute, groups.numbers, count) }
    blau = sides?.blau ?? []
    convening = sides?.convening
    null = network.origin.map { origin in
      let names = Self.nullNames(sides)
      return NullModel(
        origin.incidence.graph, names, draws: options.draws, seed: options.seed
      ) { draw in
        let graph = origin.graph(of: draw)
        let mixings = [graph, graph.unweighted].map {
          Mixing($0, groups: groups.numbers, count: count)
        }
        return mixings.flatMap { [$0.externalInternal, $0.externalShare, $0.assortativity] }
          + (sides?.indices(draw) ?? [])
      }
    }
  }

  private static func numeric(
    _ attribute: String, _ values: [Double?], _ network: ActorNetwork, _ options: Options
  ) -> (attribute: String, value: Double?, nodes: Int, comparison: NullComparison?) {
    let kept = values.compactMap { $0 }
    let graph = network.graph.removing(values.map { $0 == nil })
    let observed = graph.assortativity(of: kept)
    let drawn = Parallel.map(options.permutations) { draw -> Double? in
      let order = KeyedRandom(seed: options.seed, stream: UInt64(draw)).permutation(kept.count)
      return graph.assortativity(of: order.map { kept[$0] })
    }
    return (attribute, observed, kept.count, NullComparison(observed: observed, draws: drawn))
  }

  private static func nullNames(
    _ sides: MixedSides?
  ) -> [(indicator: String, component: String)] {
    // The part sets these apart from the comparison with groups given at random.
    let indices = ["external_internal", "external_share", "assortativity"]
    let ties = ["weighted", "unweighted"].flatMap { part in
      indices.map { (indicator: "network.\($0)", component: "\(part)/curveball") }
    }
    return ties + (sides?.names ?? [])
  }
}

/// What can be said of alliances as mixtures of organisations.
private struct MixedSides: Sendable {
  let blau: [(alliance: AllianceNetwork.Alliance, value: Double?, members: Int)]
  let convening: NetworkMixing.Convening?
  private let groups: [Int]
  private let count: Int
  /// `nil` where groups are no types of actor, or none is a government.
  private let isGovernment: [Bool]?

  init?(_ origin: ActorNetwork.Origin, _ attribute: String, _ groups: [Int], _ count: Int) {
    guard origin.mode == .organisations else { return nil }
    let incidence = origin.incidence
    let network = incidence.network
    self.groups = groups
    self.count = count
    let values = incidence.graph.heterogeneity(of: groups, count: count)
    let sizes = incidence.graph.columnDegrees
    blau = incidence.alliances.enumerated().map {
      (network.alliances[$1], values[$0], sizes[$0])
    }
    let marks = incidence.organisations.map { network.organisations[$0].isGovernment }
    isGovernment = attribute == "actor_type" && marks.contains(true) ? marks : nil
    convening = isGovernment.flatMap { marks in
      MeetingPairs(incidence.graph, types: groups, isGovernment: marks).map {
        NetworkMixing.Convening(
          pairs: $0.withoutGovernment, convened: $0.convened, share: $0.convening,
          weightedShare: MeetingPairs.weightedConvening(incidence.graph, isGovernment: marks))
      }
    }
  }

  /// Names of `indices`.
  var names: [(indicator: String, component: String)] {
    [("network.blau", "")] + blau.map { ("network.blau", $0.alliance.id) }
      + (isGovernment == nil
        ? [] : [("network.convening", "pairs"), ("network.convening", "newman")])
  }

  /// Blau's mean, that of each alliance, and the convening shares of other memberships.
  func indices(_ draw: IncidenceGraph) -> [Double?] {
    let values = draw.heterogeneity(of: groups, count: count)
    let shares = isGovernment.map { marks in
      [
        MeetingPairs(draw, types: groups, isGovernment: marks)?.convening,
        MeetingPairs.weightedConvening(draw, isGovernment: marks),
      ]
    }
    return [values.meanOfKnown] + values + (shares ?? [])
  }
}
