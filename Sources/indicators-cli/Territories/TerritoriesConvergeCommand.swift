import CommandLineKit
import ESSIndicators

/// `indicators territories converge`.
enum TerritoriesConvergeCommand {
  static let command = Command.measuring(
    "converge", summary: "Whether territories become more alike",
    discussion: """
      Beta convergence (growth on the initial level, with speed and half-life, conditional with --controls), sigma \
      convergence, the log t test with convergence clubs, a Markov chain between quantile classes (by neighbours too), and \
      rank mobility. A dataset gives GDP a head; a CSV file a column of a long or wide panel, or with --series columns named by \
      a prefix and a year. Territories without a value in any period are left out and named.
      """,
    options: [
      CommonOptions.level,
      Option(
        long: "bandwidth", kind: .choice(LogTConvergence.Bandwidth.allCases.map(\.rawValue)),
        help: "Standard error of the log t regression", fallback: "fixed"),
      Option(
        long: "classes", kind: .integer("K"), help: "Classes of the Markov chain", fallback: "5"),
      Option(
        long: "from", kind: .text("PERIOD"), help: "First period; default the first with data"),
      Option(
        long: "method", kind: .text("NAMES"),
        help: "Parts: "
          + TerritoryConvergence.Method.allCases.map(\.rawValue).joined(separator: ", "),
        fallback: TerritoryConvergence.Method.allCases.map(\.rawValue).joined(separator: ","),
        repeats: true, separator: ","),
      Option(
        long: "per", kind: .text("VARIABLE"),
        help: "Divide the values by this variable; population for a dataset without --value"),
      Option(long: "pooled", kind: .flag, help: "Cut classes over all periods together"),
      Option(
        long: "region", kind: .text("COLUMN"),
        help: "Column of regions in a file for --series, for cohesion and rank mobility"),
      Option(
        long: "series", kind: .text("PREFIX"),
        help: "Take the columns named by this prefix and a period, such as gdp for gdp1990"),
      Option(long: "to", kind: .text("PERIOD"), help: "Last period; default the last with data"),
      Option(
        long: "trim", kind: .number("SHARE"),
        help: "Share of the first periods that the log t regression leaves out",
        fallback: "0.3333333333333333"),
      Option(
        long: "value", kind: .text("VARIABLE"),
        help: "What is compared; GDP a head at constant prices for a dataset"),
    ] + TerritoryOptions.neighbours.filter { ["edges", "symmetric"].contains($0.long) },
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command: "indicators territories converge --from 2001 --method beta,sigma --format table",
        explanation: "Convergence of GDP a head in Latin America and the Caribbean"),
      Example(
        command:
          "indicators territories converge mexico-states --method logt,markov --value gdp_constant_2018_mxn_million",
        explanation: "Clubs and moves between classes of Mexico's states"),
    ], defaultsOf: []
  ) { arguments, input in
    var options = TerritoryConvergence.Options()
    let names = arguments.list("method") ?? TerritoryConvergence.Method.allCases.map(\.rawValue)
    options.methods = try names.distinct.map { name in
      guard let method = TerritoryConvergence.Method(rawValue: name) else {
        throw DataError.unknownName(
          kind: "method", name: name, known: TerritoryConvergence.Method.allCases.map(\.rawValue))
      }
      return method
    }
    options.classes = try arguments.count("classes", in: 2...50, default: 5)
    options.isPooled = arguments.flag("pooled")
    options.trim = try arguments.number("trim", in: 0...0.9, default: 1.0 / 3)
    options.bandwidth = arguments.choice("bandwidth", default: .fixed)
    options.level = try arguments.level()
    let series = try series(arguments, input, &options)
    if arguments.isGiven("edges") {
      let table = TerritoryTable(
        territories: series.territories, variables: [],
        values: Matrix(rows: series.territories.count, columns: 0))
      options.neighbours = try input.neighbours(arguments, of: table)
    }
    let result = try TerritoryConvergence(series, options)
    return try TerritoryResult.make(
      result.observations, arguments, input,
      title: (
        "Convergence of territories", "Convergence des territoires",
        "Convergencia de los territorios"
      ))
  }

  private static func series(
    _ arguments: Arguments, _ input: Input, _ options: inout TerritoryConvergence.Options
  ) throws -> TerritorySeries {
    let (from, to) = (try arguments.period("from"), try arguments.period("to"))
    if let prefix = arguments.text("series") {
      let table = try input.table()
      let territory = arguments.text("territory") ?? "territory"
      let series = try TerritorySeries(
        table, territory: territory, prefix: prefix, from: from, to: to)
      options.name = prefix
      if let region = arguments.text("region") {
        let regions = Dictionary(
          zip(try table.texts(territory), try table.texts(region))
        ) { first, _ in first }
        options.blocks = series.territories.map { regions[$0] ?? "" }
      }
      return series
    }
    if arguments.isGiven("region") {
      throw Failure(status: .usage, message: "--region goes with --series")
    }
    let panel = try input.panel()
    let tree = try input.territories()
    let value: String
    var per = arguments.text("per")
    if let given = arguments.text("value") {
      value = given
    } else {
      value = try input.variable(option: "value", role: "gdp_constant", arguments, in: panel)
      if input.dataset != nil, per == nil {
        per = try input.variable(
          option: "population", role: "population", arguments, in: panel)
      }
    }
    options.name = value + (per.map { "/" + $0 } ?? "")
    let series = try TerritorySeries(
      panel, tree, variable: value, from: from, to: to, over: per)
    let regions = series.territories.map { tree[$0]?.parent ?? "" }
    if Set(regions).count > 1 { options.blocks = regions }
    return series
  }
}
