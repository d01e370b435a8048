import CommandLineKit
import ESSIndicators

/// The outcome of a recovery estimate: which column, in which form, and the rows that hold it.
enum OutcomeOptions {
  static let outcome: [Option] = [
    Option(
      long: "log", kind: .flag,
      help:
        "Take 100 times the natural logarithm of the outcome, so that effects are in log points"),
    Option(
      long: "outcome", kind: .text("COLUMN"),
      help: "Outcome; of a dataset by default the logarithm of output at constant prices"),
  ]

  static let post = Option(
    long: "post", kind: .text("PERIOD"), help: "First period of treatment or after the shock")

  /// What was read: the rows, the name of the outcome's column among them, and where it is from.
  struct Reading {
    var sample: PanelSample
    let column: String
    let variable: String
    var provenance: OutcomeProvenance

    /// Provenance over the rows that are there.
    mutating func describe(_ input: Input) throws {
      guard input.dataset != nil else { return }
      provenance = OutcomeProvenance(
        name: provenance.name, try input.panel(), variable: variable, units: sample.units,
        periods: sample.axis.labels)
    }
  }

  /// Reads the outcome and other columns of numbers.
  static func read(
    _ arguments: Arguments, _ input: Input, numbers: [String] = [], factors: [String] = []
  ) throws -> Reading {
    let variable = try variable(arguments, input)
    let isLog =
      arguments.flag("log") || (input.dataset != nil && !arguments.isGiven("outcome"))
    var sample = try PanelSampleOptions.read(
      arguments, input, numbers: ([variable] + numbers).distinct, factors: factors)
    let name = isLog ? "100*ln(\(variable))" : variable
    if isLog { sample = try sample.addingLogPoints(of: variable, as: name) }
    var reading = Reading(
      sample: sample, column: name, variable: variable, provenance: OutcomeProvenance(name: name))
    try reading.describe(input)
    return reading
  }

  private static func variable(_ arguments: Arguments, _ input: Input) throws -> String {
    if let given = arguments.text("outcome") { return given }
    guard input.dataset != nil else {
      throw Failure(status: .usage, message: "--outcome is needed for a CSV file: name its column")
    }
    return try input.variable(
      option: "outcome", role: "gdp_constant", arguments, in: input.panel())
  }

  /// The period given by `--post`; needed.
  static func post(_ arguments: Arguments) throws(Failure) -> String {
    guard let post = arguments.text("post") else {
      throw Failure(
        status: .usage,
        message: "--post is needed: the first period of treatment or after the shock")
    }
    return post
  }
}

/// When units are treated, as several commands ask for it.
enum TreatmentOptions {
  static let group = "Treatment"

  static let options: [Option] = [
    Option(
      long: "cohort", kind: .text("COLUMN"),
      help: "Column with the first period of treatment; 0 or empty for never", group: group),
    Option(
      long: "post", kind: .text("PERIOD"), help: "First period of treatment, with --treated",
      group: group),
    Option(
      long: "treated", kind: .text("UNITS"),
      help: "Units treated from --post on, repeated or separated by commas", repeats: true,
      separator: ",", group: group),
    Option(
      long: "treatment", kind: .text("COLUMN"),
      help: "Column that is 0 before treatment and 1 from it on", group: group),
  ]

  /// The number columns that the timing reads.
  static func numbers(_ arguments: Arguments) -> [String] {
    [arguments.text("cohort"), arguments.text("treatment")].compactMap(\.self)
  }

  static func timing(
    _ arguments: Arguments, _ sample: PanelSample
  ) throws -> TreatmentTiming {
    let given = ["cohort", "treated", "treatment"].filter(arguments.isGiven)
    guard given.count == 1 else {
      throw Failure(
        status: .usage,
        message: given.isEmpty
          ? "who is treated when? Give --treated with --post, --cohort or --treatment"
          : "--\(given[0]) and --\(given[1]) say the same in two ways; give one")
    }
    if let column = arguments.text("cohort") {
      return try TreatmentTiming(sample, cohort: column)
    }
    if let column = arguments.text("treatment") {
      return try TreatmentTiming(sample, treatment: column)
    }
    return try TreatmentTiming(
      units: sample.units, axis: sample.axis, treated: arguments.list("treated") ?? [],
      from: OutcomeOptions.post(arguments))
  }
}
