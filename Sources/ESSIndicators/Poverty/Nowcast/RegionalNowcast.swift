public import ESSData

/// What published growth figures imply for poverty, beside what was published: from a headcount ratio and a Gini index alone.
///
/// Between the two, a log-normal distribution: sigma from the Gini index, the mean in units of the line from the headcount ratio at the
/// start. Growth per head times a pass-through moves the mean; the headcount ratio follows.
public struct RegionalNowcast: Sendable {
  /// Two figures quoted together.
  public struct Pair: Sendable {
    /// Vintage of the poverty figure.
    public var poverty: String
    /// Scenario of the poverty figure.
    public var scenario: String
    /// Vintage of the growth figure.
    public var growth: String

    /// A pair.
    public init(poverty: String, scenario: String, growth: String) {
      self.poverty = poverty
      self.scenario = scenario
      self.growth = growth
    }
  }

  /// What to compute.
  public struct Options: Sendable {
    /// Start of the change.
    public var from: Period
    /// The year of the growth figures.
    public var to: Period
    /// Group of territories whose poverty is published.
    public var group: String
    /// Line, a name of the table of vintages.
    public var line: String
    /// Shares of growth that mean welfare follows, each a column of the result.
    public var passThroughs: [Double]
    /// Relative change of the Gini index, as a fraction.
    public var giniChange: Double
    /// Variable with the population behind the published head counts.
    public var population: String
    /// Variable of Gini indices of the group's members, 0 to 100.
    public var gini: String
    /// A pair of vintages, of poverty and of growth, to show beside the exercises: two figures quoted together.
    public var pair: Pair?

    /// The options of one run.
    public init(
      from: Period, to: Period, group: String, line: String, passThroughs: [Double],
      giniChange: Double = 0, population: String, gini: String = "gini_index",
      pair: Pair? = nil
    ) {
      self.from = from
      self.to = to
      self.group = group
      self.line = line
      self.passThroughs = passThroughs
      self.giniChange = giniChange
      self.population = population
      self.gini = gini
      self.pair = pair
    }
  }

  /// The Gini index behind the curve: a mean over the group's members, each with its latest value.
  public struct Inequality: Sendable {
    /// The index, as a fraction.
    public let gini: Double
    /// Members with a value in the six years up to the start.
    public let matched: Int
    /// Members of the group.
    public let members: Int
    /// Share of the group's population in members with a value, in percent.
    public let share: Double
    /// Sources of the values.
    public let sources: [String]
  }

  /// What one pass-through implies.
  public struct Outcome: Sendable {
    /// The assumptions.
    public let scenario: NowcastScenario
    /// Headcount ratio and number of poor at both ends.
    public let change: PovertyChange
  }

  /// The answer for one growth figure and one vintage of poverty.
  public struct Row: Sendable {
    /// The growth figure.
    public let growth: GrowthOutlook.Figure
    /// Growth per head, as a fraction: the figure less population growth.
    public let growthPerHead: Double
    /// The vintage of poverty that the start is taken from.
    public let vintage: String
    /// The published figures of that vintage.
    public let published: VintagePovertyChange.Row
    /// Headcount ratio at the start, as a fraction.
    public let start: Double
    /// One for each pass-through, in the order of the options.
    public let outcomes: [Outcome]
    /// The pass-through at which the growth figure gives the published headcount ratio; `nil` where none was published, or in a
    /// pair of different exercises.
    public let impliedPassThrough: Double?
    /// Whether growth and poverty are of one exercise.
    public let isSameExercise: Bool
  }

  /// The options.
  public let options: Options
  /// The Gini index used.
  public let inequality: Inequality
  /// Population of the group at both ends.
  public let population: PovertyChange.Ends
  /// Rows by growth vintage, then scenario; the pair asked for last.
  public let rows: [Row]
  /// One sentence for each pair of different exercises.
  public let warnings: [String]

  /// Computes what each growth figure implies; throws what the dataset lacks.
  public init(
    _ table: PovertyVintages, growth: GrowthOutlook, panel: Panel, _ tree: TerritoryTree,
    _ options: Options
  ) throws(DataError) {
    self.options = options
    let published = try VintagePovertyChange(
      table, population: panel, tree, growth: growth,
      .init(
        from: options.from, to: options.to, lines: [options.line], population: options.population)
    ).rows.filter { $0.territory == options.group }
    guard let ends = published.compactMap(\.population).first else {
      throw .notIdentified(
        "no published poverty of \(options.group) on the line \(options.line), or no "
          + "\(options.population)")
    }
    population = ends
    inequality = try Self.inequality(panel, tree, options)
    guard let curve = LogNormalLorenz(gini: inequality.gini) else {
      throw .notIdentified("the Gini index of \(options.group) is not between 0 and 100")
    }
    var rows: [Row] = []
    let perHead = ends.end / ends.start - 1
    func add(
      _ exercise: PovertyVintages.Exercise, _ date: String, _ row: VintagePovertyChange.Row,
      startOf earlier: VintagePovertyChange.Row? = nil
    ) {
      let key = GrowthOutlook.Vintage(institution: exercise.institution, date: date)
      let origin = earlier ?? row
      guard let figure = growth.figure(key, exercise.growthTerritory, options.to),
        let start = origin.headcountStart
      else { return }
      rows.append(
        Self.row(
          curve, row, vintage: origin.vintage, start: start / 100, figure,
          NowcastScenario.perHead(growth: figure.value / 100, population: perHead), ends, options,
          isSame: exercise.growthVintage == date && earlier == nil))
    }
    for exercise in table.exercises {
      let own = published.filter { $0.vintage == exercise.povertyVintage }
      let started = own.filter { $0.headcountStart != nil }
      for row in started { add(exercise, exercise.growthVintage, row) }
      // An outcome: its own report says nothing of the start.
      if started.isEmpty, let row = own.first,
        let earlier = published.last(where: {
          $0.vintage < exercise.povertyVintage && $0.headcountStart != nil
        })
      {
        add(exercise, exercise.growthVintage, row, startOf: earlier)
      }
    }
    if let pair = options.pair,
      let exercise = table.exercises.first(where: { $0.povertyVintage == pair.poverty }),
      exercise.growthVintage != pair.growth,
      let row = published.first(where: {
        $0.vintage == pair.poverty && $0.scenario == pair.scenario
      })
    {
      add(exercise, pair.growth, row)
    }
    guard !rows.isEmpty else {
      throw .notIdentified(
        "no vintage has both a headcount ratio of \(options.group) for \(options.from) and a growth figure "
          + "for \(options.to)")
    }
    self.rows = rows
    warnings =
      rows.filter { !$0.isSameExercise }.map { row in
        "the poverty figure of \(row.vintage) for \(options.from) is moved by the growth figure of "
          + "\(row.growth.vintage.date): two different exercises"
      }.distinct
  }

  private static func row(
    _ curve: LogNormalLorenz, _ row: VintagePovertyChange.Row, vintage: String, start: Double,
    _ figure: GrowthOutlook.Figure, _ perHead: Double, _ population: PovertyChange.Ends,
    _ options: Options, isSame: Bool
  ) -> Row {
    let mean = curve.mean(headcount: start)
    let outcomes = options.passThroughs.map { share -> Outcome in
      let scenario = NowcastScenario(
        growth: perHead, passThrough: share, giniChange: options.giniChange,
        provenance: .init(vintage: figure.vintage.date, source: figure.source))
      // A log-normal distribution with another Gini index is another log-normal one.
      let moved =
        options.giniChange == 0
        ? curve : LogNormalLorenz(gini: curve.gini * (1 + options.giniChange)) ?? curve
      let poverty = moved.poverty(mean: mean * scenario.meanFactor, line: 1)
      return Outcome(
        scenario: scenario,
        change: PovertyChange(
          headcount: .init(start, poverty.headcount), population: population))
    }
    var implied: Double?
    if isSame, let end = row.headcountEnd, perHead != 0 {
      implied = (curve.mean(headcount: end / 100) / mean - 1) / perHead
    }
    return Row(
      growth: figure, growthPerHead: perHead, vintage: vintage, published: row, start: start,
      outcomes: outcomes, impliedPassThrough: implied, isSameExercise: isSame)
  }

  /// The mean of the members' latest Gini indices in the six years up to the start, weighted by population.
  private static func inequality(
    _ panel: Panel, _ tree: TerritoryTree, _ options: Options
  ) throws(DataError) -> Inequality {
    let members = tree.leaves(of: options.group)
    var (sum, weight, total) = (0.0, 0.0, 0.0)
    var matched = 0
    var sources = SourceList()
    for member in members {
      guard let people = panel.cell(options.population, member, options.from)?.value else {
        continue
      }
      total += people
      let years = (0...5).map { options.from.advanced(by: -$0) }
      guard
        let cell = years.lazy.compactMap({ panel.cell(options.gini, member, $0) }).first
      else { continue }
      sum += people * cell.value / 100
      weight += people
      matched += 1
      sources.add(cell.source)
    }
    guard weight > 0 else {
      throw .notIdentified(
        "no member of \(options.group) has \(options.gini) up to \(options.from)")
    }
    return Inequality(
      gini: sum / weight, matched: matched, members: members.count, share: 100 * weight / total,
      sources: sources.keys)
  }
}
