public import ESSData
internal import ESSNumerics

/// What an input-output table says about its sectors, and about a shock to the final demand of some of them.
public struct DemandShock: Sendable {
  /// What to compute.
  public struct Options: Sendable {
    /// Primary inputs to follow beside output, such as value added and employment.
    public var inputs: [String] = []
    /// Change of final demand by sector; empty for none.
    public var demandChange: [String: Double] = [:]
    /// Sectors extracted, or sets of them by one name: for each the share of every sector that goes, from 0 to 1.
    public var extractions: [(name: String, shares: [String: Double])] = []
    /// Share of each sector that belongs to a satellite account, such as the social economy's, from 0 to 1; empty for none.
    public var satellite: [String: Double] = [:]
    /// Final uses that make up the rows, for the balance check; empty for no check.
    public var finalUses: [String] = []
    /// Primary inputs that make up the columns, for the balance check; empty for no check.
    public var primaryInputs: [String] = []
    /// An imbalance of more than this percentage of output is a warning.
    public var tolerance = 0.1

    /// The options of plain multipliers.
    public init() {}
  }

  /// The options.
  public let options: Options
  /// The model.
  public let model: LeontiefModel
  /// Change of output by sector; `nil` without a shock.
  public let outputChange: [Double]?
  /// For each extraction the change of output by sector.
  public let extractions: [(name: String, change: [Double])]
  /// Output that rests on the satellite account; `nil` without one.
  public let satelliteOutput: [Double]?
  /// Imbalances of rows and columns by sector; `nil` without a check.
  public let rowImbalances: [Double]?
  /// Imbalances of columns by sector; `nil` without a check.
  public let columnImbalances: [Double]?

  private let inputs: [(name: String, amounts: [Double])]

  /// Computes; throws on unknown names and on a table that is not productive.
  public init(_ table: InputOutputTable, _ options: Options) throws(DataError) {
    self.options = options
    model = try LeontiefModel(table)
    func vector(_ values: [String: Double]) throws(DataError) -> [Double] {
      var result = [Double](repeating: 0, count: table.sectors.count)
      for (name, value) in values { result[try table.index(of: name)] = value }
      return result
    }
    var inputs: [(String, [Double])] = []
    for name in options.inputs { inputs.append((name, try table.primaryInput(name))) }
    self.inputs = inputs
    if options.demandChange.isEmpty {
      outputChange = nil
    } else {
      outputChange = model.outputChange(demandChange: try vector(options.demandChange))
    }
    var extractions: [(String, [Double])] = []
    for extraction in options.extractions {
      extractions.append((extraction.name, try model.extraction(try vector(extraction.shares))))
    }
    self.extractions = extractions
    satelliteOutput =
      options.satellite.isEmpty ? nil : model.output(dependingOn: try vector(options.satellite))
    rowImbalances =
      options.finalUses.isEmpty ? nil : try table.rowImbalances(finalUses: options.finalUses)
    columnImbalances =
      options.primaryInputs.isEmpty
      ? nil : try table.columnImbalances(primaryInputs: options.primaryInputs)
  }

  /// What a reader should doubt: sectors that do not balance, produce nothing, or buy more than they produce.
  public var warnings: [String] {
    let table = model.table
    var list: [String] = []
    for (kind, imbalances) in [("row", rowImbalances), ("column", columnImbalances)] {
      for (sector, imbalance) in (imbalances ?? []).enumerated()
      where abs(imbalance) > options.tolerance / 100 * table.output[sector] {
        list.append(
          "the \(kind) of \(table.sectors[sector]) misses its output by \(NumberText.shortest(imbalance))"
        )
      }
    }
    if !model.idle.isEmpty {
      list.append("without output, coefficients 0: \(model.idle.joined(separator: ", "))")
    }
    if !model.overspending.isEmpty {
      list.append(
        "deliveries to these sectors are at least their output: "
          + model.overspending.joined(separator: ", "))
    }
    return list
  }
}

extension DemandShock {
  private static let method = "leontief(coefficients=column output)"

  /// The result as rows of the public table; the component names the sector, and before it what is followed.
  public var observations: [Observation] {
    let table = model.table
    var list: [Observation] = []
    func add(
      _ indicator: String, _ part: String, _ values: [Double], _ unit: String,
      total: Bool = false, note: String = ""
    ) {
      let prefix = part.isEmpty ? "" : part + "/"
      for (sector, value) in zip(table.sectors, values) {
        list.append(
          Observation(
            territory: "", period: "", indicator: "recession.io_\(indicator)",
            component: prefix + sector, value: value, unit: unit, status: .estimated,
            method: Self.method, note: note))
      }
      if total {
        list.append(
          Observation(
            territory: "", period: "", indicator: "recession.io_\(indicator)",
            component: prefix + "total", value: values.reduce(0, +), unit: unit,
            status: .estimated, method: Self.method, note: note))
      }
    }
    add("multiplier", "output", model.outputMultipliers, "factor")
    for input in inputs {
      add("multiplier", input.name, model.multipliers(of: input.amounts), "factor")
    }
    let backward = model.outputMultipliers
    let forward = model.forwardLinkages
    add("linkage", "backward", backward, "factor")
    add("linkage", "backward-normalised", LeontiefModel.normalised(backward), "factor")
    add("linkage", "forward", forward, "factor")
    add("linkage", "forward-normalised", LeontiefModel.normalised(forward), "factor")
    add("linkage", "leontief-row", model.rowSums, "factor")
    if let outputChange {
      add("change", "output", outputChange, "level", total: true)
      for input in inputs {
        add(
          "change", input.name, model.inputChange(input.amounts, outputChange: outputChange),
          "level", total: true)
      }
      let demand = table.sectors.map { options.demandChange[$0] ?? 0 }
      add("inoperability", "", model.inoperability(demandChange: demand), "ratio")
    }
    for extraction in extractions {
      add("extraction", extraction.name, extraction.change, "level", total: true)
    }
    addSatellite(&list)
    if let rowImbalances { add("imbalance", "row", rowImbalances, "level") }
    if let columnImbalances { add("imbalance", "column", columnImbalances, "level") }
    return list
  }

  /// Direct shares of the satellite account in output and inputs, and the share that rests on it with everything it needs.
  private func addSatellite(_ list: inout [Observation]) {
    guard let satelliteOutput else { return }
    let shares = model.table.sectors.map { options.satellite[$0] ?? 0 }
    func share(_ part: [Double], _ whole: [Double]) -> Double {
      100 * part.reduce(0, +) / whole.reduce(0, +)
    }
    for (name, amounts) in [("output", model.table.output)] + inputs {
      let direct = zip(amounts, shares).map { $0 * $1 }
      let supported =
        name == "output"
        ? satelliteOutput : model.inputChange(amounts, outputChange: satelliteOutput)
      for (part, value) in [("direct", direct), ("supported", supported)] {
        list.append(
          Observation(
            territory: "", period: "", indicator: "recession.io_satellite_share",
            component: "\(name)/\(part)", value: share(value, amounts), unit: "percent",
            status: .estimated, method: Self.method))
      }
    }
  }

  /// Sectors by row: multipliers, linkages, and what the shock does.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let table = model.table
    var columns = [
      Display.Column(context.words("sector", "secteur", "sector"), isNumeric: false),
      Display.Column(context.words("output multiplier", "multiplicateur", "multiplicador")),
      Display.Column(
        context.words("forward linkage", "lien aval", "encadenamiento hacia adelante")),
    ]
    var values: [[Double]] = [model.outputMultipliers, model.forwardLinkages]
    for input in inputs {
      columns.append(Display.Column(input.name))
      values.append(model.multipliers(of: input.amounts))
    }
    var decimals = Array(repeating: 4, count: values.count)
    if let outputChange {
      columns.append(
        Display.Column(context.words("change of output", "variation", "variación")))
      columns.append(Display.Column(context.words("% of output", "% production", "% producción")))
      values.append(outputChange)
      values.append(zip(outputChange, table.output).map { $1 > 0 ? 100 * $0 / $1 : 0 })
      decimals += [1, 2]
    }
    for extraction in extractions {
      columns.append(
        Display.Column(context.words("without", "sans", "sin") + " " + extraction.name))
      values.append(extraction.change)
      decimals.append(1)
    }
    let cells = table.sectors.indices.map { sector in
      [table.sectors[sector]]
        + zip(values, decimals).map { style.text($0[sector], decimals: $1) }
    }
    return Display(
      title: context.words(
        "Input-output multipliers and shock", "Multiplicateurs et choc", "Multiplicadores y choque"),
      columns: columns, rows: cells,
      notes: [
        context.words(
          "Quantity model: prices and coefficients stay as they are.",
          "Modèle en quantités : prix et coefficients inchangés.",
          "Modelo de cantidades: precios y coeficientes dados.")
      ])
  }
}
