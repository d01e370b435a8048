import CommandLineKit
import ESSIndicators

/// `indicators territories structure`.
enum TerritoriesStructureCommand {
  static let command = Command.measuring(
    "structure", summary: "What territories specialise in: quotients, concentration, complexity",
    discussion: """
      From a table of jobs or output with one row a territory and one column a branch: location quotients, Krugman, Herfindahl and \
      Hachman indices, concentration of branches, economic complexity and relatedness. Shift-share analysis is under \
      indicators recession shift-share.
      """,
    options: [
      CommonOptions.level, TerritoryOptions.at,
      Option(
        long: "branches", kind: .text("VARIABLES"),
        help: "Columns of branches; default every column of numbers", repeats: true, separator: ","),
    ], columns: TerritoryOptions.columns,
    examples: [
      Example(
        command:
          "indicators territories structure mexico-states --at 2020 --branches deprivation_education_persons,deprivation_health_persons,deprivation_housing_persons --format table",
        explanation: "Which deprivation Mexico's states have more of than the country"),
      Example(
        command:
          "indicators territories structure mexico-states --at 2018 --branches deprivation_food_persons,deprivation_housing_persons,deprivation_health_persons -o structure.csv",
        explanation: "The same two years before, as CSV"),
    ], defaultsOf: []
  ) { arguments, input in
    let table = try input.territoryTable(arguments, variables: arguments.list("branches"))
    let study = try StructureStudy(table)
    return try TerritoryResult.make(
      study.observations, arguments, input,
      title: (
        "Specialisation of territories", "Spécialisation des territoires",
        "Especialización de los territorios"
      ))
  }
}
