public import ESSData
internal import ESSNumerics

extension TerritoryClusters {
  /// The rows of the result: the numbers of clusters tried, then each territory's cluster, the clusters' means, and Ward's heights.
  public var observations: [Observation] {
    let cells = imputed > 0 ? ",imputed=\(imputed)" : ""
    let base =
      "indicators=\(options.variables.count),scale=\(options.scale.rawValue),missing=\(options.missing.rawValue)\(cells)"
    let method =
      options.method == .ward
      ? "ward(convention=ward.D2,\(base))"
      : "k_means(start=k-means++,algorithm=\(options.algorithm.rawValue),starts=\(options.starts),seed=\(options.seed),\(base))"
    let sources = table.sources.flatMap(\.self).distinct
    let left =
      dropped.isEmpty ? "" : "left out for want of values: \(dropped.joined(separator: ", "))"
    func row(
      _ id: String, _ territory: Int?, _ component: String, _ value: Double?, _ unit: String,
      note: String = "", count: Int? = nil
    ) -> Observation {
      Observation(
        territory: territory.map { table.territories[$0] } ?? "", period: table.period,
        indicator: "territories." + id, component: component, value: value, unit: unit,
        count: count ?? table.territories.count,
        status: territory.map { table.status[$0] } ?? table.status.worst, method: method,
        sources: sources, note: note)
    }
    var rows = [
      row("cluster_count", nil, "", Double(suggested), "number", note: left)
    ]
    for cut in cuts {
      let starts = cut.agreeing.map { "\($0) of \(options.starts) starts reached it" } ?? ""
      rows.append(
        row("cluster_inertia", nil, "\(cut.count)", cut.inertia, "statistic", note: starts))
      rows.append(
        row(
          "cluster_silhouette", nil, "\(cut.count)", cut.silhouette?.mean, "correlation",
          note: cut.silhouette == nil ? "every territory is a cluster" : ""))
    }
    for territory in table.territories.indices {
      rows.append(
        row(
          "cluster", territory, "\(chosen.count)", Double(chosen.labels[territory] + 1), "number"))
      rows.append(
        row(
          "cluster_silhouette", territory, "\(chosen.count)",
          chosen.silhouette?.values[territory], "correlation"))
    }
    for cluster in 0..<chosen.count {
      let members = table.territories.indices.filter { chosen.labels[$0] == cluster }
      for (name, mean) in means(of: members) {
        rows.append(
          row(
            "cluster_mean", nil, "\(cluster + 1)/\(name)", mean, "level",
            note: mean == nil ? "no member has a value" : "", count: members.count))
      }
    }
    for (step, merge) in (tree?.merges ?? []).enumerated() {
      rows.append(
        row(
          "cluster_height", nil, "\(step + 1)/\(name(merge.left))+\(name(merge.right))",
          merge.height, "statistic", count: merge.size))
    }
    return rows
  }

  /// Mean of each indicator over some territories, in its own unit, over those that have it.
  func means(of members: [Int]) -> [(name: String, mean: Double?)] {
    options.variables.map { name in
      guard let place = table.variables.firstIndex(of: name) else { return (name, nil) }
      let column = table.values.column(place)
      let known = members.map { column[column.startIndex + $0] }.filter { !$0.isNaN }
      return (name, known.isEmpty ? nil : ExactSum(known).value / Double(known.count))
    }
  }

  /// A territory, or the merge that made a cluster.
  private func name(_ node: Int) -> String {
    node < table.territories.count
      ? table.territories[node] : "merge \(node - table.territories.count + 1)"
  }
}
