import CommandLineKit
import ESSIndicators

/// `indicators territories ranks`.
enum TerritoriesRanksCommand {
  static let command = Command.measuring(
    "ranks", summary: "Ranks with the places that sampling error leaves open",
    discussion: """
      For estimates with standard errors: rank, the set of places that a territory may have by itself and with all others at \
      once, and who may be among the best. With several columns of estimates (methods) also the union over methods, which covers the rank \
      whichever method is right.
      """,
    options: [
      CommonOptions.level, CommonOptions.seed, TerritoryOptions.at,
      Option(
        long: "best", kind: .integer("TAU"), help: "Who may be among the TAU best", fallback: "1"),
      Option(
        long: "error", kind: .text("VARIABLES"),
        help: "Standard errors, one column for each of --value or one for all", repeats: true,
        separator: ","),
      Option(long: "lowest", kind: .flag, help: "Rank 1 is the lowest estimate"),
      Option(
        long: "replicates", kind: .integer("N"), help: "Simulated error vectors", fallback: "10000"),
      Option(
        long: "value", kind: .text("VARIABLES"), help: "Estimates, one column a method",
        repeats: true, separator: ","),
    ], columns: TerritoryOptions.columns,
    examples: [
      Example(
        command:
          "indicators poverty measure --line 8.30 --measures headcount --by territory --format csv | indicators territories ranks - --at 2020 --value value --error std_error --format table",
        explanation:
          "Which territory of the synthetic survey is poorest, as far as the sample tells"
      ),
      Example(
        command:
          "indicators poverty measure --line 8.30 --measures headcount --by territory | indicators territories ranks - --at 2020 --value value --error std_error --best 2 --lowest",
        explanation: "Who may be among the two with the lowest rate"),
    ], defaultsOf: []
  ) { arguments, input in
    guard let values = arguments.list("value"), let errors = arguments.list("error") else {
      throw Failure(
        status: .usage, message: "--value and --error are needed: estimates and standard errors")
    }
    guard errors.count == 1 || errors.count == values.count else {
      throw Failure(
        status: .usage,
        message: "--error: \(errors.count) columns for \(values.count) columns of estimates")
    }
    let table = try input.territoryTable(arguments, variables: (values + errors).distinct)
    let study = try RankStudy(
      table,
      .init(
        values: values, errors: errors.count == 1 ? values.map { _ in errors[0] } : errors,
        level: try arguments.level(), isLowestFirst: arguments.flag("lowest"),
        replicates: try arguments.replicates(default: 10_000), seed: try arguments.seed(),
        best: try arguments.count("best", in: 1...1_000_000, default: 1)))
    return try TerritoryResult.make(
      study.observations, arguments, input,
      title: (
        "Ranks and their confidence sets", "Rangs et ensembles de confiance",
        "Rangos y conjuntos de confianza"
      ))
  }
}
