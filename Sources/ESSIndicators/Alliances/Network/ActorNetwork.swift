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

  /// A network from its parts.
  public init(
    ids: [String], names: [String], graph: Graph, lengths: [Double]? = nil,
    attributes: [String: [String]] = [:], firstSide: Int? = nil, conventions: String
  ) {
    self.ids = ids
    self.names = names
    self.graph = graph
    self.lengths = lengths
    self.attributes = attributes
    self.firstSide = firstSide
    self.conventions = conventions
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
    let graph: Graph
    switch mode {
    case _ where kept != nil: graph = kept ?? Graph(incidence.graph)
    case .organisations: graph = Projection(incidence.graph, projection).graph
    case .alliances: graph = Projection(incidence.graph.transposed, projection).graph
    case .both: graph = Graph(incidence.graph)
    }
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
      graph: isWeighted ? graph : graph.unweighted, attributes: attributes,
      firstSide: mode == .both ? organisations.count : nil,
      conventions: "network=\(mode.rawValue),\(incidence.conventions),weights=\(weighting)"
        + (projection.minimum > 0 ? ",min=\(NumberText.shortest(projection.minimum))" : "")
        + (projection.mostPerRow.map { ",most=\($0)" } ?? ""))
  }

  /// The group of each node by an attribute, numbered in the order of the sorted labels; throws where there is no such attribute.
  ///
  /// A node without a text is in a group of its own kind, labelled `(none)`.
  public func groups(
    by attribute: String
  ) throws(DataError) -> (numbers: [Int], labels: [String]) {
    guard let texts = attributes[attribute] else {
      throw .unknownName(kind: "attribute", name: attribute, known: attributes.keys.sorted())
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
