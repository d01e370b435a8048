public import ESSData
internal import ESSNumerics

/// How far organisations reach the territories of a frame through their alliances: the OECD, the ILO and others.
///
/// Direct: territories present in an alliance of the actor. Federated: territories present in an alliance that belongs, at any remove, to an alliance
/// of the actor. An actor that is itself an alliance has that one too.
public struct AllianceReach: Sendable {
  /// One actor at one reach.
  public struct Entry: Sendable {
    /// Position of the organisation.
    public let organisation: Int
    /// How far membership reaches.
    public let reach: AlliancePresence.Reach
    /// Positions of its alliances.
    public let alliances: [Int]
    /// Positions of the territories reached.
    public let territories: [Int]
    /// Territories that no other of the actors reaches.
    public let unique: [Int]
    /// Shapley value of the number of territories that the actors reach together.
    public let shapley: Double
    /// Weighted share of the frame that is reached.
    public let coverage: [CoverageWeight: Double]
  }

  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// The actors direct, then federated, in the order asked for.
  public let entries: [Entry]
  /// Territories that all actors reach together, direct and federated.
  public let union: [Int]

  /// Measures some organisations, given by their ids; throws where one is unknown or none is given.
  public init(_ view: AllianceView, actors ids: [String]) throws(DataError) {
    self.view = view
    guard !ids.isEmpty else { throw .notIdentified("reach needs at least one organisation") }
    var actors: [Int] = []
    let known = view.network.organisations.map(\.id)
    for id in ids.distinct {
      guard let position = known.firstIndex(of: id) else {
        throw .unknownName(kind: "organisation", name: id, known: known)
      }
      actors.append(position)
    }
    let incidence = view.relations.incidence
    let embodied = AllianceNesting.embodied(view.network)
    let own = actors.map { actor in
      Set(incidence.columns(ofRow: actor).map(Int.init)).union(
        embodied[actor] >= 0 ? [Int(embodied[actor])] : [])
    }
    let presence = view.direct.pattern
    var entries: [Entry] = []
    var union: [Int] = []
    for reach in AlliancePresence.Reach.allCases {
      let sets = own.map { alliances in
        reach == .direct ? alliances : Self.belonging(to: alliances, view.nesting.closure)
      }
      let reached = sets.map { alliances in
        (0..<presence.rows).filter { territory in
          presence.columns(ofRow: territory).contains { alliances.contains(Int($0)) }
        }
      }
      var actorsAt = [Int](repeating: 0, count: presence.rows)
      for territory in reached.joined() { actorsAt[territory] += 1 }
      union.append(actorsAt.count { $0 > 0 })
      for (actor, territories) in zip(actors, reached) {
        entries.append(
          Entry(
            organisation: actor, reach: reach,
            alliances: own[actors.firstIndex(of: actor) ?? 0].sorted(), territories: territories,
            unique: territories.filter { actorsAt[$0] == 1 },
            shapley: territories.reduce(0) { $0 + 1 / Double(actorsAt[$1]) },
            coverage: view.weights.kinds.reduce(into: [:]) {
              $0[$1] =
                view.weights.sum($1, of: territories)
                / view.weights.sum($1, of: view.frame.territories.indices)
            }))
      }
    }
    self.entries = entries
    self.union = union
  }

  /// Alliances that belong to any of the given ones, these included.
  private static func belonging(to alliances: Set<Int>, _ closure: IncidenceGraph) -> Set<Int> {
    Set(
      (0..<closure.rows).filter { row in
        closure.columns(ofRow: row).contains { alliances.contains(Int($0)) }
      })
  }
}
