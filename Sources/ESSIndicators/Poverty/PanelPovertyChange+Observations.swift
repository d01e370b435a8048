public import ESSData
internal import ESSNumerics

extension PanelPovertyChange {
  /// The result as rows of the public table.
  ///
  /// For each territory: headcount ratios, numbers of poor, changes, parts; for a group its data share too. A territory without a value
  /// at either end has one row that says so.
  public var observations: [Observation] {
    rows.flatMap { row in PovertyRows(options: options, row: row).observations }
  }

  /// The conventions of this result.
  static func method(_ options: Options) -> String {
    "poverty_change(line=\(options.line),headcount=\(options.headcount),"
      + "population=\(options.population),tie=strict,cells=matched,split=shapley)"
  }
}

private struct PovertyRows {
  let options: PanelPovertyChange.Options
  let row: PanelPovertyChange.Row

  var observations: [Observation] {
    let all = row.inputs.all
    guard row.headcountStart != nil || row.headcountEnd != nil || row.share != nil else {
      return [make("poverty.headcount_change", span, nil, unit: "percentage_points", from: all)]
    }
    var list: [Observation] = []
    if let share = row.share {
      list.append(
        make(
          "poverty.data_share", span, share, unit: "percent", count: row.matched,
          from: Provenance([all, row.inputs.members])))
    }
    let from = options.from.description
    let to = options.to.description
    let start = row.change?.number.start ?? number(row.headcountStart, row.populationStart)
    let end = row.change?.number.end ?? number(row.headcountEnd, row.populationEnd)
    let numbers = zip(row.inputs.headcount, row.inputs.population).map { Provenance([$0, $1]) }
    // A territory's ratio is a cell; a group's is weighted by population.
    let ratios = row.matched == nil ? row.inputs.headcount : numbers
    list += [
      make("poverty.headcount", from, row.headcountStart?.value, unit: "percent", from: ratios[0]),
      make("poverty.headcount", to, row.headcountEnd?.value, unit: "percent", from: ratios[1]),
      make("poverty.number_of_poor", from, start, unit: "persons", from: numbers[0]),
      make("poverty.number_of_poor", to, end, unit: "persons", from: numbers[1]),
      make(
        "poverty.headcount_change", span, change, unit: "percentage_points",
        from: Provenance(ratios)),
      make(
        "poverty.number_change", span, row.change?.number.change, unit: "persons", from: all),
    ]
    if let change = row.change {
      for (part, value) in zip(change.parts, change.number.parts) {
        list.append(
          make(
            "poverty.number_change", span, value, unit: "persons", part: part.rawValue, from: all))
      }
    }
    return list
  }

  private var span: String { "\(options.from)/\(options.to)" }

  private var change: Double? {
    guard row.change != nil, let start = row.headcountStart, let end = row.headcountEnd else {
      return nil
    }
    return end.value - start.value
  }

  private func number(_ headcount: Panel.Cell?, _ population: Double?) -> Double? {
    guard let headcount, let population else { return nil }
    return headcount.value / 100 * population
  }

  private func make(
    _ indicator: String, _ period: String, _ value: Double?, unit: String, part: String? = nil,
    count: Int? = nil, from inputs: Provenance
  ) -> Observation {
    Observation(
      territory: row.territory, period: period, indicator: indicator,
      component: part.map { "\(options.line)/\($0)" } ?? options.line, value: value, unit: unit,
      count: count, status: inputs.status, method: PanelPovertyChange.method(options),
      sources: inputs.sources, note: row.note)
  }
}
