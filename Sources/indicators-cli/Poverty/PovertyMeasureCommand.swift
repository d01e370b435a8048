import CommandLineKit
import ESSIndicators

/// `indicators poverty measure`.
enum PovertyMeasureCommand {
  static let command = Command.surveying(
    "measure", summary: "Poverty measures of a survey, with standard errors under its design",
    discussion: """
      Foster-Greer-Thorbecke measures of any alpha, the income gap ratio, Watts, Sen, Sen-Shorrocks-Thon and \
      numbers of poor, by domain and period, on absolute lines, a column of lines, or shares of the median or \
      mean. Person weights are weight times size. Domains keep the whole design.
      """,
    options: options, columns: SurveyOptions.columnsWithLines,
    variance: SurveyOptions.variance(with: SurveyOptions.bandwidth, SurveyOptions.designEffect),
    examples: [
      Example(
        command: "indicators poverty measure --line 8.30 --by territory",
        explanation: "Headcount ratio, gaps and number of poor of each territory"),
      Example(
        command:
          "indicators poverty measure --line median:0.6 --measures headcount,fgt:1.5,sst --variance bootstrap",
        explanation: "A relative line, whose sampling error is in the standard errors"),
    ],
    result: result)

  static let lineOptions: [Option] = [
    Option(
      long: "line", kind: .text("LINE"),
      help: "Poverty line, repeated or separated by commas: an amount, median:SHARE or mean:SHARE",
      repeats: true, separator: ","),
    Option(
      long: "line-of", kind: .choice(LineReference.allCases.map(\.rawValue)),
      help: "Whose median or mean a relative line follows", fallback: "sample"),
  ]

  private static let options: [Option] =
    ([
      Option(
        long: "contributions", kind: .flag,
        help: "Add each domain's share of all poverty, for measures of the FGT class"),
      Option(
        long: "measures", kind: .text("NAME"),
        help: "Measures, separated by commas: headcount, gap, squared-gap, fgt:ALPHA, "
          + "income-gap-ratio, watts, sen, sst, number, population, mean, total",
        fallback: standard,
        repeats: true, separator: ","),
      nonpositive, quantileRule, tie,
      Option(
        long: "stream", kind: .flag,
        help:
          "Read standard input once, in memory that follows the PSUs: measures that add up, lines that are "
          + "amounts or a column, standard errors from PSU totals; files are read so by themselves"),
    ] + lineOptions)

  private static let standard = "headcount,gap,squared-gap,number"

  static let tie = Option(
    long: "tie", kind: .choice(LineTie.allCases.map(\.rawValue)),
    help: "Whether a record exactly on the line is poor", fallback: "strict")

  static let nonpositive = Option(
    long: "nonpositive", kind: .text("POLICY"),
    help: "Welfare of zero or below where a measure takes logarithms: fail, drop or floor:AMOUNT",
    fallback: "fail")

  static let quantileRule = Option(
    long: "quantile-rule", kind: .choice(QuantileRule.allCases.map(\.rawValue)),
    help: "Rule of quantiles, by Hyndman and Fan's number", fallback: "hf2")

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    let measures = try
      (arguments.list("measures") ?? Self.standard.split(separator: ",").map(String.init))
      .distinct.map(measure)
    let variance = try VarianceOptions(arguments)
    let lines = try arguments.povertyLines(
      needed: measures.contains { $0 != .population && $0 != .mean && $0 != .total })
    try arguments.refuseWithoutRelative(lines)
    try arguments.refuseIntervalsOfProportions(
      unless: measures.contains(.headcount) || arguments.flag("contributions"))
    try arguments.refuse(
      ["nonpositive"], unless: measures.contains(.watts), "goes with --measures watts")
    try arguments.refuse(
      ["bandwidth"],
      unless: lines.contains(where: \.isRelative)
        && (variance.method == .taylor || variance.designEffect != nil),
      "goes with Taylor linearisation on a relative line, such as median:0.6")
    try arguments.refuse(
      ["contributions"], unless: measures.contains(where: \.isOfFGTClass),
      "goes with measures of the FGT class: headcount, gap, squared-gap, fgt:ALPHA")
    let options = PovertyMeasures.Options(
      measures: measures, lines: lines, tie: arguments.tie,
      nonpositive: try arguments.nonpositive(), quantile: arguments.quantileRule,
      decomposes: arguments.flag("contributions"), variance: variance)
    if arguments.flag("stream") { return try stream(options, arguments, input) }
    if let result = try passing(options, arguments, input) { return result }
    let sample = try input.surveySample(arguments)
    let result = try PovertyMeasures(sample, options)
    return try SurveyResult.make(
      result.observations, sample, variance, arguments,
      title: title)
  }

  /// The measures of records that pass by once.
  private static func stream(
    _ options: PovertyMeasures.Options, _ arguments: Arguments, _ input: Input
  ) throws -> CommandResult {
    guard !arguments.isGiven("manifest") else {
      throw Failure(status: .usage, message: "--stream does not keep what a manifest needs")
    }
    guard input.dataset == nil, input.surveyFile == nil else {
      throw Failure(status: .usage, message: "--stream reads a CSV file or standard input")
    }
    var refusal: (any Error)?
    var columns = SurveyColumns()
    let batches = try TypedBatches(path: input.name, options: arguments.readingOptions) { header in
      do {
        columns = try input.surveyColumns(arguments, in: header)
        return columns.typed
      } catch {
        refusal = error
        return []
      }
    }
    if let refusal { throw refusal }
    do {
      _ = try StreamedPoverty(columns: columns, options: options)
    } catch DataError.notIdentified(let reason) {
      throw Failure(status: .usage, message: "--stream: \(reason)")
    }
    let stream = try StreamedPoverty.reading(batches, columns: columns, options: options)
    try input.checkRows(stream.report.records)
    return try result(stream, options, arguments)
  }

  /// The same for a CSV file of which nothing but sums is needed, faster and in little memory; `nil` for any other.
  ///
  /// A fault is not told from here: read as a whole, the file tells all that it has.
  private static func passing(
    _ options: PovertyMeasures.Options, _ arguments: Arguments, _ input: Input
  ) throws -> CommandResult? {
    guard let path = input.pathOfPlainTable else { return nil }
    let columns = try input.surveyColumns(arguments, in: input.header())
    do {
      _ = try StreamedPoverty(columns: columns, options: options)
      let batches = try TypedBatches(
        path: path, columns: columns.typed, options: arguments.readingOptions)
      let stream = try StreamedPoverty.reading(batches, columns: columns, options: options)
      try input.checkRows(stream.report.records)
      return try result(stream, options, arguments)
    } catch is DataError {
      return nil
    }
  }

  private static func result(
    _ stream: StreamedPoverty, _ options: PovertyMeasures.Options, _ arguments: Arguments
  ) throws -> CommandResult {
    let (measures, repeated) = try stream.arrangedResult()
    return try SurveyResult.make(
      measures.observations,
      warnings: SurveyResult.warnings(stream.report, repeatedLabels: repeated),
      options.variance, arguments, title: title)
  }

  private static let title = ("Poverty measures", "Mesures de pauvreté", "Medidas de pobreza")

  /// A measure by its name.
  static func measure(_ name: String) throws -> PovertyMeasure {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, parts[0] == "fgt" {
      guard let alpha = Double(parts[1]), alpha >= 0, alpha.isFinite else {
        throw Failure(
          status: .usage, message: "--measures: '\(name)': alpha is a number of at least 0")
      }
      return .fgt(alpha)
    }
    guard let measure = names[name] else {
      throw DataError.unknownName(
        kind: "measure", name: name, known: (names.keys + ["fgt:ALPHA"]).sorted())
    }
    return measure
  }

  private static let names: [String: PovertyMeasure] = [
    "headcount": .headcount, "gap": .gap, "squared-gap": .squaredGap,
    "income-gap-ratio": .incomeGapRatio, "watts": .watts, "sen": .sen, "sst": .senShorrocksThon,
    "number": .numberOfPoor, "population": .population, "mean": .mean, "total": .total,
  ]
}

extension Arguments {
  /// The lines asked for; one for each record if a column of lines is named, where the command has that option.
  func povertyLines(needed: Bool = true, orColumn: Bool = true) throws -> [PovertyLine] {
    let reference = text("line-of").flatMap(LineReference.init) ?? .sample
    var lines: [PovertyLine] = isGiven("line-column") ? [.perRecord] : []
    for text in (list("line") ?? []).distinct {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      if parts.count == 2, let statistic = LineStatistic(rawValue: parts[0]),
        let share = Double(parts[1]), share > 0, share.isFinite
      {
        lines.append(.relative(statistic, share: share, reference: reference))
      } else if let amount = Double(text), amount.isFinite {
        guard amount > 0 else {
          throw Failure(status: .usage, message: "--line: \(text) is not above zero")
        }
        lines.append(.absolute(amount))
      } else {
        throw Failure(
          status: .usage,
          message:
            "--line: '\(text)' is not an amount, median:SHARE or mean:SHARE such as median:0.6")
      }
    }
    if lines.isEmpty {
      guard !needed else {
        throw Failure(
          status: .usage,
          message: orColumn
            ? "--line is needed: an amount, median:0.6 or a --line-column"
            : "--line is needed: an amount, or a share of the median or mean such as median:0.6")
      }
      lines = [.absolute(1)]
    }
    return lines
  }

  /// Refuses options of relative lines where no line is one.
  func refuseWithoutRelative(_ lines: [PovertyLine]) throws(Failure) {
    try refuse(
      ["line-of"], unless: lines.contains(where: \.isRelative),
      "goes with a relative line, such as median:0.6")
    try refuse(
      ["quantile-rule"], unless: lines.contains(where: \.isOfMedian),
      "goes with a line at a share of the median, such as median:0.6")
  }

  /// What becomes of welfare of zero or below.
  func nonpositive() throws -> NonpositivePolicy {
    switch text("nonpositive") ?? "fail" {
    case "fail": return .fail
    case "drop": return .drop
    case let text:
      guard text.hasPrefix("floor:"), let floor = Double(text.dropFirst(6)), floor > 0,
        floor.isFinite
      else {
        throw Failure(
          status: .usage, message: "--nonpositive: '\(text)' is not fail, drop or floor:AMOUNT")
      }
      return .floor(floor)
    }
  }

  /// Whether a record on the line is poor.
  var tie: LineTie { text("tie").flatMap(LineTie.init) ?? .strict }

  /// The rule of quantiles.
  var quantileRule: QuantileRule {
    text("quantile-rule").flatMap(QuantileRule.init) ?? .averagedInverse
  }
}

extension PovertyMeasure {
  /// Whether it is one of Foster, Greer and Thorbecke's.
  fileprivate var isOfFGTClass: Bool { if case .fgt = self { true } else { false } }
}

extension PovertyLine {
  /// Whether it is a share of the median or mean.
  var isRelative: Bool { if case .relative = self { true } else { false } }

  /// Whether it is a share of the median.
  var isOfMedian: Bool { if case .relative(.median, _, _) = self { true } else { false } }
}
