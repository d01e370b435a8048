public import ESSData
internal import ESSNumerics

extension NetworkStructure {
  /// All numbers: direct, then federated.
  public var observations: [Observation] { sides.flatMap(observations) }

  private func observations(_ side: Side) -> [Observation] {
    let reach = side.incidence.options.reach.rawValue
    var rows = NetworkRows(
      method: "structure(\(side.incidence.conventions))")
    let graph = side.incidence.graph
    let sides = [("organisations", graph.rowDegrees), ("alliances", graph.columnDegrees)]
    for (name, degrees) in sides {
      rows.add("network.nodes", "\(reach)/\(name)", Double(degrees.count))
    }
    rows.add("network.ties", reach, Double(graph.tieCount))
    rows.add("network.density", reach, side.bipartite.density)
    for (name, degrees) in sides {
      let inequality = CountInequality(degrees)
      let path = "\(reach)/\(name)"
      let n = degrees.count
      rows.add(
        "network.mean_degree", path, n > 0 ? Double(graph.tieCount) / Double(n) : nil, count: n)
      rows.add("network.degree_gini", path, inequality.gini, count: n)
      for (order, value) in inequality.hill.enumerated() {
        rows.add("network.hill_number", "\(path)/q=\(order)", value, count: n)
      }
      var histogram: [Int: Int] = [:]
      for degree in degrees { histogram[degree, default: 0] += 1 }
      for (degree, count) in histogram.sorted(by: { $0.key < $1.key }) {
        rows.add("network.degree_count", "\(path)/\(degree)", Double(count), count: n)
      }
    }
    let active = graph.rowDegrees.count { $0 > 0 }
    rows.add(
      "network.multi_membership", reach,
      active > 0 ? Double(graph.rowDegrees.count { $0 > 1 }) / Double(active) : nil, count: active)
    let pairs = Double(graph.rows) * Double(graph.rows - 1) / 2
    rows.add("network.tied_pairs", reach, Double(side.bipartite.tiedPairs))
    rows.add(
      "network.tied_pair_share", reach, pairs > 0 ? Double(side.bipartite.tiedPairs) / pairs : nil)
    rows.add("network.components", reach, Double(side.components.count), count: graph.rows)
    rows.add(
      "network.largest_component", reach,
      side.components.first.map { Double($0) / Double(graph.rows) }, count: graph.rows)
    for (k, size) in side.components.enumerated() {
      rows.add("network.component_size", "\(reach)/\(k + 1)", Double(size), count: graph.rows)
    }
    rows.add("network.fragmentation", reach, side.fragmentation, count: graph.rows)
    let nestedness = side.bipartite.nestedness
    for (name, value) in [
      ("rows", nestedness.rows), ("columns", nestedness.columns), ("total", nestedness.total),
    ] {
      rows.add("network.nestedness", "\(reach)/\(name)", value)
    }
    rows.add("network.robins_alexander", reach, side.bipartite.robinsAlexander)
    rows.add("network.latapy", "\(reach)/organisations", side.bipartite.latapyRows)
    rows.add("network.latapy", "\(reach)/alliances", side.bipartite.latapyColumns)
    rows.add(side.null)
    return rows.rows
  }
}
