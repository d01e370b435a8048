import CommandLineKit
import ESSIndicators

/// `indicators alliances centrality`.
enum AlliancesCentralityCommand {
  static let command = Command.measuring(
    "centrality", summary: "How central each organisation or alliance is",
    discussion: """
      Degree, strength, betweenness, closeness (Wasserman and Faust) and harmonic closeness, eigenvector, PageRank, hubs and \
      authorities, core numbers, and Katz centrality with --alpha; with --mode both also as shares of the largest \
      possible in a network of two sides. Paths of equal length as written are equal: decimal lengths are not rounded. \
      Betweenness of very large networks is estimated from a sample, with the error stated.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(
      modes: [.organisations, .alliances, .both], weights: "none") + [
        NetworkOptions.top, CommonOptions.seed,
        Option(
          long: "alpha", kind: .number("X"),
          help: "Katz centrality with this attenuation, below 1 / the largest eigenvalue"),
        Option(
          long: "damping", kind: .number("X"), help: "Damping of PageRank", fallback: "0.85"),
        Option(
          long: "error", kind: .number("X"),
          help: "Largest error of an estimated betweenness, as a share of the pairs",
          fallback: "0.01"),
        Option(
          long: "inverse-lengths", kind: .flag,
          help: "A tie is as long as 1 / its weight, for betweenness and closeness"),
        Option(
          long: "paths", kind: .choice(NetworkCentrality.Options.Paths.allCases.map(\.rawValue)),
          help: "Betweenness from every node, from a sample, or by size", fallback: "auto"),
      ], columns: [],
    examples: [
      Example(
        command: "indicators alliances centrality --top 10 --format table",
        explanation: "The organisations of the core"),
      Example(
        command: "indicators alliances centrality --mode both --scope all --format csv",
        explanation: "Organisations and alliances in one network"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let network = try input.actorNetwork(arguments, mode: .organisations, weights: "none")
    let centrality = try NetworkCentrality(
      network,
      .init(
        paths: arguments.choice("paths", default: .automatic),
        error: arguments.number("error", in: 1e-6...1, default: 0.01),
        damping: arguments.number("damping", in: 0...0.999, default: 0.85),
        alpha: arguments.number("alpha"), isInverse: arguments.flag("inverse-lengths"),
        seed: arguments.seed()))
    return CommandResult(
      observations: centrality.observations,
      displays: [
        centrality.display(
          try arguments.displayContext(input.territories()), most: try arguments.top())
      ])
  }
}
