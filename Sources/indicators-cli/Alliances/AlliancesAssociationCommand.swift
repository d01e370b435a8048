import CommandLineKit
import ESSIndicators

/// `indicators alliances association`.
enum AlliancesAssociationCommand {
  static let command = Command.measuring(
    "association", summary: "What goes with ties: other ties, likeness and difference of actors",
    discussion: """
      Correlation (QAP) and regression (MRQAP with double semi-partialling) over pairs, tested by renaming nodes, and the \
      logistic regression of ties, which is the exponential random graph model without terms that make ties depend on \
      each other. Terms: match:ATTRIBUTE, difference:ATTRIBUTE, sum:ATTRIBUTE, and the ties of further files by --with. \
      An association, not a cause.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(modes: [.organisations, .alliances], weights: "count") + [
      CommonOptions.seed,
      Option(
        long: "permutations", kind: .integer("N"),
        help: "Renamings; with eight nodes or fewer all are tried", fallback: "1000"),
      Option(
        long: "term", kind: .text("TERM"),
        help: "match:ATTRIBUTE, difference:ATTRIBUTE or sum:ATTRIBUTE", repeats: true,
        separator: ","),
      Option(
        long: "with", kind: .file("FILE"), help: "A table of ties between the same nodes",
        repeats: true),
    ], columns: [],
    examples: [
      Example(
        command:
          "indicators alliances association --mode alliances --term match:theme,match:level "
          + "--permutations 99 --format table",
        explanation: "Do alliances of one theme or level share organisations?"),
      Example(
        command:
          "indicators alliances association --mode alliances --weights none --term match:theme "
          + "--permutations 99 --format csv",
        explanation: "The same for ties without weights"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let network = try input.actorNetwork(arguments, mode: .organisations, weights: "count")
    var terms: [NetworkAssociation.Term] = []
    for path in arguments.list("with") ?? [] {
      let other = try TieTable(
        CSVTable(path: path), isDirected: arguments.flag("directed"),
        duplicates: arguments.choice("duplicates", default: .fail)
      ).network()
      let known = Set(network.ids)
      if let stranger = other.ids.first(where: { !known.contains($0) }) {
        throw DataError.invalid(path, "'\(excerpt(stranger))' is no node of \(input.name)")
      }
      terms.append(NetworkAssociation.Term(path, ties: other, of: network))
    }
    for text in arguments.list("term") ?? [] {
      terms.append(try NetworkAssociation.Term(text, of: network))
    }
    let association = try NetworkAssociation(
      network, terms,
      permutations: arguments.count("permutations", in: 1...10_000_000, default: 1000),
      seed: arguments.seed())
    return CommandResult(
      observations: association.observations,
      displays: association.displays(try arguments.displayContext(input.territories())))
  }
}
