public import ESSData
public import ESSNumerics

/// Groups of a network with many ties inside, how good they are, and how stable.
public struct NetworkCommunities: Sendable {
  /// How to look for groups.
  public struct Options: Sendable, Equatable {
    /// The method.
    public var method: Communities.Method
    /// Number of runs, of which the best counts.
    public var runs: Int
    /// Larger values give more and smaller groups.
    public var resolution: Double
    /// Draws of the null model; 0 for none.
    public var draws: Int
    /// Seed of runs and draws.
    public var seed: UInt64

    /// The options.
    public init(
      method: Communities.Method = .leiden, runs: Int = 20, resolution: Double = 1, draws: Int = 0,
      seed: UInt64 = 1
    ) {
      self.method = method
      self.runs = runs
      self.resolution = resolution
      self.draws = draws
      self.seed = seed
    }
  }

  /// The network.
  public let network: ActorNetwork
  /// The options.
  public let options: Options
  /// The best division.
  public let communities: Communities
  /// Modularity beside that of random memberships with the same margins.
  public let null: NullComparison?
  private let drawNote: String

  /// Divides a network; of both sides by Barber's modularity.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - options: How to look for groups.
  /// - Throws: `DataError.notIdentified` for a network without ties.
  public init(
    _ network: ActorNetwork, _ options: Options = Options()
  ) throws(DataError) {
    guard network.graph.tieCount > 0 else {
      throw .notIdentified("the network has no ties; there is nothing to divide")
    }
    self.network = network
    self.options = options
    let isBipartite = network.firstSide != nil
    if isBipartite, let incidence = network.origin?.incidence {
      communities = Communities(
        bipartite: incidence.graph, method: options.method, runs: options.runs,
        resolution: options.resolution, seed: options.seed)
    } else {
      communities = Communities(
        network.graph, method: options.method, runs: options.runs, resolution: options.resolution,
        seed: options.seed)
    }
    // Memberships with weights have none like them to be drawn.
    guard options.draws > 0, let origin = network.origin, origin.incidence.graph.weights == nil
    else {
      null = nil
      drawNote = ""
      return
    }
    // Each draw is searched once; a single run of the network stands beside it.
    let curveball = Curveball(origin.incidence.graph, seed: options.seed)
    let drawn = curveball.map(draws: options.draws) { draw -> Double? in
      isBipartite
        ? Communities(
          bipartite: draw, method: options.method, runs: 1, resolution: options.resolution,
          seed: options.seed
        ).modularity
        : Communities(
          origin.graph(of: draw), method: options.method, runs: 1,
          resolution: options.resolution, seed: options.seed
        ).modularity
    }
    null = NullComparison(observed: communities.runs[0], draws: drawn)
    drawNote = "null=curveball,draws=\(options.draws),runs=1"
  }

  /// Quality and stability, the sizes, and the group of every node, from 1.
  public var observations: [Observation] {
    let quality = network.firstSide == nil ? "newman" : "barber"
    var rows = NetworkRows(
      method: "communities(\(network.conventions),quality=\(quality),method="
        + "\(options.method.rawValue),resolution=\(NumberText.shortest(options.resolution)),runs="
        + "\(options.runs),seed=\(options.seed))")
    let n = network.ids.count
    rows.add("network.modularity", "best", communities.modularity, count: n)
    let runs = communities.runs
    rows.add(
      "network.modularity", "mean", runs.reduce(0, +) / Double(runs.count), count: runs.count)
    rows.add("network.modularity", "least", runs.min(), count: runs.count)
    rows.add(null, of: "network.modularity", method: drawNote)
    let single = "one run has nothing to agree with"
    rows.add(
      "network.stability", "normalised_mutual_information",
      communities.stability?.normalisedMutualInformation,
      note: communities.stability == nil ? single : "")
    rows.add(
      "network.stability", "adjusted_rand", communities.stability?.adjustedRand,
      note: communities.stability == nil ? single : "")
    rows.add("network.communities", "", Double(communities.sizes.count), count: n)
    for (group, size) in communities.sizes.enumerated() {
      rows.add("network.community_size", "\(group + 1)", Double(size), count: n)
    }
    for (node, group) in communities.groups.enumerated() {
      rows.add("network.community", network.ids[node], Double(group + 1))
    }
    return rows.rows
  }
}
