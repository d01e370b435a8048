import CommandLineKit
import ESSIndicators

/// `indicators territories compare`.
enum TerritoriesCompareCommand {
  static let command = Command.measuring(
    "compare", summary: "Which territories differ from a reference, beyond sampling error",
    discussion: """
      Differences and ratios of one or several indicators with a territory, a group or the mean of all. With standard errors, or a covariance, also z \
      tests, adjusted for the number of tests; a territory within its reference is compared with a mean that holds it. Without standard errors the \
      differences are given and the missing test is explained.
      """,
    options: [
      TerritoryOptions.at, TerritoryOptions.discoveryRate, TerritoryOptions.within,
      CommonOptions.level,
      Option(
        long: "adjust", kind: .choice(FalseDiscovery.Rule.allCases.map(\.rawValue)),
        help: "Adjustment of the p-values", fallback: "benjamini-hochberg"),
      Option(
        long: "covariance", kind: .file("FILE"),
        help:
          "CSV file of the covariance of one indicator: a column of codes, and one column for each territory"
      ),
      Option(
        long: "error", kind: .text("VARIABLES"),
        help: "Standard errors, one column for each of --value or one for all", repeats: true,
        separator: ","),
      Option(
        long: "family", kind: .choice(TerritoryComparison.Family.allCases.map(\.rawValue)),
        help: "The tests that are adjusted together: of the run, or of each indicator",
        fallback: "run"),
      Option(
        long: "ratio", kind: .choice(RatioEstimate.Rule.allCases.map(\.rawValue)),
        help: "Interval of ratios", fallback: "delta"),
      Option(
        long: "reference", kind: .text("NAMES"),
        help: "Territories or groups to compare with, or all", fallback: "all", repeats: true,
        separator: ","),
      Option(
        long: "value", kind: .text("VARIABLES"),
        help: "Indicators; the poverty rate for a dataset", repeats: true, separator: ","),
      Option(
        long: "weight", kind: .text("VARIABLE"),
        help:
          "Weights of the mean over the reference, or 'none'; population for a dataset without --value"
      ),
    ],
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command:
          "indicators territories compare --value poverty_headcount_830_pct,unemployment_pct --reference MEX --at 2020 --format table",
        explanation: "Latin America and the Caribbean against Mexico, without standard errors"),
      Example(
        command:
          "indicators poverty measure --line 8.30 --measures headcount --by territory --format csv | indicators territories compare - --at 2020 --value value --error std_error --adjust holm",
        explanation:
          "Territories of the synthetic survey against their mean, with tests adjusted by Holm's rule"
      ),
    ], defaultsOf: ["territories"]
  ) { arguments, input in
    let values: [String]
    if let given = arguments.list("value") {
      values = given.distinct
    } else if input.dataset != nil {
      values = [
        try input.variable(
          option: "value", role: "poverty_headcount", arguments, in: input.panel())
      ]
    } else {
      throw Failure(
        status: .usage, message: "--value is needed: the columns that are compared")
    }
    var weight = arguments.text("weight")
    if weight == nil, input.dataset != nil, !arguments.isGiven("value") {
      weight = try input.variable(
        option: "population", role: "population", arguments, in: input.panel())
    }
    if weight == "none" { weight = nil }
    let errors = try errors(arguments, of: values)
    let table = try input.territoryTable(
      arguments, variables: (values + errors + [weight].compactMap(\.self)).distinct)
    var options = TerritoryComparison.Options(
      values: values,
      reference: try reference(arguments.list("reference") ?? ["all"], table, input.territories()))
    options.errors = errors
    options.weight = weight
    options.covariance = try covariance(arguments, input, table, values)
    options.ratio = arguments.choice("ratio", default: .delta)
    options.adjustment = arguments.choice("adjust", default: .benjaminiHochberg)
    options.family = arguments.choice("family", default: .run)
    options.discoveryRate = try arguments.number("discovery-rate", in: 0...1, default: 0.05)
    options.level = try arguments.level()
    let comparison = try TerritoryComparison(table, options)
    return CommandResult(
      observations: comparison.observations,
      displays: comparison.displays(try arguments.displayContext(input.territories())))
  }

  private static func errors(_ arguments: Arguments, of values: [String]) throws -> [String] {
    guard let given = arguments.list("error") else { return [] }
    guard !arguments.isGiven("covariance") else {
      throw Failure(status: .usage, message: "--error and --covariance exclude each other")
    }
    guard given.count == 1 || given.count == values.count else {
      throw Failure(
        status: .usage, message: "--error: \(given.count) columns for \(values.count) indicators")
    }
    return given.count == 1 ? values.map { _ in given[0] } : given
  }

  /// The members of a reference: each name is a territory, a group of the dataset, or a group of a column.
  private static func reference(
    _ names: [String], _ table: TerritoryTable, _ tree: TerritoryTree
  ) throws -> TerritoryComparison.Reference {
    if names == ["all"] { return .init(name: "all", members: nil) }
    let known = Set(table.territories)
    var members: [String] = []
    for name in names {
      if known.contains(name) {
        members.append(name)
        continue
      }
      let inTree = tree.groups.contains(name) ? tree.leaves(of: name).filter(known.contains) : []
      let inColumn = table.groups.flatMap { column in
        column.indices.filter { column[$0] == name }.map { table.territories[$0] }
      }
      let found = inTree.isEmpty ? inColumn.distinct : inTree
      guard !found.isEmpty else {
        throw DataError.unknownName(
          kind: "reference", name: name,
          known: table.territories + tree.groups + table.groups.flatMap(\.distinct))
      }
      members += found
    }
    return .init(name: names.joined(separator: "+"), members: members.distinct)
  }

  private static func covariance(
    _ arguments: Arguments, _ input: Input, _ table: TerritoryTable, _ values: [String]
  ) throws -> Matrix? {
    guard let file = try input.table(option: "covariance", arguments) else { return nil }
    guard values.count == 1 else {
      throw Failure(
        status: .usage,
        message: "--covariance is that of one indicator; --value names \(values.count)")
    }
    let square = try TerritoryTable(
      file, territory: file.columns[0], variables: Array(file.columns.dropFirst()))
    var rows: [Int] = []
    for code in table.territories {
      guard let row = square.territories.firstIndex(of: code), square.variables.contains(code)
      else {
        throw DataError.invalid(file.file, "no row and column for the territory '\(excerpt(code))'")
      }
      rows.append(row)
    }
    let columns = try table.territories.map { try square.column($0) }
    let matrix = Matrix(rows: rows.count, columns: rows.count) { columns[$1][rows[$0]] }
    for i in rows.indices {
      for j in rows.indices {
        let scale = (matrix[i, i] * matrix[j, j]).squareRoot()
        guard abs(matrix[i, j] - matrix[j, i]) <= 1e-9 * scale,
          abs(matrix[i, j]) <= scale * (1 + 1e-9)
        else {
          throw DataError.invalid(
            file.file, column: table.territories[j],
            "'\(excerpt(table.territories[i]))' and '\(excerpt(table.territories[j]))': this is no covariance: it has to be the same both ways, and at most the product of the standard errors"
          )
        }
      }
    }
    return matrix
  }
}
