import CommandLineKit
import ESSIndicators

/// The options by which the verbs that measure coverage find frame and weights.
enum AllianceViewOptions {
  /// Frame, weights and selection, and the tables beside a file of memberships.
  static let all: [Option] =
    [frame, population, reference, shock, CommonOptions.gdp(", behind need")]
    + AllianceOptions.selection + AllianceOptions.tables

  /// Random memberships beside what a view says.
  static let nullModel: [Option] = [
    CommonOptions.seed,
    NetworkOptions.draws(
      100, "Random memberships for the null model, 0 for none; fewer by default if they take long"),
  ]

  private static let frame = Option(
    long: "frame", kind: .text("GROUP"),
    help: "Territories to cover: a group of the dataset, which has a default; for a CSV file "
      + "'recorded' (those of its organisations) or 'organisations' (each one by itself)")

  private static let population = Option(
    long: "population", kind: .text("VARIABLE"), help: "Variable of populations")

  private static let reference = Option(
    long: "reference", kind: .text("PERIOD"),
    help: "Period of the populations, and before the loss that need measures")

  private static let shock = Option(
    long: "shock", kind: .text("VARIABLE"),
    help: "Variable whose rise after the reference period is the shock, in place of the rate of "
      + "the loss")
}

extension AllianceView {
  /// Steps of measuring the view with other memberships, counted with what each takes on average.
  var stepsOfRedrawing: Double { 150 * Double(network.memberships.count) }
}

/// A view of a network, and what a reader must know of how it came about.
struct OpenedView {
  let view: AllianceView
  let tree: TerritoryTree
  let warnings: [String]
}

extension Input {
  /// The network of the input with the frame, weights and selection that the options ask for.
  func allianceView(
    _ arguments: Arguments, scope: AllianceSelection.Scope? = nil, tiers: [String]? = nil
  ) throws -> OpenedView {
    let network = try allianceTables(arguments).network()
    var selection = try arguments.allianceSelection()
    if !arguments.isGiven("scope") {
      // Without themes every alliance is of the core.
      let hasThemes = network.alliances.contains { !$0.theme.isEmpty }
      selection.scope = hasThemes ? scope ?? selection.scope : .all
    }
    if !arguments.isGiven("tiers") {
      // Of the default tiers those that the input knows; one without tiers has the tier A alone.
      selection.tiers = (tiers ?? selection.tiers).filter(network.tiers.contains)
      if selection.tiers.isEmpty { selection.tiers = network.tiers }
    }
    let opened =
      dataset != nil && !arguments.isGiven("territories")
      ? try datasetView(network, selection, arguments)
      : try fileView(network, selection, arguments)
    if let year = selection.year, opened.view.relationCount == 0 {
      throw DataError.notIdentified(
        "no relation of these alliances holds in \(year), as far as years are known")
    }
    return opened
  }

  private func datasetView(
    _ network: AllianceNetwork, _ selection: AllianceSelection, _ arguments: Arguments
  ) throws -> OpenedView {
    let panel = try panel()
    let tree = try territories()
    guard let code = setting("frame", of: "alliances", arguments) else {
      throw Failure(status: .usage, message: "--frame is needed; \(name) has no default for it")
    }
    let reference =
      try arguments.period("reference") ?? period("reference", of: "recession", arguments)
    let population = try variable(
      option: "population", role: "population", arguments, in: panel)
    let frame = try Frame(group: code, in: tree)
    let weights = try FrameWeights(
      panel, frame: frame, reference: reference,
      populationPeriod: panel.lastPeriod(of: population, notAfter: reference),
      population: population,
      level: try variable(option: "gdp", role: "gdp_constant", arguments, in: panel),
      shock: arguments.text("shock"))
    let view = try AllianceView(network, selection, frame: frame, weights: weights, tree: tree)
    return OpenedView(view: view, tree: tree, warnings: [])
  }

  private func fileView(
    _ network: AllianceNetwork, _ selection: AllianceSelection, _ arguments: Arguments
  ) throws -> OpenedView {
    let tree = try territories()
    for option in ["population", "reference", "shock", "gdp"] where arguments.isGiven(option) {
      throw Failure(
        status: .usage,
        message:
          "--\(option) is for a dataset; weights of a file's territories come from --territories"
      )
    }
    if let table = try frameTable(arguments) {
      if let frame = arguments.text("frame") {
        throw Failure(
          status: .usage,
          message: "--frame \(frame) and --territories both say what is to be covered; give one")
      }
      let frame = try Frame(code: "territories", territories: table.territories)
      let weights = try FrameWeights(frame: frame, table)
      let view = try AllianceView(network, selection, frame: frame, weights: weights, tree: tree)
      return OpenedView(view: view, tree: tree, warnings: [])
    }
    let derived = try DerivedFrame(network, asked: arguments.text("frame"), of: fileName)
    let view = try AllianceView(
      derived.network, selection, frame: derived.frame,
      weights: try FrameWeights(frame: derived.frame), tree: tree)
    return OpenedView(view: view, tree: tree, warnings: derived.warnings)
  }
}

extension Input {
  /// What messages call the input.
  var fileName: String { name == "-" ? "standard input" : name }
}

/// The frame of a file of memberships that comes with no list of territories.
private struct DerivedFrame {
  let network: AllianceNetwork
  let frame: Frame
  let warnings: [String]

  init(_ network: AllianceNetwork, asked: String?, of input: String) throws {
    let recorded = network.organisations.map(\.territory).filter { !$0.isEmpty }.distinct
    let kind = asked ?? (recorded.isEmpty ? "organisations" : "recorded")
    switch kind {
    case "recorded":
      guard !recorded.isEmpty else {
        throw DataError.notIdentified(
          "no organisation of \(input) has a territory; give --territories, a column 'territory', or "
            + "--frame organisations")
      }
      self.network = network
      frame = try Frame(code: kind, territories: recorded)
    case "organisations":
      self.network = network.placedInThemselves
      frame = try Frame(code: kind, territories: network.organisations.map(\.id))
    default:
      throw DataError.unknownName(
        kind: "frame of a CSV file", name: kind, known: ["recorded", "organisations"])
    }
    let count = frame.territories.count
    warnings =
      asked != nil
      ? []
      : [
        kind == "recorded"
          ? "the frame is the \(count) territories that organisations name, so that one without any is "
            + "not counted; give --territories for a list of your own"
          : "no organisation has a territory, so that the frame is the \(count) organisations "
            + "themselves; give --territories for a list of territories"
      ]
  }
}
