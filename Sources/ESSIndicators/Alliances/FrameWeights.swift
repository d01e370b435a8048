public import ESSData
internal import ESSNumerics

/// What territories are weighted by.
public enum CoverageWeight: String, Sendable, CaseIterable {
  /// Every territory counts once.
  case plain
  /// By population.
  case population
  /// By need, by default the output lost between a reference period and the next.
  case need
}

/// What the territories of a frame weigh, and how hard a shock hit them.
public struct FrameWeights: Sendable {
  /// One number for each territory of the frame.
  public struct Column: Sendable {
    /// The numbers, in frame order.
    public let values: [Double]
    /// What they are, as methods say it.
    public let method: String
    /// Worst status of the cells behind them.
    public let status: ObservationStatus
    /// Keys of the sources of these cells.
    public let sources: [String]
    /// What they are, for people; the method's text if nothing else is given.
    public let title: Translated

    /// A column.
    public init(
      _ values: [Double], method: String, status: ObservationStatus = .actual,
      sources: [String] = [], title: Translated? = nil
    ) {
      self.values = values
      self.method = method
      self.status = status
      self.sources = sources
      self.title = title ?? Translated(en: method, fr: method, es: method)
    }
  }

  /// Populations.
  public let population: Column?
  /// Needs.
  public let need: Column?
  /// The size of the shock, larger where it was worse; ranks territories for concentration indices.
  public let shock: Column?

  /// How output stands two periods after the reference, in percent of it; `nil` where it is not known.
  public let recovery: (values: [Double?], method: String)?

  /// The given columns, of which each may be missing; throws where one does not fit or adds up to zero.
  public init(
    frame: Frame, population: Column? = nil, need: Column? = nil, shock: Column? = nil
  ) throws(DataError) {
    for (name, column) in [("populations", population), ("needs", need)] {
      guard let column else { continue }
      guard column.values.reduce(0, +) > 0 else {
        throw .notIdentified("the \(name) of the frame '\(frame.code)' add up to zero")
      }
    }
    self.population = population
    self.need = need
    self.shock = shock
    recovery = nil
  }

  /// Populations, output lost after a reference period, and the rate of the loss, from a panel.
  ///
  /// Throws where a cell is missing or a weight adds up to zero. `shock` names another variable of the panel whose change from the
  /// reference period to the next measures the shock, such as a poverty rate.
  public init(
    _ panel: Panel, frame: Frame, reference: Period, populationPeriod: Period? = nil,
    population: String, level: String, shock: String? = nil
  ) throws(DataError) {
    let reader = try FrameReader(
      panel, frame, variables: [population, level] + [shock].compactMap { $0 })
    let populationPeriod = populationPeriod ?? reference
    let next = reference.advanced(by: 1)
    let people = try reader.column(population, populationPeriod)
    let before = try reader.column(level, reference)
    let after = try reader.column(level, next)
    let losses = zip(before.values, after.values).map { max(0, $0 - $1) }
    guard people.values.reduce(0, +) > 0 else {
      throw .notIdentified(
        "the populations of the frame '\(frame.code)' add up to zero in \(populationPeriod)")
    }
    guard losses.reduce(0, +) > 0 else {
      throw .notIdentified(
        "no territory of the frame '\(frame.code)' lost output after \(reference), "
          + "so that coverage weighted by need has no weights")
    }
    self.population = Column(
      people.values, method: "\(population):\(populationPeriod)",
      status: people.inputs.status, sources: people.inputs.sources)
    let inputs = Provenance([before.inputs, after.inputs])
    need = Column(
      losses, method: "loss(\(level):\(reference))", status: inputs.status, sources: inputs.sources,
      title: Translated(
        en: "output lost after \(reference)", fr: "production perdue après \(reference)",
        es: "producción perdida tras \(reference)"))
    let later = reference.advanced(by: 2)
    let changes = zip(frame.territories, before.values).map { territory, value in
      panel.cell(level, territory, later).flatMap { value > 0 ? ($0.value / value - 1) * 100 : nil }
    }
    recovery =
      changes.contains { $0 != nil }
      ? (changes, "change(\(level):\(reference)/\(later))") : nil
    if let shock {
      let start = try reader.column(shock, reference)
      let end = try reader.column(shock, next)
      let moved = Provenance([start.inputs, end.inputs])
      self.shock = Column(
        zip(start.values, end.values).map { $1 - $0 }, method: "change(\(shock):\(reference))",
        status: moved.status, sources: moved.sources)
    } else {
      self.shock = Column(
        zip(before.values, after.values).map { ($0 - $1) / $0 },
        method: "loss_rate(\(level):\(reference))", status: inputs.status, sources: inputs.sources)
    }
  }

  /// The weights that there are.
  public var kinds: [CoverageWeight] {
    CoverageWeight.allCases.filter { $0 == .plain || self[$0] != nil }
  }

  /// The column behind a weight; `nil` for the plain one and where there is none.
  public subscript(weight: CoverageWeight) -> Column? {
    switch weight {
    case .plain: nil
    case .population: population
    case .need: need
    }
  }

  /// The sum of the weights of some territories of the frame, rounded once, so that it does not depend on their order.
  func sum(_ weight: CoverageWeight, of territories: some Sequence<Int>) -> Double {
    guard let column = self[weight] else {
      return Double(territories.reduce(0) { count, _ in count + 1 })
    }
    var sum = ExactSum()
    for territory in territories { sum.add(column.values[territory]) }
    return sum.value
  }

  /// The weighted mean of a mark over some territories, `nil` where their weights add up to zero.
  func mean(of mark: [Double], over territories: [Int], by weight: CoverageWeight) -> Double? {
    guard let column = self[weight] else {
      if weight != .plain || territories.isEmpty { return nil }
      var sum = ExactSum()
      for territory in territories { sum.add(mark[territory]) }
      return sum.value / Double(territories.count)
    }
    var sum = ExactSum()
    var total = ExactSum()
    for territory in territories {
      sum.add(column.values[territory], times: mark[territory])
      total.add(column.values[territory])
    }
    return total.value > 0 ? sum.value / total.value : nil
  }
}

/// Reads columns of a panel for the territories of a frame.
private struct FrameReader {
  let panel: Panel
  let frame: Frame

  init(_ panel: Panel, _ frame: Frame, variables: [String]) throws(DataError) {
    for variable in variables where !panel.has(variable) {
      throw .unknownName(kind: "variable", name: variable, known: panel.variables)
    }
    self.panel = panel
    self.frame = frame
  }

  func column(
    _ variable: String, _ period: Period
  ) throws(DataError) -> (values: [Double], inputs: Provenance) {
    var missing: [String] = []
    var cells: [Panel.Cell] = []
    for territory in frame.territories {
      if let cell = panel.cell(variable, territory, period) {
        cells.append(cell)
      } else {
        missing.append(territory)
      }
    }
    guard missing.isEmpty else {
      throw .notIdentified(
        "no '\(variable)' for \(period) in \(missing.prefix(5).joined(separator: ", "))"
          + "\(missing.count > 5 ? " and \(missing.count - 5) more" : "") of the frame "
          + "'\(frame.code)', which weights need")
    }
    return (cells.map(\.value), Provenance(cells))
  }
}

extension FrameWeights {
  /// The weights of a table of territories.
  public init(frame: Frame, _ table: FrameTable) throws(DataError) {
    try self.init(
      frame: frame, population: table.population.map { Column($0, method: "population") },
      need: table.need.map { Column($0, method: "need") },
      shock: table.shock.map { Column($0, method: "shock") })
  }
}

extension AllianceNetwork {
  /// The same network with every organisation as a territory of its own, so that coverage is that of organisations.
  public var placedInThemselves: AllianceNetwork {
    AllianceNetwork(
      organisations: organisations.map {
        Organisation(
          id: $0.id, name: $0.name, actorType: $0.actorType, isSSE: $0.isSSE, level: $0.level,
          territory: $0.id, isGeneric: $0.isGeneric, allianceAlias: $0.allianceAlias)
      }, alliances: alliances, memberships: memberships, attributes: attributes)
  }
}
