public import ESSData
internal import ESSNumerics

/// How far alliances reach the territories of a frame: coverage, depth, breadth, by level and by tier.
public struct AllianceCoverage: Sendable {
  /// What to measure.
  public struct Options: Sendable {
    /// The territories to be covered.
    public var frame: Frame
    /// Relations that count for the detailed measures.
    public var selection: AllianceSelection
    /// Coverage by at least k alliances is given for k = 1 to this.
    public var largestK: Int
    /// The first of the two periods that need is the loss between.
    public var reference: Period
    /// Period of the populations.
    public var populationPeriod: Period
    /// Variable of populations.
    public var population: String
    /// Variable of output at constant prices, behind need.
    public var level: String

    /// The options of one measurement.
    public init(
      frame: Frame, selection: AllianceSelection = AllianceSelection(), largestK: Int = 6,
      reference: Period, populationPeriod: Period? = nil, population: String, level: String
    ) {
      self.frame = frame
      self.selection = selection
      self.largestK = largestK
      self.reference = reference
      self.populationPeriod = populationPeriod ?? reference
      self.population = population
      self.level = level
    }
  }

  /// What territories are weighted by.
  public enum Weight: String, Sendable, CaseIterable {
    /// Every territory counts once.
    case plain
    /// By population.
    case population
    /// By output lost between the reference period and the next.
    case need
  }

  /// Alliance levels as results name them, with the levels of the table that belong to each.
  static let levels: [(name: String, of: Set<String>)] = [
    ("subnational", ["local", "regional"]), ("national", ["national"]),
    ("continental", ["continental"]), ("international", ["international"]),
  ]

  /// Tiers added up one after the other.
  static let tierSets: [(name: String, tiers: [String])] = [
    ("A", ["A"]), ("A+B", ["A", "B"]), ("A+B+C", ["A", "B", "C"]),
  ]

  /// The marks of every territory of the frame under one selection and reach.
  public struct Marks: Sendable {
    /// What was selected.
    public let selection: AllianceSelection
    /// How far membership reaches.
    public let reach: AlliancePresence.Reach
    /// 1 where any alliance is present.
    public let covered: [Double]
    /// Number of alliances present.
    public let depth: [Double]
    /// 1 where a local or regional organisation is in any alliance.
    public let localAnchor: [Double]
    /// 1 where an alliance of national level is present.
    public let national: [Double]
    /// 1 where an alliance of continental or international level is present.
    public let supranational: [Double]
    /// 1 where an alliance of the level is present, in the order of `levels`.
    public let byLevel: [[Double]]

    init(
      _ network: AllianceNetwork, _ selection: AllianceSelection, _ frame: Frame,
      _ reach: AlliancePresence.Reach
    ) {
      self.selection = selection
      self.reach = reach
      let presence = AlliancePresence(network, selection, frame: frame, reach: reach)
      depth = presence.depth
      covered = depth.map { $0 > 0 ? 1 : 0 }
      localAnchor = presence.hasLocalOrganisation.map { $0 ? 1 : 0 }
      national = presence.covered(byLevels: ["national"])
      supranational = presence.covered(byLevels: ["continental", "international"])
      byLevel = AllianceCoverage.levels.map { presence.covered(byLevels: $0.of) }
    }

    /// `scope/reach`, the first parts of components.
    public var name: String { "\(selection.name)/\(reach.rawValue)" }

    /// Mean of the three marks of each territory.
    public var breadth: [Double] {
      covered.indices.map { (localAnchor[$0] + national[$0] + supranational[$0]) / 3 }
    }

    /// 1 where all three marks are there.
    public var levelComplete: [Double] {
      covered.indices.map { localAnchor[$0] * national[$0] * supranational[$0] }
    }
  }

  /// Members recorded and stated over the alliances of a scope whose total is known.
  public struct Completeness: Sendable, Equatable {
    /// Name of the scope.
    public let scope: String
    /// Relations recorded.
    public let recorded: Int
    /// Members that the alliances say they have.
    public let stated: Double
  }

  /// The options.
  public let options: Options
  /// Populations and needs of the frame's territories, by weight.
  public let weights: [Weight: [Double]]
  /// Marks under the chosen selection, direct and federated.
  public let detailed: [Marks]
  /// Marks under every scope, named and unnamed, direct and federated, for the comparison side by side.
  public let sideBySide: [Marks]
  /// Marks of the chosen scope with tiers added up, direct.
  public let byTier: [(name: String, marks: Marks)]
  /// The greedy choice under the chosen selection, direct.
  public let greedy: GreedyCoverage
  /// Completeness of the sources for the core and for all themes.
  public let completeness: [Completeness]
  /// The alliances, in table order.
  public let alliances: [AllianceNetwork.Alliance]
  /// Groups with territories in the frame, the frame first.
  public let groups: [(code: String, members: [Int])]
  /// For each territory of the frame the sources of its relations that count under the chosen selection.
  public let sources: [[String]]
  /// Worst status of the cells behind the weights.
  public let weightStatus: ObservationStatus

  /// Measures a network; throws on an unknown tier, a missing weight, or weights that add up to zero.
  public init(
    _ network: AllianceNetwork, _ panel: Panel, _ tree: TerritoryTree, _ options: Options
  ) throws(DataError) {
    self.options = options
    for tier in options.selection.tiers where !network.tiers.contains(tier) {
      throw .unknownName(kind: "tier", name: tier, known: network.tiers)
    }
    let cells = try FrameWeights(panel, options)
    weights = [
      .plain: options.frame.territories.map { _ in 1 }, .population: cells.population,
      .need: cells.need,
    ]
    weightStatus = cells.status
    func marks(
      _ selection: AllianceSelection, _ reach: AlliancePresence.Reach
    ) -> Marks {
      Marks(network, selection, options.frame, reach)
    }
    detailed = AlliancePresence.Reach.allCases.map { marks(options.selection, $0) }
    sideBySide = AllianceSelection.Scope.allCases.flatMap { scope in
      [false, true].flatMap { namedOnly in
        var selection = options.selection
        selection.scope = scope
        selection.namedOnly = namedOnly
        return AlliancePresence.Reach.allCases.map { marks(selection, $0) }
      }
    }
    byTier = Self.tierSets.filter { $0.tiers.allSatisfy(network.tiers.contains) }.map { set in
      var selection = options.selection
      selection.tiers = set.tiers
      return (set.name, marks(selection, .direct))
    }
    greedy = GreedyCoverage(
      AlliancePresence(network, options.selection, frame: options.frame, reach: .direct).presence)
    completeness = AllianceSelection.Scope.allCases.map { Self.completeness(network, $0) }
    alliances = network.alliances
    groups = Self.groups(tree, options.frame)
    sources = Self.sources(network, options)
  }

  private static func sources(_ network: AllianceNetwork, _ options: Options) -> [[String]] {
    var lists: [String: SourceList] = [:]
    for membership in options.selection.memberships(of: network) {
      let territory = network.organisations[membership.organisation].territory
      lists[territory, default: SourceList()].add(membership.source)
    }
    return options.frame.territories.map { lists[$0]?.keys ?? [] }
  }

  /// What the sources record, whatever its tier, against what the alliances state.
  private static func completeness(
    _ network: AllianceNetwork, _ scope: AllianceSelection.Scope
  ) -> Completeness {
    let selection = AllianceSelection(scope: scope, tiers: network.tiers)
    let recorded = selection.memberships(of: network).count {
      network.alliances[$0.alliance].membersStated != nil
    }
    let stated = network.alliances.filter(selection.includes).compactMap(\.membersStated)
    return Completeness(
      scope: scope.rawValue, recorded: recorded, stated: stated.reduce(0, +))
  }

  private static func groups(
    _ tree: TerritoryTree, _ frame: Frame
  ) -> [(code: String, members: [Int])] {
    let matrix = GroupMatrix(tree, territories: frame.territories)
    let others = matrix.groups.indices.filter { matrix.groups[$0] != frame.code }
    return [(frame.code, Array(frame.territories.indices))]
      + others.map { (matrix.groups[$0], matrix.members(ofGroup: $0)) }
  }

  /// The weighted mean of a mark over each group; `nil` where a group's weights add up to zero.
  ///
  /// One product of the (groups x territories) memberships with the (territories x 2) marks and weights.
  public func means(of mark: [Double], by weight: Weight) -> [Double?] {
    let weight = weights[weight] ?? []
    let columns = Matrix(rows: mark.count, columns: 2) { i, j in
      j == 0 ? weight[i] : weight[i] * mark[i]
    }
    let sums = groupMembership * columns
    return groups.indices.map { sums[$0, 0] > 0 ? sums[$0, 1] / sums[$0, 0] : nil }
  }

  private var groupMembership: Matrix {
    var membership = Matrix(rows: groups.count, columns: options.frame.territories.count)
    for (row, group) in groups.enumerated() {
      for member in group.members { membership[row, member] = 1 }
    }
    return membership
  }
}

/// Populations and needs of a frame's territories.
private struct FrameWeights {
  let population: [Double]
  let need: [Double]
  let status: ObservationStatus

  init(_ panel: Panel, _ options: AllianceCoverage.Options) throws(DataError) {
    for variable in [options.population, options.level] where !panel.has(variable) {
      throw .unknownName(kind: "variable", name: variable, known: panel.variables)
    }
    var statuses: [ObservationStatus] = []
    func values(_ variable: String, _ period: Period) throws(DataError) -> [Double] {
      var missing: [String] = []
      var values: [Double] = []
      for territory in options.frame.territories {
        if let cell = panel.cell(variable, territory, period) {
          values.append(cell.value)
          statuses.append(cell.status)
        } else {
          missing.append(territory)
        }
      }
      guard missing.isEmpty else {
        throw .notIdentified(
          "no '\(variable)' for \(period) in \(missing.prefix(5).joined(separator: ", "))"
            + "\(missing.count > 5 ? " and \(missing.count - 5) more" : "") of the frame "
            + "'\(options.frame.code)', which weights need")
      }
      return values
    }
    population = try values(options.population, options.populationPeriod)
    let before = try values(options.level, options.reference)
    let after = try values(options.level, options.reference.advanced(by: 1))
    need = zip(before, after).map { max(0, $0 - $1) }
    status = statuses.worst
    guard population.reduce(0, +) > 0 else {
      throw .notIdentified(
        "the populations of the frame '\(options.frame.code)' add up to zero in "
          + "\(options.populationPeriod)")
    }
    guard need.reduce(0, +) > 0 else {
      throw .notIdentified(
        "no territory of the frame '\(options.frame.code)' lost output after \(options.reference), "
          + "so that coverage weighted by need has no weights")
    }
  }
}
