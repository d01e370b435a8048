public import ESSData
internal import ESSNumerics

extension NetworkKeyActors {
  /// The choices of alliances, the sets of key players, and values and ranks of every node.
  public var observations: [Observation] {
    let cover = options.cover?.name ?? "organisations"
    var rows = NetworkRows(
      method: "key(\(network.conventions),cover=\(cover))")
    for (k, choice) in coverage.enumerated() {
      add(choice, size: k + 1, &rows)
    }
    if let sets {
      for (name, set, indicator) in [
        ("kpp_negative", sets.negative, "network.fragmentation_without"),
        ("kpp_positive", sets.positive, "network.reach"),
      ] {
        rows.add(
          indicator, "\(name)/\(options.size)", set.score, count: network.ids.count,
          method: set.isExact ? "search=all sets" : "search=greedy and swap",
          note: set.nodes.map { network.ids[$0] }.joined(separator: " "))
      }
    }
    let deletions = options.deletion.method(draws: options.draws)
    for measure in Measure.allCases {
      for (node, place) in (places[measure] ?? []).enumerated() {
        let id = network.ids[node]
        rows.add(
          "network.\(measure.rawValue)", id, place.value,
          note: place.value == nil ? missing(measure) : "")
        rows.add(
          "network.rank", "\(measure.rawValue)/\(id)",
          place.value == nil ? nil : Double(place.rank), interval: place.ranks,
          method: deletions, note: place.value == nil ? missing(measure) : "")
      }
    }
    return rows.rows
  }

  private func missing(_ measure: Measure) -> String {
    measure == .uniqueCoverage
      ? "needs territories to cover, by --territories or --frame" : "not defined for this network"
  }

  private func add(_ choice: Choice, size: Int, _ rows: inout NetworkRows) {
    func names(_ columns: [Int]) -> String {
      columns.map { alliances[$0].id }.joined(separator: " ")
    }
    func share(_ weight: Double) -> Double? { coverable > 0 ? weight / coverable : nil }
    rows.add(
      "network.coverage_choice", "greedy/\(size)", share(choice.greedy.weight),
      note: names(choice.greedy.columns))
    rows.add("network.coverage_choice", "bound/\(size)", share(choice.greedy.bound))
    guard let exact = choice.exact else {
      rows.add(
        "network.coverage_choice", "exact/\(size)", nil,
        note: "more than two million branches; the greedy choice and its bound stand")
      return
    }
    let ties = exact.optimalCount ?? 1
    rows.add(
      "network.coverage_choice", "exact/\(size)", share(exact.weight), count: ties,
      note: names(exact.columns) + (ties > 1 ? "; the first of \(ties) equally good choices" : ""))
    rows.add(
      "network.greedy_ratio", "\(size)",
      exact.weight > 0 ? choice.greedy.weight / exact.weight : nil)
  }
}
