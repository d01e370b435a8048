import CommandLineKit
import ESSIndicators

/// The options that say which two parts of a survey are compared.
enum ComparisonOptions {
  static let all: [Option] = [
    Option(
      long: "between", kind: .text("DOMAIN"),
      help: "Two domains of --by, separated by a comma, instead of two periods", repeats: true,
      separator: ","),
    Option(long: "from", kind: .text("PERIOD"), help: "First period; the first one without it"),
    Option(
      long: "overlap", kind: .flag,
      help: "Strata and PSUs of the same label are the same in both periods"),
    Option(long: "to", kind: .text("PERIOD"), help: "Last period; the last one without it"),
  ]

  /// The comparison asked for; without a choice the first and the last period of the sample.
  static func comparison(
    _ arguments: Arguments, _ sample: SurveySample
  ) throws -> SurveyComparison {
    if let names = arguments.list("between") {
      guard names.count == 2, names[0] != names[1] else {
        throw Failure(status: .usage, message: "--between takes two different domains of --by")
      }
      if let option = ["from", "to", "overlap"].first(where: arguments.isGiven) {
        throw Failure(status: .usage, message: "--between and --\(option) exclude each other")
      }
      guard arguments.isGiven("by") else {
        throw Failure(status: .usage, message: "--between needs --by, the column of the domains")
      }
      return .domains(first: names[0], second: names[1])
    }
    let periods = (sample.period?.labels.map { $0[0] } ?? []).sorted()
    let from = arguments.text("from") ?? periods.first
    let to = arguments.text("to") ?? periods.last
    guard let from, let to, from != to else {
      throw Failure(
        status: .usage,
        message: "two periods are needed (--period names their column), or --by with --between")
    }
    return .periods(from: from, to: to)
  }
}
