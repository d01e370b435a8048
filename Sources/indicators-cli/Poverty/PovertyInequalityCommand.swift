import CommandLineKit
import ESSIndicators

/// `indicators poverty inequality`.
enum PovertyInequalityCommand {
  static let command = Command.surveying(
    "inequality", summary: "Inequality measures of a survey, with standard errors",
    discussion: """
      Gini, generalised entropy, Atkinson, Palma, S80/S20, shares of welfare and Wolfson's polarisation by \
      domain and period; with --decompose also what lies within and between domains. The Gini index is the exact \
      one for weights: it does not change when weights are scaled.
      """,
    options: options,
    variance: SurveyOptions.variance(with: SurveyOptions.bandwidth, SurveyOptions.designEffect),
    examples: [
      Example(
        command: "indicators poverty inequality --by territory --decompose",
        explanation: "Inequality of each territory, and within and between them"),
      Example(
        command:
          "indicators poverty inequality --measures gini,ge:2,atkinson:0.5,share:0-0.4 --format table",
        explanation: "Measures with their parameters"),
    ],
    result: result)

  private static let options: [Option] = [
    Option(
      long: "decompose", kind: .flag,
      help: "Split Gini and entropy into within and between the domains of --by"),
    Option(
      long: "gini-correction",
      kind: .choice(InequalityMeasure.GiniCorrection.allCases.map(\.rawValue)),
      help: "Small-sample correction of the Gini index: records is n / (n - 1)", fallback: "none"),
    Option(
      long: "measures", kind: .text("NAME"),
      help: "Measures, separated by commas: gini, mld, theil, ge:ALPHA, atkinson:EPSILON, palma, "
        + "s80s20, s80s20-quantiles, share:FROM-TO, wolfson", fallback: standard, repeats: true,
      separator: ","),
    PovertyMeasureCommand.nonpositive, PovertyMeasureCommand.quantileRule,
  ]

  private static let standard = "gini,theil,palma,s80s20"

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    let correction =
      arguments.text("gini-correction").flatMap(InequalityMeasure.GiniCorrection.init) ?? .none
    let names = arguments.list("measures") ?? standard.split(separator: ",").map(String.init)
    let variance = try VarianceOptions(arguments)
    try arguments.refuseIntervalsOfProportions()
    if arguments.flag("decompose"), !arguments.isGiven("by") {
      throw Failure(status: .usage, message: "--decompose needs the domains: name them with --by")
    }
    let measures = try names.distinct.map { try measure($0, correction) }
    try arguments.refuse(
      ["gini-correction"], unless: measures.contains(.gini(correction)),
      "goes with --measures gini")
    let takesPowers = measures.contains { measure in
      switch measure {
      case .generalisedEntropy, .atkinson: true
      default: false
      }
    }
    try arguments.refuse(
      ["nonpositive"], unless: takesPowers,
      "goes with --measures mld, theil, ge:ALPHA or atkinson:EPSILON")
    let isDecomposed = measures.contains { measure in
      switch measure {
      case .generalisedEntropy, .gini(.none): true
      default: false
      }
    }
    try arguments.refuse(
      ["decompose"], unless: isDecomposed,
      "goes with --measures mld, theil, ge:ALPHA or gini without a correction")
    let usesQuantiles = measures.contains(.quintileRatio(.quantiles)) || measures.contains(.wolfson)
    try arguments.refuse(
      ["quantile-rule"], unless: usesQuantiles, "goes with --measures s80s20-quantiles or wolfson")
    try arguments.refuse(
      ["bandwidth"],
      unless: usesQuantiles && (variance.method == .taylor || variance.designEffect != nil),
      "goes with Taylor linearisation of --measures s80s20-quantiles or wolfson")
    let options = InequalityMeasures.Options(
      measures: measures,
      nonpositive: try arguments.nonpositive(), quantile: arguments.quantileRule,
      decomposes: arguments.flag("decompose"), variance: variance)
    let sample = try input.surveySample(arguments)
    let result = try InequalityMeasures(sample, options)
    return try SurveyResult.make(
      result.observations, sample, variance, arguments,
      title: ("Inequality", "Inégalité", "Desigualdad"))
  }

  private static func measure(
    _ name: String, _ correction: InequalityMeasure.GiniCorrection
  ) throws -> InequalityMeasure {
    switch name {
    case "gini": return .gini(correction)
    case "mld": return .meanLogDeviation
    case "theil": return .theil
    case "palma": return .palma
    case "s80s20": return .quintileRatio(.lorenz)
    case "s80s20-quantiles": return .quintileRatio(.quantiles)
    case "wolfson": return .wolfson
    default: break
    }
    func wrong(_ expected: String) -> Failure {
      Failure(status: .usage, message: "--measures: '\(name)': \(expected)")
    }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      let bounds = parts[1].split(separator: "-").compactMap { Double($0) }
      switch parts[0] {
      case "ge":
        guard let alpha = Double(parts[1]), alpha.isFinite else { throw wrong("alpha is a number") }
        return .generalisedEntropy(alpha)
      case "atkinson":
        guard let epsilon = Double(parts[1]), epsilon > 0, epsilon.isFinite else {
          throw wrong("epsilon is a number above 0")
        }
        return .atkinson(epsilon)
      case "share":
        guard bounds.count == 2, bounds[0] >= 0, bounds[0] < bounds[1], bounds[1] <= 1 else {
          throw wrong("two ranks from 0 to 1, the lower first, such as share:0-0.4")
        }
        return .share(from: bounds[0], to: bounds[1])
      default: break
      }
    }
    throw DataError.unknownName(
      kind: "measure", name: name,
      known: [
        "gini", "mld", "theil", "ge:ALPHA", "atkinson:EPSILON", "palma", "s80s20",
        "s80s20-quantiles", "share:FROM-TO", "wolfson",
      ])
  }
}
