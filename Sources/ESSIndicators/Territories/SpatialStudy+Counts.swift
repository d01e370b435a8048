internal import ESSData

extension SpatialStudy {
  /// Makes a row: indicator, component, value, unit, method, territory, note.
  typealias RowMaker = (String, String, Double?, String, String, String, String) -> Observation

  /// The rows of join counts: counts, expectations, standard scores and permutation tests.
  func joinCountRows(_ links: String, _ row: RowMaker) -> [Observation] {
    guard let joinCounts else { return [] }
    let limit = options.threshold.map { "above=\(NumberText.shortest($0))" } ?? "values=0/1"
    let method =
      "join_counts(value=\(options.value),\(limit),black=\(joinCounts.black),sampling=\(joinCounts.sampling.rawValue),weights=binary,\(links))"
    return joinCounts.counts.flatMap { count -> [Observation] in
      let name = "join-counts/\(count.name)"
      var rows = [
        row("territories.spatial", name, count.value, "ratio_any", method, "", ""),
        row("territories.spatial_expected", name, count.expectation, "ratio_any", method, "", ""),
        row(
          "territories.spatial_z", "\(name)/\(joinCounts.sampling.rawValue)", count.score,
          "statistic", method, "", count.score == nil ? "the count cannot vary" : ""),
      ]
      if let test = count.permutation {
        rows.append(
          row(
            "territories.spatial_p", name, test.pValue(options.alternative), "probability",
            permutationMethod(test), "", ""))
      }
      return rows
    }
  }

  /// The rows of smoothed rates: for each territory raw, global and local.
  func rateRows(_ links: String, _ row: RowMaker) -> [Observation] {
    guard let rates, options.statistics.contains(.smoothedRates) else { return [] }
    let base = "events=\(options.value),population=\(options.population ?? "")"
    let isles = Set(weights.islands)
    return table.territories.enumerated().flatMap { index, territory in
      [
        row(
          "territories.rate", "raw", rates.raw[index], "ratio_any", "rate(\(base))", territory, ""),
        row(
          "territories.rate", "eb-global", rates.global[index], "ratio_any",
          "marshall(\(base),mean=all)", territory, ""),
        row(
          "territories.rate", "eb-local", rates.local[index], "ratio_any",
          "marshall(\(base),mean=neighbours and itself,\(links))", territory,
          isles.contains(territory) ? "no neighbour: the raw rate" : ""),
      ]
    }
  }

  /// The rows of a regression: coefficients, tests of the residuals, their Moran's I.
  func diagnosticRows(_ links: String, _ row: RowMaker) -> [Observation] {
    guard let diagnostics else { return [] }
    let model = "y=\(options.value),x=\(options.regressors.joined(separator: "+"))"
    let method = "lm(\(model),\(links))"
    var rows: [Observation] = []
    for (k, name) in diagnostics.names.enumerated() {
      var own = row(
        "territories.spatial_regression", name, diagnostics.coefficients[k], "coefficient",
        "ols(\(model),se=iid)", "", "")
      own.standardError = diagnostics.standardErrors[k]
      rows.append(own)
    }
    for test in diagnostics.tests {
      let own = String(method.dropLast()) + ",df=\(test.degreesOfFreedom))"
      rows.append(
        row("territories.spatial_test", test.name, test.statistic, "statistic", own, "", ""))
      rows.append(
        row("territories.spatial_test_p", test.name, test.p, "probability", own, "", ""))
    }
    let moran = "moran_residuals(\(model),\(links),moments=normal residuals)"
    rows.append(
      row("territories.spatial", "residuals", diagnostics.moran, "ratio_any", moran, "", ""))
    rows.append(
      row(
        "territories.spatial_expected", "residuals", diagnostics.moranExpectation, "ratio_any",
        moran, "", ""))
    rows.append(
      row(
        "territories.spatial_z", "residuals/normality", diagnostics.moranScore, "statistic", moran,
        "", ""))
    rows.append(
      row(
        "territories.spatial_test_p", "moran-residuals", diagnostics.moranP, "probability",
        String(moran.dropLast()) + ",alternative=two-sided)", "", ""))
    return rows
  }
}
