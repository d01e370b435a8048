public import ESSData
internal import ESSNumerics

/// How central each node of a network is.
public struct NetworkCentrality: Sendable {
  /// What to compute and how.
  public struct Options: Sendable, Equatable {
    /// How betweenness and closeness are computed.
    public enum Paths: String, Sendable, CaseIterable {
      /// From every node, unless that takes more than five thousand million steps; then from a sample.
      case automatic = "auto"
      /// From every node.
      case exact
      /// From a sample of nodes; betweenness only.
      case approximate
    }

    /// How betweenness and closeness are computed.
    public var paths: Paths
    /// The largest error of an approximate betweenness, as a share of the pairs.
    public var error: Double
    /// Damping of PageRank.
    public var damping: Double
    /// Attenuation of Katz centrality; `nil` to leave it out.
    public var alpha: Double?
    /// Whether the length of a tie is 1 / its weight where the input gives no lengths.
    public var isInverse: Bool
    /// Seed of the sample.
    public var seed: UInt64

    /// The options.
    public init(
      paths: Paths = .automatic, error: Double = 0.01, damping: Double = 0.85,
      alpha: Double? = nil, isInverse: Bool = false, seed: UInt64 = 1
    ) {
      self.paths = paths
      self.error = error
      self.damping = damping
      self.alpha = alpha
      self.isInverse = isInverse
      self.seed = seed
    }
  }

  /// One measure of every node.
  public struct Measure: Sendable {
    /// Its indicator.
    public let indicator: String
    /// Its values, in the order of the nodes.
    public let values: [Double?]
    /// Why values are missing.
    public let note: String
    /// The largest error, with a probability of 0.95, of an estimate.
    public let error: Double?
  }

  /// Steps up to which the automatic choice is exact.
  public static let exactLimit = 5e9

  /// The network.
  public let network: ActorNetwork
  /// The options.
  public let options: Options
  /// The measures.
  public let measures: [Measure]
  /// Number of sources visited for paths.
  public let sourceCount: Int
  /// Degree and betweenness centralisation.
  public let centralisation: (degree: Double?, betweenness: Double?)
  /// The largest eigenvalue of the largest part.
  public let eigenvalue: Double?

  /// The measures of a network; throws where `alpha` is not below 1 / the largest eigenvalue.
  public init(_ network: ActorNetwork, _ options: Options = Options()) throws(DataError) {
    let graph = network.graph
    let n = graph.nodeCount
    let lengths =
      network.lengths ?? (options.isInverse ? graph.weights?.map { 1 / $0 } : nil)
    let steps = Double(n) * Double(graph.neighbours.count)
    let isExact =
      options.paths == .exact || (options.paths == .automatic && steps <= Self.exactLimit)
    let paths =
      isExact
      ? PathCentrality(graph, lengths: lengths)
      : PathCentrality(
        approximating: graph, lengths: lengths, error: options.error, seed: options.seed)
    let vector = SpectralCentrality.eigenvector(graph)
    let hits = SpectralCentrality.hits(graph)
    var measures: [Measure] = []
    func add(
      _ indicator: String, _ values: [Double?]?, note: String = "not defined for this network",
      error: Double? = nil
    ) {
      measures.append(
        Measure(
          indicator: indicator, values: values ?? [Double?](repeating: nil, count: n), note: note,
          error: error))
    }
    let isSampled = paths.error > 0
    let sampled = "estimated paths give betweenness only; --paths exact gives all"
    add("network.degree", graph.degrees.map(Double.init))
    if graph.isDirected {
      add("network.in_degree", graph.reversed.degrees.map(Double.init))
    }
    add("network.strength", graph.strengths)
    add("network.betweenness", paths.betweenness)
    add(
      "network.betweenness_share", paths.normalisedBetweenness,
      note: "needs three nodes", error: isSampled ? paths.error : nil)
    add(
      "network.closeness", isSampled || n < 2 ? nil : paths.closeness,
      note: isSampled ? sampled : "needs two nodes")
    add("network.harmonic", isSampled ? nil : paths.harmonic, note: sampled)
    add("network.eigenvector", vector?.values, note: "no ties")
    add("network.pagerank", SpectralCentrality.pageRank(graph, damping: options.damping))
    add("network.hub", hits?.hubs, note: "no ties")
    add("network.authority", hits?.authorities, note: "no ties")
    add("network.core", graph.coreNumbers.map(Double.init))
    if let alpha = options.alpha { add("network.katz", try Self.katz(graph, alpha)) }
    if let first = network.firstSide {
      measures += Self.normalised(graph, paths, first, isSampled ? sampled : "")
    }
    self.network = network
    self.options = options
    self.measures = measures
    sourceCount = paths.sourceCount
    centralisation = (
      Centralisation.degree(graph),
      paths.normalisedBetweenness.flatMap(Centralisation.betweenness)
    )
    eigenvalue = vector?.eigenvalue
  }

  private static func katz(_ graph: Graph, _ alpha: Double) throws(DataError) -> [Double?] {
    guard let values = SpectralCentrality.katz(graph, alpha: alpha) else {
      let radius = SpectralCentrality.spectralRadius(graph) ?? 0
      throw .notIdentified(
        "Katz centrality needs an alpha above 0 and below 1 / the largest eigenvalue"
          + (radius > 0
            ? " = \(NumberText.fixed(1 / radius, decimals: 6)); \(NumberText.shortest(alpha)) is not, or too near"
            : ""))
    }
    return values
  }

  /// Centralities of a network of both sides as shares of the largest possible.
  private static func normalised(
    _ graph: Graph, _ paths: PathCentrality, _ first: Int, _ sampled: String
  ) -> [Measure] {
    let other = graph.nodeCount - first
    let sides = [
      BipartiteNormalisation(own: first, other: other),
      BipartiteNormalisation(own: other, other: first),
    ]
    let nodes = 0..<graph.nodeCount
    func side(_ node: Int) -> BipartiteNormalisation { sides[node < first ? 0 : 1] }
    let none = "not defined for a side of this size"
    return [
      Measure(
        indicator: "network.bipartite_degree",
        values: nodes.map { side($0).degree(Double(graph.degrees[$0])) }, note: none, error: nil),
      Measure(
        indicator: "network.bipartite_closeness",
        values: nodes.map {
          sampled.isEmpty
            ? side($0).closeness(farness: paths.farness[$0], reached: paths.reached[$0]) : nil
        }, note: sampled.isEmpty ? none : sampled, error: nil),
      Measure(
        indicator: "network.bipartite_betweenness",
        values: nodes.map { side($0).betweenness(paths.betweenness[$0]) }, note: none, error: nil),
    ]
  }

  /// Every measure of every node, then the numbers of the whole.
  public var observations: [Observation] {
    let lengths =
      network.lengths != nil ? "table" : options.isInverse ? "inverse weight" : "steps"
    var rows = NetworkRows(
      method: "centrality(\(network.conventions),lengths=\(lengths))")
    for measure in measures {
      for (node, value) in measure.values.enumerated() {
        let interval = measure.error.flatMap { error in
          value.map { max(0, $0 - error)...min(1, $0 + error) }
        }
        rows.add(
          measure.indicator, network.ids[node], value, interval: interval,
          method: method(measure), note: value == nil ? measure.note : "")
      }
    }
    rows.add("network.degree_centralisation", "", centralisation.degree)
    rows.add("network.betweenness_centralisation", "", centralisation.betweenness)
    rows.add("network.eigenvalue", "", eigenvalue, note: eigenvalue == nil ? "no ties" : "")
    return rows.rows
  }

  private func method(_ measure: Measure) -> String {
    switch measure.indicator {
    case "network.pagerank": return "damping=\(NumberText.shortest(options.damping))"
    case "network.katz": return "alpha=\(options.alpha.map(NumberText.shortest) ?? "")"
    case "network.closeness": return "form=wasserman-faust"
    case "network.betweenness", "network.betweenness_share":
      return sourceCount < network.ids.count
        ? "sources=\(sourceCount),error=\(NumberText.shortest(options.error)),seed=\(options.seed)"
        : "sources=all"
    default: return ""
    }
  }
}
