import CommandLineKit
import ESSIndicators

/// `indicators alliances reach`.
enum AlliancesReachCommand {
  static let command = Command.measuring(
    "reach", summary: "How far the OECD, the EC, the ILO and UNTFSSE reach",
    discussion: """
      Territories present in an alliance of each actor, or in one that belongs at any remove to an alliance of the \
      actor; what only one of them reaches; and their Shapley values of all that they reach together. Every tier counts \
      unless --tiers says otherwise, since the reach of programmes is asked for as well. Beside their mean, spread, z and p \
      in random memberships with the same margins.
      """,
    operand: AllianceOptions.input,
    options: options + AllianceViewOptions.nullModel + AllianceViewOptions.all, columns: [],
    examples: [
      Example(
        command: "indicators alliances reach --draws 20 --format table",
        explanation: "The four bodies that the forum names, in Latin America and the Caribbean"),
      Example(
        command: "indicators alliances reach --actors ICA_BEL,GSEF_INT --tiers A,B --draws 0",
        explanation: "Two other actors, memberships only"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let opened = try input.allianceView(arguments, scope: .all, tiers: ["A", "B", "C"])
    let context = try arguments.displayContext(opened.tree)
    let reach = try AllianceReach(
      opened.view, actors: try input.actors(arguments))
    let draws = try NullDraws(arguments, steps: opened.view.stepsOfRedrawing)
    let null = reach.nullModel(draws: draws.count, seed: try arguments.seed())
    return CommandResult(
      observations: reach.observations + reach.observations(of: null),
      displays: [reach.display(context)] + [Display([null], context)].compactMap(\.self),
      warnings: opened.warnings + draws.warnings)
  }

  private static let options = [
    Option(
      long: "actors", kind: .text("IDS"),
      help: "Organisations whose reach is measured; the dataset has a default", repeats: true,
      separator: ",")
  ]
}

extension Input {
  /// The organisations whose reach the dataset asks about.
  var defaultActors: [String] {
    dataset?.package.defaults["alliances.actors"]?.split(separator: ",").map(String.init) ?? []
  }

  /// The organisations whose reach is measured.
  func actors(_ arguments: Arguments) throws -> [String] {
    let actors = arguments.list("actors") ?? defaultActors
    guard !actors.isEmpty else {
      throw Failure(
        status: .usage,
        message:
          "--actors is needed; \(fileName) has no default for it: name organisations by their ids")
    }
    return actors
  }
}
