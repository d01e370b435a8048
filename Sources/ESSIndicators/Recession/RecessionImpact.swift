public import ESSData
internal import ESSNumerics

/// The episode after a reference period in every territory of a panel and every group of its hierarchy.
public struct RecessionImpact: Sendable {
  /// What to measure.
  public struct Options: Sendable {
    /// The period whose level is to be regained.
    public var reference: Period
    /// First period of the trend window; `nil` for no trend.
    public var trendFrom: Period?
    /// Last period of the sample; `nil` for the last one with any value.
    public var until: Period?
    /// Variable of levels at constant prices.
    public var level: String
    /// Variable of populations, behind the data shares, at the reference or the last period with values before it;
    /// `nil` to count territories instead.
    public var population: String?
    /// How many periods in a row count as a sustained recovery.
    public var sustain: Int
    /// A group whose members with complete series hold less than this percentage is refused.
    public var minimumShare: Double
    /// Confidence level of intervals.
    public var confidence: Double

    /// The options of one measurement.
    public init(
      reference: Period, trendFrom: Period? = nil, until: Period? = nil, level: String,
      population: String? = nil, sustain: Int = 2, minimumShare: Double = 50,
      confidence: Double = 0.95
    ) {
      self.reference = reference
      self.trendFrom = trendFrom
      self.until = until
      self.level = level
      self.population = population
      self.sustain = sustain
      self.minimumShare = minimumShare
      self.confidence = confidence
    }
  }

  /// A member's part in the group's growth.
  public struct Contribution: Sendable {
    /// The member.
    public let territory: String
    /// Percentage points of the group's growth in the first period after the reference.
    public let points: Double
  }

  /// The answer for a territory or a group.
  public struct Row: Sendable {
    /// Its code.
    public let territory: String
    /// The episode; `nil` with the reason in `note`.
    public let episode: RecessionEpisode?
    /// Members' contributions to the growth of the first period, adding up to it; empty for a single territory.
    public let contributions: [Contribution]
    /// Number of members with complete series; `nil` for a single territory.
    public let matched: Int?
    /// Percentage of the group in these members; `nil` for a single territory.
    public let share: Double?
    /// Worst status of the levels.
    public let status: ObservationStatus
    /// Sources of the levels.
    public let sources: [String]
    /// Why something is missing.
    public let note: String
    /// The cells behind it.
    let inputs: Inputs
  }

  /// Where the levels of a territory, or of the members of a group that count, are from.
  struct Inputs: Sendable {
    /// The first period.
    let start: Period
    /// Those of each period from the first on.
    let levels: [Provenance]
    /// Those of the data share of a group.
    var share = Provenance()

    /// Those of some periods.
    func levels(_ range: ClosedRange<Period>) -> Provenance {
      let first = start.distance(to: range.lowerBound)
      return Provenance(
        Array(levels[first...(first + range.lowerBound.distance(to: range.upperBound))]))
    }
  }

  /// The options, with the end of the sample filled in.
  public let options: Options
  /// Territories in panel order, then groups in tree order.
  public let rows: [Row]
  /// The period of the populations behind the data shares; `nil` where territories are counted.
  public let populationPeriod: Period?

  /// Measures every territory and group; throws if the variable or the periods are not in the panel.
  public init(_ panel: Panel, _ tree: TerritoryTree, _ options: Options) throws(DataError) {
    for variable in [options.level, options.population].compactMap(\.self)
    where !panel.has(variable) {
      throw .unknownName(kind: "variable", name: variable, known: panel.variables)
    }
    if let population = options.population { try panel.check([(population, .population)]) }
    let known = try panel.range(of: options.level)
    let asked = [options.reference, options.trendFrom, options.until]
    try known.check(asked.compactMap(\.self), reference: options.reference, until: options.until)
    let start = min(options.trendFrom ?? options.reference, options.reference)
    let end = options.until ?? known.last
    var options = options
    options.until = end
    self.options = options
    let leaves = panel.leaves(of: tree)
    let series = leaves.map { panel.series(options.level, $0, start...end) }
    let inputs = leaves.map { Inputs(panel, options.level, $0, start...end) }
    let weights = ShareWeights(
      panel, population: options.population, upTo: options.reference, territories: leaves)
    populationPeriod = weights.date
    let territories = leaves.indices.map { Self.row(leaves[$0], series[$0], inputs[$0], options) }
    rows =
      try territories
      + Self.groups(
        GroupMatrix(tree, territories: leaves), series, inputs, weights, start...end, options)
  }

  private static func row(
    _ territory: String, _ series: Series, _ inputs: Inputs, _ options: Options
  ) -> Row {
    let (episode, note) = measure(series, options)
    return Row(
      territory: territory, episode: episode, contributions: [], matched: nil, share: nil,
      status: series.status, sources: series.sources, note: note, inputs: inputs)
  }

  /// The episode of a series, without the trend where only the trend cannot be had.
  private static func measure(
    _ series: Series, _ options: Options
  ) -> (RecessionEpisode?, note: String) {
    do throws(RecessionEpisode.Failure) {
      do throws(RecessionEpisode.Failure) {
        let episode = try RecessionEpisode(
          series, reference: options.reference, trendStart: options.trendFrom,
          sustain: options.sustain)
        return (episode, options.until.map { shortSample(episode, until: $0) } ?? "")
      } catch {
        guard options.trendFrom != nil else { throw error }
        let episode = try RecessionEpisode(
          series, reference: options.reference, sustain: options.sustain)
        return (episode, "no trend: \(words(error))")
      }
    } catch {
      return (nil, words(error))
    }
  }

  private static func shortSample(_ episode: RecessionEpisode, until end: Period) -> String {
    episode.end < end ? "sample ends in \(episode.end)" : ""
  }

  private static func words(_ failure: RecessionEpisode.Failure) -> String {
    switch failure {
    case .missing(let period): "no value for \(period)"
    case .nothingAfter(let period): "no value after \(period)"
    case .notPositive(let period): "the value for \(period) is not positive"
    case .shortTrend(let period): "the window from \(period) has fewer than three periods"
    }
  }

  private static func groups(
    _ groups: GroupMatrix, _ series: [Series], _ inputs: [Inputs], _ weights: ShareWeights,
    _ range: ClosedRange<Period>, _ options: Options
  ) throws(DataError) -> [Row] {
    let leaves = groups.territories
    let isComplete = series.map { $0.values.allSatisfy { $0 != nil } }
    let periods = range.lowerBound.distance(to: range.upperBound) + 1
    let levels = Matrix(rows: leaves.count, columns: periods) { i, t in
      isComplete[i] ? series[i].values[t] ?? 0 : 0
    }
    try weights.check(groups.groups.indices.map(groups.members(ofGroup:)))
    let sums = groups.membership * levels
    return groups.groups.indices.map { g in
      let members = groups.members(ofGroup: g)
      let matched = members.filter { isComplete[$0] }
      let share = weights.share(of: matched, among: members)
      var note = coverageNote(
        matched: matched.count, members: members.count, share: share, of: weights.unit)
      var sources = SourceList()
      for member in matched { sources.add(series[member].sources) }
      let status = matched.map { series[$0].status }.worst
      var episode: RecessionEpisode?
      var contributions: [Contribution] = []
      if matched.isEmpty || (share ?? 0) < options.minimumShare {
        note = weights.refusal(share, note, least: options.minimumShare)
      } else {
        let total = Series(start: range.lowerBound, values: sums.row(g))
        let measured = measure(total, options)
        episode = measured.0
        if !measured.note.isEmpty { note += "; " + measured.note }
        contributions = Self.contributions(matched, leaves, series, options.reference)
      }
      return Row(
        territory: groups.groups[g], episode: episode, contributions: contributions,
        matched: matched.count, share: share, status: status, sources: sources.keys, note: note,
        inputs: Inputs(
          matched.map { inputs[$0] }, range.lowerBound, share: weights.provenance(of: members)))
    }
  }

  private static func contributions(
    _ members: [Int], _ leaves: [String], _ series: [Series], _ reference: Period
  ) -> [Contribution] {
    let before = members.map { series[$0][reference] ?? 0 }
    let after = members.map { series[$0][reference.advanced(by: 1)] ?? 0 }
    let base = before.reduce(0, +)
    guard base > 0 else { return [] }
    let growth = 100 * (after.reduce(0, +) / base - 1)
    let split = AdditiveSplit(
      start: 0, end: growth, parts: zip(before, after).map { 100 * ($1 - $0) / base })
    return zip(members, split.parts).map { Contribution(territory: leaves[$0], points: $1) }
  }
}

extension RecessionImpact.Inputs {
  fileprivate init(
    _ panel: Panel, _ variable: String, _ territory: String, _ range: ClosedRange<Period>
  ) {
    start = range.lowerBound
    let count = start.distance(to: range.upperBound) + 1
    let start = start
    levels = (0..<count).map { step in
      Provenance([panel.cell(variable, territory, start.advanced(by: step))].compactMap(\.self))
    }
  }

  /// Those of the sum of some members.
  fileprivate init(_ members: [Self], _ start: Period, share population: Provenance) {
    self.start = start
    let count = members.first?.levels.count ?? 0
    levels = (0..<count).map { step in Provenance(members.map { $0.levels[step] }) }
    share = Provenance(levels + [population])
  }
}
