public import ESSData

extension SpatialStudy {
  /// The rows of the result: global measures, then the local ones by territory.
  public var observations: [Observation] {
    let links = "\(weights.method),links=\(weights.linkCount)"
    let binary = "\(neighbours.method),links=\(neighbours.linkCount)"
    let isles = weights.islands
    let notes = [
      isles.isEmpty ? "" : "without a neighbour: \(isles.joined(separator: ", "))",
      dropped.isEmpty ? "" : "left out for want of a value: \(dropped.joined(separator: ", "))",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
    let sources = zip(table.variables, table.sources).filter { $0.0 == options.value }
      .flatMap(\.1).distinct
    func row(
      _ indicator: String, _ component: String, _ value: Double?, unit: String, method: String,
      territory: String = "", note: String = ""
    ) -> Observation {
      Observation(
        territory: territory, period: table.period, indicator: indicator, component: component,
        value: value, unit: unit, count: table.territories.count, status: table.status.worst,
        method: method, sources: sources, note: note)
    }
    func block(_ name: String, _ measure: SpatialAutocorrelation) -> [Observation] {
      let people = name == Statistic.ratesMoran.rawValue ? options.population : nil
      let value = options.value + (people.map { ",population=\($0)" } ?? "")
      let own = name == Statistic.getisOrd.rawValue ? binary : links
      let method = "\(name)(value=\(value),\(own))"
      var rows = [
        row(
          "territories.spatial", name, measure.value, unit: "ratio_any", method: method,
          note: notes)
      ]
      if measure.randomisationVariance.isFinite, name != "bivariate-moran" {
        rows.append(
          row(
            "territories.spatial_expected", name, measure.expectation, unit: "ratio_any",
            method: method))
        if let score = measure.normalScore {
          rows.append(
            row(
              "territories.spatial_z", "\(name)/normality", score, unit: "statistic",
              method: method))
        }
        rows.append(
          row(
            "territories.spatial_z", "\(name)/randomisation", measure.randomisationScore,
            unit: "statistic", method: method))
      }
      if let test = measure.permutation {
        rows.append(
          row(
            "territories.spatial_p", name, test.pValue(options.alternative), unit: "probability",
            method: permutationMethod(test)))
      }
      return rows
    }
    var rows = global.flatMap { block($0.0.rawValue, $0.1) }
    if let bivariate { rows += block("bivariate-moran", bivariate) }
    for (statistic, result) in local {
      let own = statistic == .localMoran ? links : binary
      rows += localRows(
        statistic, result, method: "\(statistic.rawValue)(value=\(options.value),\(own)", row)
    }
    rows += joinCountRows(binary, row) + rateRows(binary, row) + diagnosticRows(links, row)
    // Who was left out, and who has no neighbour, is said once.
    if !rows.isEmpty, global.isEmpty, bivariate == nil, !notes.isEmpty {
      rows[0].note = [rows[0].note, notes].filter { !$0.isEmpty }.joined(separator: "; ")
    }
    return rows
  }

  func permutationMethod(_ test: PermutationTest) -> String {
    "permutation(alternative=\(options.alternative.rawValue),permutations=\(test.permutations),seed=\(options.seed))"
  }

  private func localRows(
    _ statistic: Statistic, _ result: LocalAssociation, method: String,
    _ row: RowMaker
  ) -> [Observation] {
    let name = statistic.rawValue
    let p = result.rows.map { $0.permutation?.pValue(options.alternative) }
    let known = p.compactMap(\.self)
    var adjusted = FalseDiscovery.adjusted(known)[...]
    return zip(table.territories, zip(result.rows, p)).flatMap {
      territory, entry -> [Observation] in
      let (own, p) = entry
      let scale =
        statistic == .localMoran ? ",scale=\(options.scale.rawValue))" : ",weights=binary)"
      var rows = [
        row(
          "territories.spatial_local", name, own.value,
          statistic == .localMoran ? "ratio_any" : "statistic", method + scale, territory,
          own.value == nil ? "no neighbour" : own.quadrant.rawValue)
      ]
      guard let p, let test = own.permutation, let q = adjusted.popFirst() else { return rows }
      rows.append(
        row(
          "territories.spatial_local_p", name, p, "probability", permutationMethod(test), territory,
          ""))
      rows.append(
        row(
          "territories.spatial_local_fdr", name, q, "probability",
          "benjamini_hochberg(tests=\(known.count),rate=\(NumberText.shortest(options.discoveryRate)))",
          territory,
          q <= options.discoveryRate ? "cluster \(own.quadrant.rawValue)" : ""))
      return rows
    }
  }
}
