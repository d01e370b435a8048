import CommandLineKit
import ESSIndicators

/// `indicators poverty change`.
enum PovertyChangeCommand {
  static let command = Command(
    name: "change", summary: "Poverty at two dates, the change, and what moved it",
    discussion: """
      Headcount ratio and number of poor at both ends for every territory and group, the change in points \
      and persons, and its exact split into a rate effect, a population effect and, for groups, the mix of \
      territories. Lines that a dataset holds by vintage are shown vintage by vintage, beside the growth \
      figure of the same exercise. With --welfare the input is a survey with a column of periods, or two \
      surveys: Foster-Greer-Thorbecke measures, their change, and its split, all with standard errors. Of two \
      surveys --from and --to choose the records by the column of periods of each; where a file has none, \
      they are labels.
      """,
    operands: [CommonOptions.input, SurveyChange.second],
    options: options + CommonOptions.columns + SurveyChange.columns + SurveyChange.variance
      + CommonOptions.results,
    examples: [
      Example(
        command: "indicators poverty change --line 8.30 --format csv",
        explanation: "2019 to 2020 on the 8.30-dollar line, every territory and group"),
      Example(
        command: "indicators poverty change --line eclac --vintage 2021-03-04 --format table",
        explanation: "The 22 million of the forum's concept note, reproduced"),
      Example(
        command: "indicators poverty change mexico-states --from 2016 --to 2022 --format md",
        explanation: "Mexico's states, multidimensional poverty"),
      Example(
        command:
          "indicators poverty change synthetic-survey --welfare welfare --from 2019 --to 2020 "
          + "--line 8.30 --method shapley,number",
        explanation: "Two periods of a survey: growth, redistribution, number of poor"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        if SurveyChange.isAsked(arguments) {
          let change = try SurveyChange(arguments)
          Progress.step("measuring \(change.input.name)")
          return try ErrorMessages.naming(change.input) {
            try Output.write(change.result(), arguments, change.input, nouns: ["survey"])
          }
        }
        try SurveyChange.refuse(arguments)
        let input = try Input(arguments)
        Progress.step("measuring \(input.name)")
        try Output.write(result(arguments, input), arguments, input, nouns: ["poverty"])
      }
    })

  private static let options: [Option] =
    ([
      Option(
        long: "from", kind: .text("PERIOD"),
        help: "First period; a dataset has a default. Of two surveys: that of the first"),
      Option(
        long: "growth-vintage", kind: .text("DATE"),
        help: "Pair poverty with the growth figure of this vintage instead of its own exercise's"),
      Option(
        long: "headcount", kind: .text("VARIABLE"),
        help: "Variable of headcount ratios in percent, for a file without a table of lines"),
      Option(
        long: "line", kind: .text("LINE"),
        help: "Poverty line, repeated or separated by commas; the dataset has a default",
        repeats: true, separator: ","),
      CommonOptions.minimumShare("data cover less of its population"),
      Option(
        long: "population", kind: .text("VARIABLE"),
        help: "Variable of populations; the dataset has a default"),
      Option(
        long: "to", kind: .text("PERIOD"),
        help: "Last period; a dataset has a default. Of two surveys: that of the second"),
      Option(
        long: "vintage", kind: .text("DATE"),
        help: "Vintage of lines that have several, repeated or separated by commas", repeats: true,
        separator: ","),
    ] + SurveyChange.options).sorted { $0.long < $1.long }

  /// The two parts of a result, each absent if no line asks for it.
  struct Parts: Sendable {
    var panel: [PanelPovertyChange] = []
    var vintages: VintagePovertyChange?
    var tree: TerritoryTree

    var observations: [Observation] {
      (vintages?.observations ?? []) + panel.flatMap(\.observations)
    }
  }

  static func parts(_ arguments: Arguments, _ input: Input) throws -> Parts {
    let panel = try panel(arguments, input)
    let from = try input.period("from", of: "poverty", arguments)
    let to = try input.period("to", of: "poverty", arguments)
    guard from < to else {
      throw Failure(status: .usage, message: "--from \(from) is not before --to \(to)")
    }
    var parts = Parts(tree: try input.territories())
    let lines = try Lines(arguments, input)
    let population =
      try input.setting("population", of: "poverty", arguments)
      ?? input.variable(option: "population", role: "population", arguments, in: panel)
    try arguments.refuse(
      ["min-share"], unless: !lines.inPanel.isEmpty,
      "goes with a line whose rates are in the panel, such as 8.30")
    for line in lines.inPanel {
      parts.panel.append(
        try PanelPovertyChange(
          panel, parts.tree,
          PanelPovertyChange.Options(
            from: from, to: to, line: line.name, headcount: line.variable, population: population,
            minimumShare: try arguments.share("min-share", default: 50))))
    }
    if let dataset = input.dataset, !lines.byVintage.isEmpty {
      parts.vintages = try VintagePovertyChange(
        dataset.povertyVintages(), population: panel, parts.tree,
        growth: dataset.has("outlook") ? dataset.growthOutlook() : nil,
        VintagePovertyChange.Options(
          from: from, to: to, lines: lines.byVintage, vintages: arguments.list("vintage"),
          population: vintagePopulation(dataset, arguments, population),
          growthVintage: arguments.text("growth-vintage")))
    } else {
      try arguments.refuse(
        ["vintage", "growth-vintage"], "goes with a line that has vintages, such as eclac")
    }
    return parts
  }

  /// The panel; where rows repeat as the records of a survey do, --welfare may have been forgotten.
  private static func panel(_ arguments: Arguments, _ input: Input) throws -> Panel {
    do {
      return try input.panel()
    } catch DataError.invalid(let problems, let omitted) where isOfRecords(arguments, input) {
      let hint = DataProblem(
        file: input.messageName,
        message:
          "rows of one territory and period repeat, as the records of a survey do; for a survey name "
          + "its column of welfare with --welfare")
      throw DataError.invalid([hint] + problems, omitted: omitted)
    }
  }

  /// Whether a CSV file with a column for each variable has several rows of one territory and period.
  private static func isOfRecords(_ arguments: Arguments, _ input: Input) -> Bool {
    let names = ["territory", "period"].map { arguments.text($0) ?? $0 }
    guard let header = try? input.header(), !header.contains("variable"),
      case let keys = names.filter(header.contains), !keys.isEmpty,
      let table = try? input.typedTable(keys.map { .codes($0) }),
      let columns = try? keys.map({ try table.coded($0) })
    else { return false }
    return RecordGroups(columns, count: table.rowCount).count < table.rowCount
  }

  /// The population behind published head counts: asked for, else the one that the dataset marks, else the usual.
  private static func vintagePopulation(
    _ dataset: Dataset, _ arguments: Arguments, _ fallback: String
  ) -> String {
    arguments.text("population") ?? dataset.package.defaults["poverty.vintage-population"]
      ?? fallback
  }

  @Sendable
  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    let parts = try parts(arguments, input)
    if parts.panel.isEmpty, parts.vintages == nil {
      throw Failure(
        status: .usage, message: "--line is needed: \(input.name) names no poverty line of its own")
    }
    let context = try arguments.displayContext(parts.tree)
    let vintages = parts.vintages.map { [$0.display(context)] } ?? []
    return CommandResult(
      observations: parts.observations,
      displays: vintages + parts.panel.map { $0.display(context) },
      warnings: parts.vintages?.warnings ?? [])
  }
}

/// The poverty lines asked for, by where their figures are.
private struct Lines {
  var inPanel: [(name: String, variable: String)] = []
  var byVintage: [String] = []

  init(_ arguments: Arguments, _ input: Input) throws {
    if let variable = arguments.text("headcount") {
      guard !arguments.isGiven("line") else {
        throw Failure(status: .usage, message: "--headcount and --line exclude each other")
      }
      try Self.check(headcount: variable, input)
      inPanel = [(variable, variable)]
      return
    }
    guard let dataset = input.dataset else {
      throw Failure(
        status: .usage,
        message: "--headcount is needed: the column of headcount ratios in \(input.name)")
    }
    let variables = try dataset.variables().filter { $0.role == "poverty_headcount" }
    let published = dataset.has("poverty_vintages") ? try dataset.povertyVintages().lines : []
    let fallback = dataset.package.defaults["poverty.lines"]?.split(separator: ",").map(String.init)
    for line in (arguments.list("line") ?? fallback ?? []).distinct {
      if let variable = variables.first(where: { $0.line == line }) {
        inPanel.append((line, variable.name))
      } else if published.contains(line) {
        byVintage.append(line)
      } else {
        throw DataError.unknownName(
          kind: "line", name: line, known: variables.compactMap(\.line) + published)
      }
    }
  }

  /// Refuses a variable that the dataset says is no headcount ratio in percent.
  private static func check(headcount name: String, _ input: Input) throws {
    guard let dataset = input.dataset, dataset.has("variables") else { return }
    let variables = try dataset.variables()
    let isRatio = { (variable: Variable) in
      ["poverty_headcount", "deprivation", ""].contains(variable.role)
        && ["percent", ""].contains(variable.unit)
    }
    guard let variable = variables.first(where: { $0.name == name }), !isRatio(variable) else {
      return
    }
    let known = variables.filter { $0.role == "poverty_headcount" }.map(\.name)
    throw Failure(
      status: .usage,
      message: "--headcount: the dataset says that '\(name)' is no headcount ratio in percent"
        + (known.isEmpty ? "" : "; there are " + known.joined(separator: ", ")))
  }
}
