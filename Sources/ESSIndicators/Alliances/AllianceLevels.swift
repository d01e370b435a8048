internal import ESSData
internal import ESSNumerics

/// Vertical articulation: how far what is local reaches alliances of wider levels, directly and through federations.
public struct AllianceLevels: Sendable {
  /// Alliances or organisations of a level, and how many of them reach alliances of another.
  public struct Articulation: Sendable, Equatable {
    /// Who reaches.
    public enum Members: String, Sendable, CaseIterable {
      /// Alliances.
      case alliance
      /// Organisations, wherever they are.
      case organisation
      /// Organisations in territories of the frame.
      case inFrame = "organisation_in_frame"
    }

    /// Who reaches.
    public let members: Members
    /// Their level.
    public let from: AllianceLevel
    /// The level of the alliances reached.
    public let to: AllianceLevel
    /// How far membership reaches.
    public let reach: AlliancePresence.Reach
    /// How many there are.
    public let count: Int
    /// How many of them reach such an alliance.
    public let reaching: Int

    /// The share that reaches; `nil` where there is nobody.
    public var share: Double? { count > 0 ? Double(reaching) / Double(count) : nil }
  }

  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// Every pair of levels, the second one wider than the first; alliances, then organisations, then those in the frame.
  public let articulations: [Articulation]
  /// Marks of the territories, direct.
  public let marks: CoverageMarks
  /// What each level contributes to coverage.
  public let contributions: AllianceContributions
  /// Organisations by the number of levels that their alliances span.
  public let affiliation: Affiliation

  /// Measures a network.
  ///
  /// Members of alliances are organisations that hold a relation which counts; an alliance counts if it has one. Cost: O(relations +
  /// ones of the closure).
  public init(_ view: AllianceView) {
    self.view = view
    marks = view.marks(.direct)
    contributions = AllianceContributions(view, of: .levels)
    affiliation = Affiliation(view)
    let bits = view.network.alliances.map { AllianceLevel(word: $0.level)?.bit ?? 0 }
    // For each alliance the levels of those that it belongs to, at one remove and at any.
    func levels(_ pattern: IncidenceGraph, _ row: Int, but own: Int? = nil) -> UInt8 {
      pattern.columns(ofRow: row).reduce(UInt8(0)) { Int($1) == own ? $0 : $0 | bits[Int($1)] }
    }
    let ties = view.nesting.ties
    let closure = view.nesting.closure
    let incidence = view.relations.incidence
    let alliances = view.relations.activeAlliances.map { alliance in
      Member(
        level: AllianceLevel(word: view.network.alliances[alliance].level),
        direct: levels(ties, alliance, but: alliance),
        federated: levels(closure, alliance, but: alliance))
    }
    let throughClosure = view.network.alliances.indices.map { levels(closure, $0) }
    let active = view.relations.activeOrganisations
    let organisations = active.map { organisation in
      Member(
        level: AllianceLevel(word: view.network.organisations[organisation].level),
        direct: levels(incidence, organisation),
        federated: incidence.columns(ofRow: organisation).reduce(UInt8(0)) {
          $0 | throughClosure[Int($1)]
        })
    }
    let inFrame = zip(active, organisations).filter { view.places.territory[$0.0] >= 0 }.map(\.1)
    articulations =
      Self.articulations(.alliance, alliances) + Self.articulations(.organisation, organisations)
      + Self.articulations(.inFrame, inFrame)
  }

  private struct Member {
    let level: AllianceLevel?
    let direct: UInt8
    let federated: UInt8
  }

  private static func articulations(
    _ kind: Articulation.Members, _ members: [Member]
  ) -> [Articulation] {
    let levels = AllianceLevel.allCases
    return levels.indices.flatMap { from in
      let group = members.filter { $0.level == levels[from] }
      return levels[(from + 1)...].flatMap { to in
        AlliancePresence.Reach.allCases.map { reach in
          Articulation(
            members: kind, from: levels[from], to: to, reach: reach, count: group.count,
            reaching: group.count {
              (reach == .direct ? $0.direct : $0.federated) & to.bit != 0
            })
        }
      }
    }
  }
}
