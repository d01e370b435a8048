import CommandLineKit
import ESSIndicators

/// The options that say which columns of a survey hold what.
enum SurveyOptions {
  static let group = "Columns of the survey"

  static let input = Operand(
    name: "INPUT",
    help:
      "A survey: a CSV, Stata, SPSS or SAS file, - for CSV from standard input, or a dataset with a table 'survey'",
    isOptional: true, repeats: false, kind: .file)

  static let columns: [Option] = [
    Option(
      long: "by", kind: .text("COLUMN"),
      help: "Column of domains, repeated or separated by commas", repeats: true, separator: ",",
      group: group),
    CommonOptions.expectRows(in: group),
    Option(
      long: "fpc", kind: .text("COLUMN"),
      help: "Column of sampling fractions, or numbers of PSUs in the population", group: group),
    Option(
      long: "missing", kind: .choice(SurveyColumns.Missing.allCases.map(\.rawValue)),
      help: "Records without a value: refused, or kept in their PSU with weight zero",
      fallback: "fail", group: group),
    CommonOptions.missingTokens(in: group),
    Option(
      long: "negative", kind: .choice(SurveyColumns.Negative.allCases.map(\.rawValue)),
      help: "Records with negative welfare", fallback: "keep", group: group),
    Option(
      long: "period", kind: .text("COLUMN"),
      help: column("period", "periods, each a sample of its own"), group: group),
    Option(
      long: "psu", kind: .text("COLUMN"), help: column("psu", "primary sampling units"),
      group: group),
    Option(
      long: "replicate-weights", kind: .text("COLUMN"),
      help: "Columns of replicate weights, separated by commas; rw* for all that begin so",
      repeats: true, separator: ",", group: group),
    Option(
      long: "size", kind: .text("COLUMN"), help: column("size", "household sizes"), group: group),
    Option(
      long: "stratum", kind: .text("COLUMN"), help: column("stratum", "strata"), group: group),
    Option(
      long: "weight", kind: .text("COLUMN"), help: column("weight", "design weights"),
      group: group),
    Option(
      long: "welfare", kind: .text("COLUMN"),
      help: column("welfare", "income or consumption per head"), group: group),
  ]

  /// The columns, and that of poverty lines, for measures that have a line for each record.
  static let columnsWithLines: [Option] =
    (columns + [
      Option(
        long: "line-column", kind: .text("COLUMN"), help: "Column of poverty lines", group: group)
    ]).sorted { $0.long < $1.long }

  private static func column(_ name: String, _ what: String) -> String {
    "Column of \(what); '\(name)' if there is one, none to leave it out"
  }
}

extension Input {
  /// The dataset that survey commands read when no input is named.
  static let surveyDataset = "synthetic-survey"

  /// The names of the columns of the survey records: those of the CSV file, or of the table `survey` of a dataset.
  func surveyHeader() throws -> [String] {
    guard let dataset else { return try header() }
    return try dataset.table("survey").columns
  }

  /// The columns of the survey records that a mapping names.
  func surveyTable(_ columns: SurveyColumns) throws -> TypedTable {
    guard let dataset else {
      let table = try typedTable(columns.typed)
      try checkRows(table.rowCount)
      return table
    }
    return try dataset.table("survey", columns: columns.typed)
  }

  /// The columns of a survey: named by options, else by the dataset's defaults, else by their usual names where the table has them.
  func surveyColumns(
    _ arguments: Arguments, in known: [String], needsWelfare: Bool = true
  ) throws -> SurveyColumns {
    func name(_ option: String, usual: String?) throws -> String? {
      if let given = setting(option, of: "survey", arguments) {
        if given == "none" { return nil }
        return try existing(given, in: known)
      }
      return usual.flatMap { known.contains($0) ? $0 : nil }
    }
    var columns = SurveyColumns(welfare: try name("welfare", usual: "welfare"))
    columns.periods = arguments.flag("overlap") ? .overlapping : .independent
    if columns.welfare == nil, needsWelfare {
      throw Failure(
        status: .usage,
        message: "--welfare is needed: name one of the columns "
          + known.prefix(12).map(excerpt).joined(separator: ", "))
    }
    columns.weight = try name("weight", usual: "weight")
    columns.size = try name("size", usual: "size")
    columns.stratum = try name("stratum", usual: "stratum")
    columns.psu = try name("psu", usual: "psu")
    columns.fpc = try name("fpc", usual: nil)
    columns.line = try name("line-column", usual: nil)
    columns.period = try name("period", usual: "period")
    columns.by = try (arguments.list("by") ?? []).distinct.map { try existing($0, in: known) }
    columns.replicateWeights = try (arguments.list("replicate-weights") ?? []).flatMap {
      try replicateColumns($0, in: known)
    }.distinct
    columns.missing = arguments.text("missing").flatMap(SurveyColumns.Missing.init) ?? .fail
    columns.negative = arguments.text("negative").flatMap(SurveyColumns.Negative.init) ?? .keep
    return columns
  }

  private func existing(_ name: String, in known: [String]) throws -> String {
    guard known.contains(name) else {
      throw DataError.unknownName(kind: "column of \(self.name)", name: name, known: known)
    }
    return name
  }

  private func replicateColumns(_ pattern: String, in known: [String]) throws -> [String] {
    guard pattern.hasSuffix("*") else { return [try existing(pattern, in: known)] }
    let found = known.filter { $0.hasPrefix(pattern.dropLast()) }
    guard !found.isEmpty else {
      throw DataError.unknownName(kind: "column of \(name)", name: pattern, known: known)
    }
    return found
  }

  /// The survey sample of the input, with the columns that the options name.
  func surveySample(
    _ arguments: Arguments, needsWelfare: Bool = true,
    adjust: (inout SurveyColumns) -> Void = { _ in }
  ) throws -> SurveySample {
    let source = try surveySource()
    var columns = try surveyColumns(arguments, in: source.columns, needsWelfare: needsWelfare)
    adjust(&columns)
    return try source.sample(columns)
  }
}
