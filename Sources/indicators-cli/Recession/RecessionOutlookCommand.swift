import CommandLineKit
import ESSIndicators

/// `indicators recession outlook`.
enum RecessionOutlookCommand {
  static let command = Command.measuring(
    "outlook", summary: "Growth projections by vintage, aggregated, beside the outcome",
    discussion: """
      Every recorded projection of a year's growth: by territory, aggregated over groups with the output of the \
      year before as weights, beside the institution's own aggregate, and the outcome less the projection over the \
      same territories.
      """,
    operand: CommonOptions.dataset, options: options, columns: [],
    examples: [
      Example(
        command: "indicators recession outlook --institution ECLAC --format table",
        explanation: "From -5.3 % in April 2020 to the outcome"),
      Example(
        command: "indicators recession outlook --target 2021 --format csv",
        explanation: "What was expected of the recovery"),
    ],
    defaultsOf: ["outlook"]
  ) { arguments, input in
    let (comparison, tree) = try compare(arguments, input)
    let context = try arguments.displayContext(tree)
    return CommandResult(
      observations: comparison.observations,
      displays: [comparison.groupDisplay(context), comparison.territoryDisplay(context)])
  }

  private static let options = [
    CommonOptions.gdp(": weights and outcome"),
    Option(
      long: "institution", kind: .text("NAME"),
      help: "Only this institution, repeated or separated by commas", repeats: true,
      separator: ","),
    CommonOptions.minimumShare("projections cover less of its output"),
    Option(
      long: "target", kind: .text("YEAR"), help: "Year projected; the dataset has a default"),
    Option(
      long: "vintage", kind: .text("DATE"),
      help: "Only this publication date, repeated or separated by commas", repeats: true,
      separator: ","),
  ]

  static func compare(
    _ arguments: Arguments, _ input: Input
  ) throws -> (OutlookComparison, TerritoryTree) {
    let dataset = try input.requiredDataset(for: "the outlook")
    let outlook = try dataset.growthOutlook()
    let panel = try input.panel()
    let tree = try input.territories()
    let comparison = try OutlookComparison(
      outlook, panel, tree,
      OutlookComparison.Options(
        target: try input.period("target", of: "outlook", arguments),
        institutions: arguments.list("institution"), dates: arguments.list("vintage"),
        level: try input.levelVariable(arguments, in: panel),
        minimumShare: try arguments.share("min-share", default: 50)))
    return (comparison, tree)
  }
}
