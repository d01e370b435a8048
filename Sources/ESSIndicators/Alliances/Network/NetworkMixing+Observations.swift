public import ESSData
internal import ESSNumerics

extension NetworkMixing {
  /// The indices of the whole, the matrix, the alliances, and the part of governments.
  public var observations: [Observation] {
    var rows = NetworkRows(
      method: "mixing(\(network.conventions),groups=\(options.attribute))")
    let permuted = "null=permuted groups,draws=\(options.permutations),seed=\(options.seed)"
    for (k, (name, mixing)) in [("weighted", mixing), ("unweighted", unweighted)].enumerated() {
      rows.add("network.external_internal", name, mixing.externalInternal)
      rows.add("network.external_internal_expected", name, mixing.expectedExternalInternal)
      rows.add(comparisons[k], of: "network.external_internal", name, method: permuted)
      rows.add("network.external_share", name, mixing.externalShare)
      rows.add("network.assortativity", name, mixing.assortativity)
      rows.add(assortativityComparisons[k], of: "network.assortativity", name, method: permuted)
    }
    for entry in numeric {
      rows.add("network.numeric_assortativity", entry.attribute, entry.value, count: entry.nodes)
      rows.add(
        entry.comparison, of: "network.numeric_assortativity", entry.attribute,
        method: permuted.replacing("groups", with: "numbers"))
    }
    let isDirected = network.graph.isDirected
    for (i, from) in labels.enumerated() {
      rows.add("network.group_size", from, Double(mixing.sizes[i]))
      for (j, to) in labels.enumerated() where isDirected || j >= i {
        let weight = mixing.matrix[i, j]
        rows.add(
          "network.mixing", "\(from)/\(to)", i == j && !isDirected ? weight / 2 : weight)
      }
    }
    for entry in blau {
      rows.add(
        "network.blau", entry.alliance.id, entry.value, count: entry.members,
        note: entry.value == nil ? "an alliance of fewer than two" : "")
    }
    if !blau.isEmpty {
      rows.add(
        "network.blau", "", blau.map(\.value).meanOfKnown, count: blau.count { $0.value != nil })
    }
    if let convening {
      let none = "no two actors that are no governments share an alliance"
      for (part, share) in [("pairs", convening.share), ("newman", convening.weightedShare)] {
        rows.add(
          "network.convening", part, share, count: convening.pairs,
          note: share == nil ? none : "")
      }
    }
    if let null { rows.add(null) }
    return rows.rows
  }
}
