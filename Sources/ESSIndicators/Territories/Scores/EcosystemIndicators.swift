public import ESSData
internal import ESSNumerics

/// What a dataset records of the social and solidarity economy of its territories, as columns that a score can use.
///
/// Counts are of what sources record: 0 means that nothing is recorded, never that there is nothing. Columns: `alliances_depth` (alliances of the SSE proper
/// in which an organisation of the territory is), `alliances_breadth` (share of three marks: a local organisation, a national alliance, one beyond the
/// country), `organisations` (organisations in these alliances), `public_bodies` (governments in any alliance), `commitments`
/// (declarations, resolutions and programmes in which the territory takes part), `laws_and_institutions`, and the latest figure of each
/// variable of a table of sizes, missing where there is none.
public struct EcosystemIndicators: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// Its name.
    public let name: String
    /// The values of the territories of the frame, NaN where missing.
    public let values: [Double]
    /// Their status.
    public let status: [ObservationStatus]
    /// Keys of the sources of each value.
    public let sources: [[String]]
  }

  /// The columns.
  public let columns: [Column]

  /// Variables of a table of sizes that say whether something is there.
  private static let marks = ["sse_law", "national_institution"]

  /// Counts a dataset's network and reads its table of sizes; what a dataset does not have gives no column.
  public init(_ dataset: Dataset, frame: Frame) throws(DataError) {
    var columns: [Column] = []
    if ["organisations", "alliances", "memberships"].allSatisfy(dataset.has) {
      columns += Self.network(try dataset.allianceNetwork(), frame)
    }
    if dataset.has("sse_size") { columns += try Self.sizes(dataset.table("sse_size"), frame) }
    self.columns = columns
  }

  private static func network(_ network: AllianceNetwork, _ frame: Frame) -> [Column] {
    let core = AllianceSelection()
    let presence = AlliancePresence(network, core, frame: frame, reach: .direct)
    let marks = [
      presence.hasLocalOrganisation.map { $0 ? 1 : 0 }, presence.covered(byLevels: ["national"]),
      presence.covered(byLevels: ["continental", "international"]),
    ]
    func counts(
      _ selection: AllianceSelection,
      of key: (AllianceNetwork.Membership, AllianceNetwork.Organisation) -> Int?
    ) -> (values: [Double], sources: [[String]]) {
      var found: [String: Set<Int>] = [:]
      var sources: [String: [String]] = [:]
      for membership in selection.memberships(of: network) {
        let organisation = network.organisations[membership.organisation]
        guard let key = key(membership, organisation) else { continue }
        found[organisation.territory, default: []].insert(key)
        sources[organisation.territory, default: []].append(membership.source)
      }
      return (
        frame.territories.map { Double(found[$0]?.count ?? 0) },
        frame.territories.map { sources[$0]?.distinct ?? [] }
      )
    }
    let inFrame = Set(frame.territories)
    let organisations = counts(core) { membership, organisation in
      inFrame.contains(organisation.territory) ? membership.organisation : nil
    }
    let bodies = counts(AllianceSelection(scope: .all)) { membership, organisation in
      organisation.isGovernment && inFrame.contains(organisation.territory)
        ? membership.organisation : nil
    }
    // A country that somebody else's programme covers has committed itself to nothing.
    let commitments = counts(AllianceSelection(scope: .all, tiers: ["C"])) {
      membership, organisation in
      membership.relation != "covered_country" && inFrame.contains(organisation.territory)
        ? membership.alliance : nil
    }
    let estimated = frame.territories.map { _ in ObservationStatus.estimated }
    return [
      ("alliances_depth", presence.depth, organisations.sources),
      (
        "alliances_breadth",
        frame.territories.indices.map { row in marks.reduce(0) { $0 + $1[row] } / 3 },
        organisations.sources
      ),
      ("organisations", organisations.values, organisations.sources),
      ("public_bodies", bodies.values, bodies.sources),
      ("commitments", commitments.values, commitments.sources),
    ].map { Column(name: $0.0, values: $0.1, status: estimated, sources: $0.2) }
  }

  private static func sizes(_ table: CSVTable, _ frame: Frame) throws(DataError) -> [Column] {
    let territories = try table.texts("territory")
    let variables = try table.texts("variable")
    let periods = try table.texts("period")
    let values = try table.numbers("value")
    let states = try table.texts("status")
    let sources = try table.texts("source")
    func status(_ row: Int) -> ObservationStatus {
      ObservationStatus(rawValue: states[row]) ?? .estimated
    }
    // The latest figure; of one year the better one, then the one whose source comes first.
    func isBetter(_ row: Int, than other: Int) -> Bool {
      if periods[row] != periods[other] { return periods[row] > periods[other] }
      if status(row) != status(other) { return status(row) < status(other) }
      return sources[row] < sources[other]
    }
    var best: [String: [String: Int]] = [:]
    for row in territories.indices where !values[row].isNaN {
      let other = best[variables[row]]?[territories[row]]
      if other.map({ isBetter(row, than: $0) }) ?? true {
        best[variables[row], default: [:]][territories[row]] = row
      }
    }
    var columns = variables.distinct.filter { !marks.contains($0) }.map { name in
      let rows = frame.territories.map { best[name]?[$0] }
      return Column(
        name: name, values: rows.map { $0.map { values[$0] } ?? .nan },
        status: rows.map { $0.map(status) ?? .actual },
        sources: rows.map { $0.map { [sources[$0]] } ?? [] })
    }
    let recorded = frame.territories.map { territory in
      marks.compactMap { best[$0]?[territory] }
    }
    columns.append(
      Column(
        // A figure of 0 says that there is none.
        name: "laws_and_institutions",
        values: recorded.map { marks in Double(marks.count { values[$0] > 0 }) },
        status: recorded.map { $0.map(status).worst },
        sources: recorded.map { $0.map { sources[$0] } }))
    return columns
  }
}

extension IndicatorTable {
  /// The columns that a framework names, from a panel in one period and from what a dataset records of the SSE.
  ///
  /// The groupings are `parent`, the territory above in the tree.
  ///
  /// - Throws: `DataError` for a column that neither has.
  public init(
    _ panel: Panel, _ tree: TerritoryTree, recorded: EcosystemIndicators,
    _ framework: IndicatorFramework, frame: Frame, period: Period
  ) throws(DataError) {
    var columns: [String: [Double]] = [:]
    var status = frame.territories.map { _ in ObservationStatus.actual }
    var sources = frame.territories.map { _ in [String]() }
    for name in framework.columns {
      if let column = recorded.columns.first(where: { $0.name == name }) {
        columns[name] = column.values
        sources = zip(sources, column.sources).map { $0 + $1 }
        status = zip(status, column.status).map { max($0, $1) }
      } else if panel.has(name) {
        let cells = frame.territories.map { panel.cell(name, $0, period) }
        guard cells.contains(where: { $0 != nil }) else {
          throw .notIdentified("\(name): no territory has a value in \(period)")
        }
        columns[name] = cells.map { $0?.value ?? .nan }
        sources = zip(sources, cells).map { known, cell in
          known + (cell?.source.split(separator: ";").map(String.init) ?? [])
        }
        status = zip(status, cells).map { max($0, $1?.status ?? .actual) }
      } else {
        throw .unknownName(
          kind: "indicator of the dataset", name: name,
          known: recorded.columns.map(\.name) + panel.variables)
      }
    }
    let elements = framework.indicators.flatMap { columns[$0.code] ?? [] }
    try self.init(
      units: frame.territories, framework: framework,
      values: Matrix(
        rows: frame.territories.count, columns: framework.indicatorCount, elements: elements),
      denominators: columns.filter { name, _ in
        framework.indicators.contains { $0.metadata.denominator == name }
      },
      groups: ["parent": frame.territories.map { tree[$0]?.parent ?? $0 }],
      status: status, sources: sources.flatMap(\.self).distinct,
      unitSources: sources.map(\.distinct), period: period.description)
  }
}
