public import ESSData
internal import ESSNumerics

/// A series against what it could have been: the gap by period, the loss, and when and how it was closed.
public struct RecessionGap: Sendable {
  /// One period.
  public struct Gap: Sendable {
    /// The period.
    public let period: Period
    /// What came about.
    public let actual: Double
    /// What could have been.
    public let expected: Double
    /// Actual over expected, less 1, in percent; `nil` where the expected level is not positive.
    public let percent: Double?
    /// The interval of the gap from the prediction interval of the counterfactual, in percent.
    public let interval: ClosedRange<Double>?
  }

  /// The last period before the shock.
  public let reference: Period
  /// Its level.
  public let level: Double
  /// The counterfactual.
  public let counterfactual: Counterfactual
  /// The gaps, from the first period after the reference as far as counterfactual and data reach.
  public let gaps: [Gap]
  /// Expected less actual, net, in level times years.
  public let loss: Double
  /// The same in percent of a year at the reference level; `nil` unless that is positive.
  public let lossPercent: Double?
  /// Standard error of the loss in percent, where the counterfactual has one.
  public let lossStandardError: Double?
  /// When the counterfactual was regained.
  public let recovery: Recovery
  /// The shape of the path against the reference level.
  public let levelShape: RecoveryShape
  /// The shape of the path against the counterfactual.
  public let shape: RecoveryShape

  /// Compares a series with a counterfactual.
  ///
  /// - Throws: `Counterfactual.Failure`, if a value is missing from the reference to the end.
  public init(
    _ series: Series, reference: Period, end: Period, _ counterfactual: Counterfactual,
    sustain: Int = 2, confidence: Double = 0.95
  ) throws(Counterfactual.Failure) {
    guard let level = series[reference] else {
      throw .notIdentified("no value in \(reference)")
    }
    let steps = min(reference.distance(to: end), counterfactual.levels.count)
    var gaps: [Gap] = []
    for step in stride(from: 1, through: steps, by: 1) {
      let period = reference.advanced(by: step)
      guard let actual = series[period] else { throw .notIdentified("no value in \(period)") }
      gaps.append(
        Self.gap(period, actual, counterfactual, step - 1, confidence: confidence))
    }
    guard !gaps.isEmpty else { throw .notIdentified("no period follows \(reference)") }
    let perYear = Double(reference.frequency.rawValue)
    self.reference = reference
    self.level = level
    self.counterfactual = counterfactual
    self.gaps = gaps
    let loss = gaps.reduce(0) { $0 + $1.expected - $1.actual } / perYear
    self.loss = loss
    lossPercent = level > 0 ? 100 * loss / level : nil
    lossStandardError =
      level > 0 && gaps.count == counterfactual.levels.count
      ? counterfactual.sumError.map { 100 * $0 / perYear / level } : nil
    let distances = gaps.map { $0.actual - $0.expected }
    recovery = Recovery(gaps: distances, reference: reference, sustain: sustain)
    shape = RecoveryShape(gaps: gaps.map { $0.percent ?? $0.actual - $0.expected })
    levelShape = RecoveryShape(gaps: gaps.map { $0.actual - level })
  }

  private static func gap(
    _ period: Period, _ actual: Double, _ counterfactual: Counterfactual, _ index: Int,
    confidence: Double
  ) -> Gap {
    let expected = counterfactual.levels[index]
    let percent = expected > 0 ? 100 * (actual / expected - 1) : nil
    var interval: ClosedRange<Double>?
    if percent != nil, let range = counterfactual.interval(index, confidence: confidence),
      range.lowerBound > 0
    {
      let ends = [range.upperBound, range.lowerBound].map { 100 * (actual / $0 - 1) }
      // A level below zero is the farther from what was expected, the less that was.
      interval = min(ends[0], ends[1])...max(ends[0], ends[1])
    }
    return Gap(
      period: period, actual: actual, expected: expected, percent: percent, interval: interval)
  }
}

/// The gaps of the territories and groups of a panel.
public struct RecessionGaps: Sendable {
  /// Which counterfactual, with what it needs to be told.
  public enum Choice: Sendable, Equatable {
    /// A method that needs only the series.
    case method(Counterfactual.Method)
    /// Projections: an institution, or `nil` for any, last published before a date.
    case vintage(institution: String?, before: String)
    /// The other members of a group, or some territories.
    case peers(String)
    /// A synthetic control of donors, fitted from a period to the reference.
    case synthetic(Donors, from: Period, scale: Counterfactual.SyntheticScale)
  }

  /// Who may stand for a territory in a synthetic control.
  public enum Donors: Sendable, Equatable {
    /// Territories that did not fall below their reference level in the first period after it.
    case unaffected
    /// All other territories.
    case others
    /// The other members of a group, or some territories.
    case named(String)

    /// As results name it.
    public var name: String {
      switch self {
      case .unaffected: "unaffected"
      case .others: "others"
      case .named(let name): name
      }
    }
  }

  /// What to measure.
  public struct Options: Sendable {
    /// Variable of levels.
    public var variable: String
    /// The last period before the shock.
    public var reference: Period
    /// The last period; `nil` for the last with data.
    public var until: Period?
    /// The counterfactual.
    public var choice: Choice
    /// Whether filters are fitted on the whole sample.
    public var usesLaterData = false
    /// Periods in a row that count as a sustained recovery.
    public var sustain = 2
    /// Confidence level of intervals.
    public var confidence = 0.95
    /// Variable of populations behind the data shares of groups; `nil` counts territories.
    public var population: String?
    /// The least share of a group, in percent, that must have data.
    public var minimumShare = 50.0

    /// The options with the usual conventions.
    public init(variable: String, reference: Period, choice: Choice) {
      self.variable = variable
      self.reference = reference
      self.choice = choice
    }
  }

  /// One territory or group.
  public struct Row: Sendable {
    /// Its code.
    public let territory: String
    /// The gap; `nil` where there is none.
    public let gap: RecessionGap?
    /// Number of members of a group behind it; `nil` for a territory.
    public let members: Int?
    /// Percentage of the group in these members; `nil` for a territory, and for a group whose population is zero.
    public let share: Double?
    /// Whether a group was refused since too few of its data are there.
    public let isRefused: Bool
    /// Worst status of the values.
    public let status: ObservationStatus
    /// Their sources.
    public let sources: [String]
    /// Why there is no gap, or what a reader should know.
    public let note: String
  }

  /// The options, with the end filled in.
  public let options: Options
  /// Territories in panel order, then groups in tree order.
  public let rows: [Row]

  /// Measures every territory and group with data; throws on unknown names and periods outside the data.
  public init(
    _ panel: Panel, _ tree: TerritoryTree, outlook: GrowthOutlook? = nil, _ options: Options
  ) throws(DataError) {
    guard panel.has(options.variable) else {
      throw .unknownName(kind: "variable", name: options.variable, known: panel.variables)
    }
    if let population = options.population { try panel.check([(population, .population)]) }
    let known = try panel.range(of: options.variable)
    let asked = [options.reference, options.until].compactMap(\.self)
    try known.check(asked, reference: options.reference, until: options.until)
    var options = options
    options.until = options.until ?? known.last
    self.options = options
    let measure = GapMeasure(
      panel: panel, tree: tree, outlook: outlook, options: options,
      range: known.first...(options.until ?? known.last))
    switch options.choice {
    case .peers(let name), .synthetic(.named(let name), _, _): try measure.checkPeers(name)
    case .method, .vintage, .synthetic: break
    }
    if case .vintage = options.choice, outlook == nil {
      throw .notIdentified("the vintage counterfactual needs a table of projections")
    }
    rows = try measure.territories() + measure.groups()
  }
}

private struct GapMeasure {
  let panel: Panel
  let tree: TerritoryTree
  let outlook: GrowthOutlook?
  let options: RecessionGaps.Options
  let range: ClosedRange<Period>

  private var end: Period { range.upperBound }

  /// The members of a group, or the codes that a list names.
  private func peers(_ name: String) -> [String] {
    let leaves = tree.leaves(of: name)
    return leaves.isEmpty ? name.split(separator: "+").map(String.init) : leaves
  }

  func checkPeers(_ name: String) throws(DataError) {
    for code in peers(name) where !panel.territories.contains(code) && tree[code] == nil {
      throw .unknownName(
        kind: "group or territory", name: code, known: tree.groups + panel.territories)
    }
  }

  func territories() -> [RecessionGaps.Row] {
    let withData = Set(panel.territories(with: options.variable))
    return panel.leaves(of: tree).filter(withData.contains).map { code in
      row(code, panel.series(options.variable, code, range), own: [code])
    }
  }

  /// Sums over the members that have every value needed, of groups of which these are share enough.
  func groups() throws(DataError) -> [RecessionGaps.Row] {
    let leaves = panel.leaves(of: tree)
    let groups = GroupMatrix(tree, territories: leaves)
    let all = leaves.map { panel.series(options.variable, $0, neededRange) }
    let isComplete = all.map { $0.values.allSatisfy { $0 != nil } }
    let weights = ShareWeights(
      panel, population: options.population, upTo: options.reference, territories: leaves)
    try weights.check(groups.groups.indices.map(groups.members(ofGroup:)))
    return groups.groups.indices.compactMap { index in
      let members = groups.members(ofGroup: index)
      let matched = members.filter { isComplete[$0] }
      guard !matched.isEmpty else { return nil }
      let complete = matched.map { all[$0] }
      let count = neededRange.lowerBound.distance(to: neededRange.upperBound) + 1
      let sums = (0..<count).map { index -> Double? in
        complete.reduce(0) { $0 + ($1.values[index] ?? 0) }
      }
      var sources = SourceList()
      for series in complete { sources.add(series.sources) }
      let total = Series(
        start: neededRange.lowerBound, values: sums, status: complete.map(\.status).worst,
        sources: sources.keys)
      let share = weights.share(of: matched, among: members)
      let note = coverageNote(
        matched: matched.count, members: members.count, share: share, of: weights.unit)
      guard let share, share >= options.minimumShare else {
        return RecessionGaps.Row(
          territory: groups.groups[index], gap: nil, members: matched.count, share: share,
          isRefused: true,
          status: total.status, sources: total.sources,
          note: weights.refusal(share, note, least: options.minimumShare))
      }
      return row(
        groups.groups[index], total, members: matched.count, share: share,
        own: members.map { leaves[$0] }, note: note)
    }
  }

  /// From the start of the trend window, or ten years before the reference, to the end.
  private var neededRange: ClosedRange<Period> {
    let start: Period =
      switch options.choice {
      case .method(.logLinear(let from)), .method(.linear(let from)): from
      case .method: options.reference.advanced(by: -10 * options.reference.frequency.rawValue)
      case .synthetic(_, let from, _): from
      case .vintage, .peers: options.reference
      }
    return min(start, options.reference)...end
  }

  private func row(
    _ code: String, _ series: Series, members: Int? = nil, share: Double? = nil, own: [String],
    note: String = ""
  ) -> RecessionGaps.Row {
    func result(_ gap: RecessionGap?, _ words: String) -> RecessionGaps.Row {
      RecessionGaps.Row(
        territory: code, gap: gap, members: members, share: share, isRefused: false,
        status: series.status,
        sources: series.sources, note: [note, words].filter { !$0.isEmpty }.joined(separator: "; "))
    }
    let last = series.lastPeriod.map { min($0, end) } ?? end
    guard last > options.reference else {
      return result(nil, "no value after \(options.reference)")
    }
    do throws(Counterfactual.Failure) {
      let counterfactual = try self.counterfactual(code, series, last, own)
      let gap = try RecessionGap(
        series, reference: options.reference, end: last, counterfactual, sustain: options.sustain,
        confidence: options.confidence)
      let short = last < end ? "sample ends in \(last)" : ""
      return result(
        gap, [counterfactual.note, short].filter { !$0.isEmpty }.joined(separator: "; "))
    } catch {
      switch error {
      case .notIdentified(let reason): return result(nil, reason)
      }
    }
  }

  private func counterfactual(
    _ code: String, _ series: Series, _ last: Period, _ own: [String]
  ) throws(Counterfactual.Failure) -> Counterfactual {
    switch options.choice {
    case .method(let method):
      return try Counterfactual(
        series, reference: options.reference, end: last, method: method,
        usesLaterData: options.usesLaterData)
    case .vintage(let institution, let before):
      let (name, growth) = projections(code, institution, before)
      return try Counterfactual(
        series, reference: options.reference, end: last,
        method: .vintage(name: name, growth: growth))
    case .peers(let name):
      guard let level = series[options.reference] else {
        throw .notIdentified("no value in \(options.reference)")
      }
      let others = peers(name).filter { !own.contains($0) }.map {
        panel.series(options.variable, $0, options.reference...last)
      }
      return try Counterfactual(
        peers: others, name: name, level: level, reference: options.reference, end: last)
    case .synthetic(let choice, let from, let scale):
      return try Counterfactual(
        synthetic: series, donors: donors(choice).filter { !own.contains($0.code) },
        rule: choice.name, from: from, reference: options.reference, end: last, scale: scale)
    }
  }

  /// The territories that may stand for another one.
  private func donors(_ choice: RecessionGaps.Donors) -> [(code: String, series: Series)] {
    let codes: [String]
    switch choice {
    case .named(let name): codes = peers(name)
    case .others, .unaffected: codes = panel.leaves(of: tree)
    }
    let first = options.reference.advanced(by: 1)
    return codes.compactMap { code in
      let series = panel.series(options.variable, code, neededRange)
      if choice == .unaffected {
        guard let before = series[options.reference], let after = series[first], after >= before
        else { return nil }
      }
      return (code, series)
    }
  }

  /// The last projections of each period published before a date.
  private func projections(
    _ code: String, _ institution: String?, _ before: String
  ) -> (name: String, growth: [Period: Double]) {
    let figures = (outlook?.figures ?? []).filter { figure in
      figure.territory == code && figure.vintage.date < before && figure.period > options.reference
        && (institution == nil || institution == figure.vintage.institution)
    }
    var growth: [Period: Double] = [:]
    for figure in figures.sorted(by: { $0.vintage.date < $1.vintage.date }) {
      growth[figure.period] = figure.value
    }
    let names = figures.map(\.vintage.name).distinct
    return (names.isEmpty ? "before \(before)" : names.joined(separator: "+"), growth)
  }
}
