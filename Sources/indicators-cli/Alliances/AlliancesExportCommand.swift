import CommandLineKit
import ESSIndicators

/// `indicators alliances export`.
enum AlliancesExportCommand {
  static let command = Command(
    name: "export", summary: "The network for other programs: GraphML, Pajek, a table of ties",
    discussion: """
      Writes nodes with their attributes and the ties kept as GraphML (Gephi, igraph, NetworkX, Cytoscape), as a Pajek \
      file, or as a CSV table of ties that every verb here reads again with --ties. With --mode both, both sides and the \
      memberships between them.
      """,
    operands: [AllianceOptions.input],
    options: (NetworkOptions.network(
      modes: [.organisations, .alliances, .both], weights: "count") + [
        Option(
          long: "to", kind: .choice(NetworkExport.allCases.map(\.rawValue)), help: "Form to write",
          fallback: "graphml")
      ]).sorted { $0.long < $1.long } + [
        CommonOptions.messages,
        Option(
          long: "output", short: "o", kind: .file("FILE"),
          help: "Write to FILE, whole or not at all, instead of standard output",
          group: CommonOptions.group),
        CommonOptions.progress, CommonOptions.quiet,
      ],
    examples: [
      Example(
        command: "indicators alliances export --mode both -o network.graphml",
        explanation: "Organisations and alliances for Gephi"),
      Example(
        command: "indicators alliances export --to ties --min-weight 2",
        explanation: "Organisations that share two alliances or more"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments)
        Progress.step("reading \(input.name)")
        let network = try input.actorNetwork(arguments, mode: .organisations, weights: "count")
        let form = arguments.choice("to", default: NetworkExport.graphml)
        let bytes = form.bytes(network)
        if let path = arguments.text("output") {
          try Files.write(bytes, to: path)
        } else {
          try StandardOutput.write(bytes)
        }
      }
    })
}
