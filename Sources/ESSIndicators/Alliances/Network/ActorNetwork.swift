public import ESSData
public import ESSNumerics

/// Actors and the ties between them, to be measured: a projection of memberships on one side, both sides, or a table of ties.
public struct ActorNetwork: Sendable {
  /// Which nodes a network of memberships has.
  public enum Mode: String, Sendable, CaseIterable {
    /// Organisations, tied by the alliances that they share.
    case organisations
    /// Alliances, tied by the organisations that they share.
    case alliances
    /// Both, tied by membership.
    case both
  }

  /// The ids of the nodes.
  public let ids: [String]
  /// Their names.
  public let names: [String]
  /// The ties and their weights.
  public let graph: Graph
  /// How long each stored tie is, where the input says; `nil` for one step each.
  public let lengths: [Double]?
  /// Texts that describe the nodes, by the name of the attribute.
  public let attributes: [String: [String]]
  /// Number of nodes of the first side of a network of both sides.
  public let firstSide: Int?
  /// What the nodes and ties are, for the method of a result.
  public let conventions: String
  /// How the network was made of memberships; `nil` for a table of ties.
  public let origin: Origin?

  /// How a network is made of memberships, so that random ones make another of its kind.
  public struct Origin: Sendable {
    /// The memberships.
    public let incidence: AllianceIncidence
    /// Which nodes the network has.
    public let mode: Mode
    /// Which ties a projection keeps.
    public let projection: Projection.Options
    /// Whether ties have weights; otherwise all count the same.
    public let isWeighted: Bool

    /// The network of the same nodes with other memberships.
    public func graph(of memberships: IncidenceGraph) -> Graph {
      let graph =
        switch mode {
        case .organisations: Projection(memberships, projection).graph
        case .alliances: Projection(memberships.transposed, projection).graph
        case .both: Graph(memberships)
        }
      return isWeighted ? graph : graph.unweighted
    }
  }

  /// A network from its parts.
  public init(
    ids: [String], names: [String], graph: Graph, lengths: [Double]? = nil,
    attributes: [String: [String]] = [:], firstSide: Int? = nil, conventions: String,
    origin: Origin? = nil
  ) {
    self.ids = ids
    self.names = names
    self.graph = graph
    self.lengths = lengths
    self.attributes = attributes
    self.firstSide = firstSide
    self.conventions = conventions
    self.origin = origin
  }

  /// One side of an incidence projected, or both sides as they are.
  ///
  /// - Parameters:
  ///   - incidence: The memberships.
  ///   - mode: Which nodes.
  ///   - projection: Which ties a projection keeps.
  ///   - isWeighted: Whether ties have weights; otherwise all count the same.
  public init(
    _ incidence: AllianceIncidence, _ mode: Mode,
    projection: Projection.Options = Projection.Options(), isWeighted: Bool = true
  ) {
    self.init(incidence, mode, projection: projection, isWeighted: isWeighted, kept: nil)
  }

  /// The same of a projection that is made already.
  init(
    _ incidence: AllianceIncidence, _ mode: Mode, projection: Projection.Options,
    isWeighted: Bool = true, kept: Graph?
  ) {
    let origin = Origin(
      incidence: incidence, mode: mode, projection: projection, isWeighted: isWeighted)
    let graph = kept ?? origin.graph(of: incidence.graph)
    let isFirst = mode != .alliances
    let isSecond = mode != .organisations
    let network = incidence.network
    let organisations = isFirst ? incidence.organisations.map { network.organisations[$0] } : []
    let alliances = isSecond ? incidence.alliances.map { network.alliances[$0] } : []
    var attributes: [String: [String]] = [
      "level": organisations.map(\.level) + alliances.map(\.level)
    ]
    let none = alliances.map { _ in "" }
    if isFirst {
      attributes["actor_type"] = organisations.map(\.actorType) + none
      attributes["territory"] = organisations.map(\.territory) + none
      attributes["in_sse"] = organisations.map { $0.isSSE ? "sse" : "other" } + none
      for (name, texts) in network.attributes {
        attributes[name] = incidence.organisations.map { texts[$0] } + none
      }
    }
    if isSecond { attributes["theme"] = organisations.map { _ in "" } + alliances.map(\.theme) }
    // In a network of both sides an organisation may have the id of the alliance that it is.
    let prefix = mode == .both ? ("o:", "a:") : ("", "")
    let weighting = isWeighted ? projection.weighting.name : "none"
    self.init(
      ids: organisations.map { prefix.0 + $0.id } + alliances.map { prefix.1 + $0.id },
      names: organisations.map(\.name) + alliances.map(\.name),
      graph: graph, attributes: attributes,
      firstSide: mode == .both ? organisations.count : nil,
      conventions: "network=\(mode.rawValue),\(incidence.conventions),weights=\(weighting)"
        + (projection.minimum > 0 ? ",min=\(NumberText.shortest(projection.minimum))" : "")
        + (projection.mostPerRow.map { ",most=\($0)" } ?? ""), origin: origin)
  }

  /// The group of each node by an attribute, numbered in the order of the sorted labels; throws where there is no such attribute, or none
  /// of the nodes has a text for it.
  ///
  /// A node without a text is in a group of its own kind, labelled `(none)`.
  public func groups(
    by attribute: String
  ) throws(DataError) -> (numbers: [Int], labels: [String]) {
    guard let texts = attributes[attribute] else {
      throw .unknownName(kind: "attribute", name: attribute, known: attributes.keys.sorted())
    }
    guard texts.contains(where: { !$0.isEmpty }) else {
      throw .notIdentified(
        "no node has a text for '\(attribute)', so that there are no groups; name another attribute, or give it by a "
          + "column of the memberships or of --organisations")
    }
    let filled = texts.map { $0.isEmpty ? "(none)" : $0 }
    let labels = Set(filled).sorted()
    let number = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    return (filled.map { number[$0] ?? 0 }, labels)
  }

  /// A numeric attribute of the nodes, `nil` where a node has no number.
  public func numbers(_ attribute: String) throws(DataError) -> [Double?] {
    guard let texts = attributes[attribute] else {
      throw .unknownName(kind: "attribute", name: attribute, known: attributes.keys.sorted())
    }
    return texts.map { NumberText.parse($0) }
  }
}

extension TieWeighting {
  /// The name by which results give it.
  public var name: String {
    switch self {
    case .count: "count"
    case .newman: "newman"
    case .jaccard: "jaccard"
    case .overlap: "overlap"
    case .cosine: "cosine"
    case .hypergeometric: "hypergeometric"
    case .diagonal: "diagonal"
    }
  }
}
