internal import ESSData

/// Collects the rows of a network measure: the unit is that of the catalogue, an empty value says why.
struct NetworkRows {
  let method: String
  private(set) var rows: [Observation] = []

  init(method: String) { self.method = method }

  mutating func add(
    _ indicator: String, _ component: String = "", _ value: Double?, count: Int? = nil,
    standardError: Double? = nil, interval: ClosedRange<Double>? = nil, method extra: String = "",
    note: String = ""
  ) {
    rows.append(
      Observation(
        territory: "", period: "", indicator: indicator, component: component, value: value,
        unit: Catalogue[indicator]?.unit ?? "", standardError: standardError, interval: interval,
        count: count, method: extra.isEmpty ? method : "\(method.dropLast()),\(extra))",
        note: value == nil && note.isEmpty ? "not defined for this network" : note))
  }
}

/// A table of nodes for people: the largest by one column, with a note of how many there are.
struct NodeTable {
  var title: String
  var nodeHeader: String
  /// Headers, values of every node, and decimals.
  var columns: [(header: String, values: [Double?], decimals: Int)] = []
  var notes: [String] = []

  /// The table; nodes are in the falling order of the first column, the earlier node first among equals.
  func display(
    _ network: ActorNetwork, most: Int, _ context: DisplayContext, isSorted: Bool = true
  ) -> Display {
    let order = network.ids.indices.sorted { left, right in
      guard isSorted, let values = columns.first?.values else { return left < right }
      return (values[right] ?? -.infinity, left) < (values[left] ?? -.infinity, right)
    }
    let shown = order.prefix(most)
    let more = network.ids.count - shown.count
    let cut =
      more == 0
      ? []
      : [
        context.words(
          "\(more) more nodes; --top shows more, CSV has all.",
          "\(more) autres nœuds ; --top en montre plus, le CSV les a tous.",
          "\(more) nodos más; --top muestra más, el CSV los tiene todos.")
      ]
    return Display(
      title: title,
      columns: [Display.Column(nodeHeader, isNumeric: false)]
        + columns.map { Display.Column($0.header) },
      rows: shown.map { node in
        [network.ids[node]]
          + columns.map { context.style.text($0.values[node], decimals: $0.decimals) }
      }, notes: notes + cut)
  }
}
