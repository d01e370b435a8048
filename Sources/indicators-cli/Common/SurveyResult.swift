import CommandLineKit
import ESSIndicators

/// Makes the output of a survey command: its rows, one table, and what was left out of the sample.
enum SurveyResult {
  static func make(
    _ observations: [Observation], _ sample: SurveySample, _ variance: VarianceOptions,
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
      observations: observations, displays: [display], warnings: warnings(sample))
  }

  /// What was dropped or changed, and labels that had to be understood.
  static func warnings(_ sample: SurveySample) -> [String] {
    var warnings = sample.report.sentences
    let repeated = sample.design.repeatedLabels
    // Labels of several periods are those of one sample drawn again.
    if repeated > 0, sample.period == nil {
      warnings.append(
        "\(repeated) PSU labels occur in several strata: taken as different PSUs of each")
    }
    return warnings
  }
}
