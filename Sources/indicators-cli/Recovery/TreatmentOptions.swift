import CommandLineKit
import ESSIndicators

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
