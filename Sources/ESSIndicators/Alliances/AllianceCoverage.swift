internal import ESSData

/// How far alliances reach the territories of a frame: coverage, depth, breadth, by level and by tier.
public struct AllianceCoverage: Sendable {
  /// What to measure.
  public struct Options: Sendable {
    /// Coverage by at least k alliances is given for k = 1 to this.
    public var largestK: Int
    /// Probabilities with which each alliance fails, for the survival of coverage.
    public var failures: [Double]
    /// Steps of the greedy choice at most.
    public var greedySteps: Int
    /// Confidence level of intervals.
    public var level: Double

    /// The options of one measurement.
    public init(
      largestK: Int = 6, failures: [Double] = [0.1, 0.3], greedySteps: Int = 20,
      level: Double = 0.95
    ) {
      self.largestK = largestK
      self.failures = failures
      self.greedySteps = greedySteps
      self.level = level
    }
  }

  /// Tiers added up one after the other.
  static let tierSets: [(name: String, tiers: [String])] = [
    ("A", ["A"]), ("A+B", ["A", "B"]), ("A+B+C", ["A", "B", "C"]),
  ]

  /// Members recorded and stated over the alliances of a scope whose total is known.
  public struct Completeness: Sendable, Equatable {
    /// Name of the scope.
    public let scope: String
    /// Relations recorded.
    public let recorded: Int
    /// Members that the alliances say they have.
    public let stated: Double

    /// Recorded per stated; `nil` where no alliance states its members.
    public var share: Double? { stated > 0 ? Double(recorded) / stated : nil }
  }

  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// The options.
  public let options: Options
  /// Marks under the chosen selection, direct and federated.
  public let detailed: [CoverageMarks]
  /// Marks under every scope, named and unnamed, direct and federated, for the comparison side by side.
  public let sideBySide: [CoverageMarks]
  /// Marks of the chosen scope with tiers added up, direct.
  public let byTier: [(name: String, marks: CoverageMarks)]
  /// The greedy choice under the chosen selection, direct.
  public let greedy: GreedyCoverage
  /// Completeness of the sources for the core and for all themes.
  public let completeness: [Completeness]
  /// Whether breadth or depth go with the shock, direct; empty where no shock is known.
  public let concentration: [(name: String, index: ConcentrationIndex)]
  /// How hard the shock hit by the number of alliances, direct; `nil` where no shock is known.
  public let shockByDepth: ShockByDepth?
  /// How many of the organisations listed are in an alliance.
  public let affiliation: Affiliation
  /// For each territory of the frame the sources of its relations that count under the chosen selection.
  public let sources: [[String]]

  /// Measures a network.
  public init(_ view: AllianceView, _ options: Options = Options()) {
    self.view = view
    self.options = options
    let chosen = AlliancePresence.Reach.allCases.map(view.marks)
    detailed = chosen
    sideBySide = Self.scopes(of: view.network).flatMap { scope in
      Self.namings(of: view.network).flatMap { namedOnly in
        var selection = view.selection
        selection.scope = scope
        selection.namedOnly = namedOnly
        return selection == view.selection ? chosen : Self.marks(view, selection)
      }
    }
    byTier = Self.tierSets.filter { $0.tiers.allSatisfy(view.table.tiers.contains) }.map { set in
      guard set.tiers != view.selection.tiers else { return (set.name, chosen[0]) }
      var selection = view.selection
      selection.tiers = set.tiers
      let relations = view.table.selected(by: selection)
      let presence = AlliancePresence(relations, places: view.places)
      return (set.name, CoverageMarks(presence, selection, .direct))
    }
    greedy = GreedyCoverage(view.direct.pattern, steps: options.greedySteps)
    completeness = Self.completeness(view)
    concentration = Self.concentration(view, chosen[0])
    shockByDepth = view.weights.shock.flatMap {
      ShockByDepth(depth: chosen[0].depth, shock: $0.values)
    }
    affiliation = Affiliation(view)
    sources = Self.sources(view)
  }

  /// Scopes that differ: without themes every alliance is of the core.
  private static func scopes(of network: AllianceNetwork) -> [AllianceSelection.Scope] {
    network.alliances.contains { !$0.theme.isEmpty } ? AllianceSelection.Scope.allCases : [.all]
  }

  private static func namings(of network: AllianceNetwork) -> [Bool] {
    network.organisations.contains(where: \.isGeneric) ? [false, true] : [false]
  }

  private static func marks(_ view: AllianceView, _ selection: AllianceSelection) -> [CoverageMarks]
  {
    let relations = view.table.selected(by: selection)
    let direct = AlliancePresence(relations, places: view.places)
    let federated = direct.federated(by: AllianceNesting(relations))
    return [
      CoverageMarks(direct, selection, .direct), CoverageMarks(federated, selection, .federated),
    ]
  }

  private static func concentration(
    _ view: AllianceView, _ marks: CoverageMarks
  ) -> [(name: String, index: ConcentrationIndex)] {
    guard let shock = view.weights.shock else { return [] }
    let values = [("breadth", marks.breadth), ("depth", marks.depth)]
    return values.compactMap { name, values in
      ConcentrationIndex(of: values, rankedBy: shock.values).map { (name, $0) }
    }
  }

  private static func sources(_ view: AllianceView) -> [[String]] {
    var lists = [SourceList](repeating: SourceList(), count: view.frame.territories.count)
    for row in view.relations.rows {
      let territory = view.places.territory[view.table.organisation(row)]
      guard territory >= 0 else { continue }
      lists[Int(territory)].add(view.network.memberships[Int(row)].source)
    }
    return lists.map(\.keys)
  }

  /// What the sources record, whatever its tier, against what the alliances state.
  static func completeness(_ view: AllianceView) -> [Completeness] {
    var recorded = [Int](repeating: 0, count: view.network.alliances.count)
    for row in 0..<view.table.count { recorded[view.table.alliance(Int32(row))] += 1 }
    return scopes(of: view.network).map { scope in
      let selection = AllianceSelection(scope: scope)
      let stating = view.network.alliances.indices.filter {
        view.network.alliances[$0].membersStated != nil
          && selection.includes(view.network.alliances[$0])
      }
      return Completeness(
        scope: scope.rawValue, recorded: stating.reduce(0) { $0 + recorded[$1] },
        stated: stating.reduce(0) { $0 + (view.network.alliances[$1].membersStated ?? 0) })
    }
  }

  /// The weighted mean of a mark over each group; `nil` where a group's weights add up to zero or there are none.
  public func means(of mark: [Double], by weight: CoverageWeight) -> [Double?] {
    view.means(of: mark, by: weight)
  }

  /// Territories of the frame that no alliance reaches.
  public func uncovered(_ marks: CoverageMarks) -> [String] {
    zip(view.frame.territories, marks.covered).filter { $1 == 0 }.map(\.0)
  }
}
