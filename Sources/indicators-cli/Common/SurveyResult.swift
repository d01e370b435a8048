import CommandLineKit
import ESSIndicators

/// Makes the output of a survey command: its rows, one table, and what was left out of the sample.
enum SurveyResult {
  static func make(
    _ observations: [Observation], _ sample: SurveySample, _ variance: VarianceOptions,
    _ arguments: Arguments, title: (en: String, fr: String, es: String)
  ) throws -> CommandResult {
    try make(observations, warnings: warnings(sample), variance, arguments, title: title)
  }

  static func make(
    _ observations: [Observation], warnings: [String], _ variance: VarianceOptions,
    _ arguments: Arguments, title: (en: String, fr: String, es: String)
  ) throws -> CommandResult {
    let context = DisplayContext(
      language: arguments.language, decimals: try Output.decimals(arguments),
      tree: try TerritoryTree([], groupMembers: []))
    let display = Display(
      estimates: observations,
      title: Translated(en: title.en, fr: title.fr, es: title.es)[arguments.language],
      level: variance.level, context: context)
    return CommandResult(
      observations: observations, displays: [display], warnings: warnings)
  }

  /// What was dropped or changed, and labels that had to be understood.
  static func warnings(_ sample: SurveySample) -> [String] {
    warnings(sample.report, repeatedLabels: sample.design.repeatedLabels)
  }

  static func warnings(_ report: RecordReport, repeatedLabels: Int) -> [String] {
    var warnings = report.sentences
    if repeatedLabels > 0 {
      let labels = repeatedLabels == 1 ? "1 PSU label occurs" : "\(repeatedLabels) PSU labels occur"
      warnings.append("\(labels) in several strata: taken as different PSUs of each")
    }
    return warnings
  }
}
