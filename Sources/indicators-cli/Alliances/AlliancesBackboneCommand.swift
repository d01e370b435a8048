import CommandLineKit
import ESSIndicators

/// `indicators alliances backbone`.
enum AlliancesBackboneCommand {
  static let command = Command.measuring(
    "backbone", summary: "Which ties are more than chance would give",
    discussion: """
      The disparity filter, and for memberships the hypergeometric, the stochastic and the fixed degree sequence model (by \
      curveball draws), side by side with what each holds fixed: the same tie may be beyond chance by one and not by \
      another. If no tie is below the level, the smallest p says from which level there is one.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(modes: [.organisations, .alliances], weights: "count").filter {
      !["weights", "diagonal"].contains($0.long)
    } + [
      CommonOptions.seed, NetworkOptions.draws(1000, "Curveball draws"),
      Option(
        long: "both-ends", kind: .flag,
        help: "The disparity filter keeps a tie only if both ends do"),
      Option(
        long: "correction", kind: .choice(NetworkBackbone.Correction.allCases.map(\.rawValue)),
        help: "Correction of p for the number of pairs", fallback: "none"),
      Option(
        long: "method",
        kind: .choice(["all"] + NetworkBackbone.Method.allCases.map(\.rawValue)),
        help: "One method, or all side by side", fallback: "all"),
      Option(
        long: "p", kind: .number("P"), help: "Keep ties with a p below this", fallback: "0.05"),
    ], columns: [],
    examples: [
      Example(
        command: "indicators alliances backbone --mode alliances --draws 100 --format table",
        explanation: "Alliances that share more organisations than chance would give"),
      Example(
        command: "indicators alliances backbone --method sdsm --correction bh --format csv",
        explanation: "Organisations, with the share of false ties held"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let network = try input.actorNetwork(arguments, mode: .organisations, weights: "count")
    let side = network.origin.map {
      $0.mode == .alliances ? $0.incidence.graph.transposed : $0.incidence.graph
    }
    let asked = arguments.text("method").flatMap(NetworkBackbone.Method.init)
    let methods =
      asked.map { [$0] } ?? (side == nil ? [.disparity] : NetworkBackbone.Method.allCases)
    let backbone = try NetworkBackbone(
      network, side: side,
      .init(
        methods: methods, level: arguments.number("p", in: 0...1, default: 0.05),
        correction: arguments.choice("correction", default: .none),
        requiresBoth: arguments.flag("both-ends"),
        draws: arguments.count("draws", in: 1...1_000_000, default: 1000), seed: arguments.seed()))
    return CommandResult(
      observations: backbone.observations,
      displays: [backbone.display(try arguments.displayContext(input.territories()))])
  }
}
