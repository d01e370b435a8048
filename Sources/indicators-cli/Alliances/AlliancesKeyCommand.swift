import CommandLineKit
import ESSIndicators

/// `indicators alliances key`.
enum AlliancesKeyCommand {
  static let command = Command.measuring(
    "key", summary: "Who matters most: four ranks side by side, and the best sets",
    discussion: """
      The alliances that together cover most (greedy with its bound, and the best choice by branch and bound); the sets of \
      nodes that hold most together and reach most (Borgatti); and for each node its loss, reach, eigenvector and unique \
      coverage with ranks, and the intervals of the ranks when a share of the relations is deleted at random.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.incidence + AllianceOptions.tables.filter { $0.long == "territories" }
      + [
        NetworkOptions.top, CommonOptions.seed, CommonOptions.level,
        NetworkOptions.draws(100, "Random deletions behind the rank intervals, 0 for none"),
        Option(
          long: "mode", kind: .choice(["organisations", "alliances"]), help: "Nodes to rank",
          fallback: "organisations"),
        Option(
          long: "delete", kind: .number("SHARE"), help: "Share of the relations deleted",
          fallback: "0.1"),
        Option(
          long: "frame", kind: .text("GROUP"),
          help: "Group of the dataset whose territories are to be covered"),
        Option(long: "size", kind: .integer("K"), help: "Size of the sets", fallback: "3"),
      ], columns: [],
    examples: [
      Example(
        command: "indicators alliances key --mode alliances --size 2 --draws 5 --format table",
        explanation: "Alliances, with the frame of the dataset"),
      Example(
        command: "indicators alliances key --size 1 --draws 0 --scope all --format csv",
        explanation: "Single organisations, every theme"),
    ],
    defaultsOf: ["alliances"]
  ) { arguments, input in
    let incidence = try input.incidence(arguments)
    let key = try NetworkKeyActors(
      incidence,
      .init(
        mode: arguments.choice("mode", default: .organisations),
        size: arguments.count("size", in: 1...1000, default: 3),
        cover: cover(arguments, input), draws: arguments.draws(default: 100),
        deleted: arguments.number("delete", in: 0...1, default: 0.1), level: arguments.level(),
        seed: arguments.seed()))
    return CommandResult(
      observations: key.observations,
      displays: key.displays(
        try arguments.displayContext(input.territories()), most: try arguments.top()))
  }

  /// The territories to cover: a table with populations, or a group of the dataset.
  private static func cover(
    _ arguments: Arguments, _ input: Input
  ) throws -> NetworkKeyActors.Cover? {
    if let table = try input.frameTable(arguments) {
      return NetworkKeyActors.Cover(
        territories: table.territories, weights: table.population,
        name: table.population == nil ? "territories" : "population")
    }
    guard let frame = input.setting("frame", of: "alliances", arguments) else { return nil }
    let group = try Frame(group: frame, in: input.territories())
    return NetworkKeyActors.Cover(territories: group.territories, name: group.code)
  }
}
