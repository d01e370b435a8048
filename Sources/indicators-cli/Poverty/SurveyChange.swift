import CommandLineKit
import ESSIndicators

/// `indicators poverty change` of surveys: asked for by naming the column of welfare.
struct SurveyChange {
  static let second = Operand(
    name: "SECOND",
    help: "With --welfare: the later survey, if it is a file of its own; --to names its period",
    isOptional: true, repeats: false, kind: .file)

  /// Options that only surveys have.
  static let options: [Option] = [
    Option(
      long: "alpha", kind: .number("ALPHA"),
      help: "Surveys: alphas of the Foster-Greer-Thorbecke measures, separated by commas",
      fallback: "0,1,2", repeats: true, separator: ","),
    Option(
      long: "method", kind: .choice(methods.map(\.0)),
      help:
        "Surveys: how the change is split, separated by commas; shapley and number if not given",
      repeats: true, separator: ","),
    Option(
      long: "overlap", kind: .flag,
      help: "Surveys: strata and PSUs of the same label are the same in both periods"),
    PovertyMeasureCommand.lineOptions[1],
    PovertyMeasureCommand.quantileRule, PovertyMeasureCommand.tie,
  ]

  /// The columns of a survey that the panel's options do not name already.
  static let columns = SurveyOptions.columnsWithLines.filter { option in
    !CommonOptions.columns.contains { $0.long == option.long }
  }

  /// How standard errors of surveys are computed.
  static let variance = SurveyOptions.variance(with: SurveyOptions.bandwidth)

  private static let methods: [(String, SurveyPovertyChange.Method)] = [
    ("shapley", .shapley), ("datt-ravallion-initial", .dattRavallion(.initial)),
    ("datt-ravallion-final", .dattRavallion(.final)), ("sectoral", .sectoral),
    ("number", .number),
  ]

  static func isAsked(_ arguments: Arguments) -> Bool {
    arguments.isGiven("welfare") || arguments.operands.count > 1
  }

  /// Refuses options of surveys where no survey is asked for.
  static func refuse(_ arguments: Arguments) throws(Failure) {
    try arguments.refuse(
      (options + columns + variance).map(\.long),
      "is for surveys; name the column of welfare with --welfare")
  }

  let input: Input
  private let arguments: Arguments

  init(_ arguments: Arguments) throws {
    try arguments.refuse(
      [
        "frequency", "growth-vintage", "headcount", "min-share", "population", "territory",
        "vintage",
      ], "is for published rates; it does not go with a survey")
    self.arguments = arguments
    input = try Input(arguments, default: Input.surveyDataset, mapsColumns: true)
  }

  func result() throws -> CommandResult {
    let variance = try VarianceOptions(arguments)
    let lines = try arguments.povertyLines()
    let asked = arguments.list("method") ?? ["shapley", "number"]
    let alphas = try arguments.numbers("alpha", "0 or above", where: { $0 >= 0 }) ?? [0, 1, 2]
    let methods = Self.methods.filter { asked.contains($0.0) }.map(\.1)
    try arguments.refuseWithoutRelative(lines)
    try arguments.refuseIntervalsOfProportions(unless: alphas.contains(0))
    if methods.contains(.sectoral), !arguments.isGiven("by") {
      throw Failure(status: .usage, message: "--method sectoral needs --by, the column of sectors")
    }
    let splitsGrowth = methods.contains { $0 != .sectoral && $0 != .number }
    if splitsGrowth, let line = lines.first(where: { $0.isRelative || $0 == .perRecord }) {
      throw Failure(
        status: .usage,
        message: "--method: growth and redistribution are split on an absolute line, and "
          + "\(line == .perRecord ? "--line-column" : "'\(line.name)'") is none; sectoral and number "
          + "take any line")
    }
    // Growth moves the line by an estimated factor, which moves the headcount ratio by the density there.
    let movesLine = splitsGrowth && alphas.contains(0)
    try arguments.refuse(
      ["bandwidth"],
      unless: (movesLine || lines.contains(where: \.isRelative)) && variance.method == .taylor,
      "goes with Taylor linearisation on a relative line, or of growth with --alpha 0")
    let (sample, from, to) = try self.sample()
    let options = SurveyPovertyChange.Options(
      from: from, to: to, alphas: alphas, lines: lines, tie: arguments.tie,
      quantile: arguments.quantileRule,
      methods: methods, variance: variance)
    let change = try SurveyPovertyChange(sample, options)
    return try SurveyResult.make(
      change.observations, sample, variance, arguments,
      title: (
        "Poverty change, \(from)-\(to)", "Variation de la pauvreté, \(from)-\(to)",
        "Cambio de la pobreza, \(from)-\(to)"
      ))
  }

  /// The sample of both periods, and their names.
  private func sample() throws -> (SurveySample, from: String, to: String) {
    if let from = arguments.text("from"), from == arguments.text("to") {
      throw Failure(status: .usage, message: "--from and --to are both '\(from)'")
    }
    let source = try input.surveySource()
    let columns = try input.surveyColumns(arguments, in: source.columns)
    if arguments.operands.count > 1 { return try sample(of: source, columns) }
    guard columns.period != nil else {
      throw Failure(
        status: .usage,
        message: "--period is needed: the column of periods, or a second survey after the first")
    }
    let (records, place) = try source.records(columns)
    let (from, to) = try ends(of: records.period?.values ?? [])
    return (try SurveySample(records, columns: columns, place: place), from, to)
  }

  /// The sample of a period of each of two files.
  private func sample(
    of source: SurveySource, _ columns: SurveyColumns
  ) throws -> (SurveySample, from: String, to: String) {
    let first = try SurveyPart(
      source, file: input.name, columns, option: "from", fallback: "first", arguments)
    let name = arguments.operands[1]
    guard name != "-" else {
      throw Failure(
        status: .usage, message: "the second survey is a file; standard input can be the first")
    }
    let later = try SurveySource(path: name, options: arguments.readingOptions)
    var columns = columns
    if !arguments.isGiven("period") {
      columns.period = later.columns.contains("period") ? "period" : nil
    }
    let second = try SurveyPart(
      later, file: name, columns, option: "to", fallback: "second", arguments)
    guard first.period != second.period else {
      throw DataError.notIdentified(
        "the records of both are of the period '\(excerpt(first.period))'; --period none takes them as "
          + "they are, with the labels of --from and --to")
    }
    columns.period = nil
    let joined = first.records.appending(second.records, periods: (first.period, second.period))
    let sample = try SurveySample(joined, columns: columns) { row, column, message in
      row < first.records.count
        ? first.place(row, column, message)
        : second.place(row - first.records.count, column, message)
    }
    return (sample, first.period, second.period)
  }

  /// The periods compared: named, or the only two there are.
  private func ends(of periods: [String]) throws -> (String, String) {
    if let from = arguments.text("from"), let to = arguments.text("to") { return (from, to) }
    guard periods.count == 2 else {
      throw Failure(
        status: .usage,
        message: "--from and --to are needed: two of the periods "
          + periods.prefix(12).map(excerpt).joined(separator: ", "))
    }
    let ordered = periods.sorted()
    return (arguments.text("from") ?? ordered[0], arguments.text("to") ?? ordered[1])
  }
}
