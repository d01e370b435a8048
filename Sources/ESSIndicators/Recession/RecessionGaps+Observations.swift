public import ESSData
internal import ESSNumerics

extension RecessionGaps {
  /// The result as rows of the public table: for each territory and group the gaps by period, the loss, the recovery and the shapes.
  public var observations: [Observation] { rows.flatMap(observations(of:)) }

  private func observations(of row: Row) -> [Observation] {
    let end = options.until ?? options.reference
    let method =
      "gap(level=\(options.variable),reference=\(options.reference),counterfactual="
      + "\(row.gap?.counterfactual.name ?? choiceName),sustain=\(options.sustain))"
    func make(
      _ indicator: String, _ component: String, _ period: String, _ value: Double?, _ unit: String,
      note: String = ""
    ) -> Observation {
      Observation(
        territory: row.territory, period: period, indicator: "recession.\(indicator)",
        component: component, value: value, unit: unit, count: row.members, status: row.status,
        method: method, sources: row.sources,
        note: [note, row.note].filter { !$0.isEmpty }.joined(separator: "; "))
    }
    guard let gap = row.gap else {
      return [make("gap", "", "\(options.reference)/\(end)", nil, "percent")]
    }
    var list: [Observation] = []
    for point in gap.gaps {
      let period = point.period.description
      var main = make(
        "gap", "", period, point.percent, "percent",
        note: point.percent == nil ? "the expected level is not positive" : "")
      main.interval = point.interval
      list += [
        main, make("gap_expected", "", period, point.expected, "level"),
        make("gap_level", "", period, point.actual - point.expected, "level"),
      ]
    }
    let last = gap.gaps.last?.period ?? end
    let span = "\(options.reference)/\(last)"
    var loss = make(
      "gap_loss", "", span, gap.lossPercent, "percent_of_reference_year",
      note: gap.lossPercent == nil ? "the reference level is not positive" : "")
    loss.standardError = gap.lossStandardError
    if let error = gap.lossStandardError, let degrees = gap.counterfactual.degreesOfFreedom,
      let value = gap.lossPercent
    {
      loss.interval = StudentT.interval(
        estimate: value, standardError: error, degreesOfFreedom: degrees,
        level: options.confidence)
    }
    list += [loss, make("gap_loss_level", "", span, gap.loss, "level_years")]
    list += recovery(gap, last, make)
    for (name, shape) in [("counterfactual", gap.shape), ("level", gap.levelShape)] {
      list.append(
        make(
          "shape", "\(name)/\(shape.letter.rawValue)", span, 1, "count", note: shape.rule))
      if shape.letter == .w, let first = shape.firstTrough, first != shape.trough {
        let period = options.reference.advanced(by: first + 1)
        list.append(
          make("shape_first_trough", name, period.description, gap.gaps[first].percent, "percent"))
      }
    }
    return list
  }

  private func recovery(
    _ gap: RecessionGap, _ last: Period,
    _ make: (String, String, String, Double?, String, String) -> Observation
  ) -> [Observation] {
    let reference = options.reference
    switch gap.recovery {
    case .noDownturn:
      return [make("gap_years", "", "\(reference)/\(last)", nil, "years", "no downturn")]
    case .notWithinSample(let years):
      let span = "\(reference)/\(last)"
      return [
        make(
          "gap_years", "", span, nil, "years",
          "not regained by \(last): more than \(NumberText.shortest(years)) years"),
        make("gap_years", "lower_bound", span, years, "years", "not regained by \(last)"),
      ]
    case .regained(let regained):
      let span = "\(reference)/\(regained.period)"
      var list = [
        make("gap_years", "", span, regained.years, "years", ""),
        make("gap_years", "interpolated", span, regained.interpolatedYears, "years", ""),
      ]
      if let sustained = regained.sustained {
        let years =
          Double(reference.distance(to: sustained)) / Double(reference.frequency.rawValue)
        list.append(
          make("gap_years", "sustained", "\(reference)/\(sustained)", years, "years", ""))
      } else {
        let note = "not sustained by \(last)"
        list += [
          make("gap_years", "sustained", "\(reference)/\(last)", nil, "years", note),
          make(
            "gap_years", "sustained/lower_bound", "\(reference)/\(last)",
            regained.sustainedAtLeastYears, "years", note),
        ]
      }
      return list
    }
  }

  private var choiceName: String {
    switch options.choice {
    case .method(.logLinear(let from)): "loglinear(\(from))"
    case .method(.linear(let from)): "linear(\(from))"
    case .method(.hamilton(let horizon, let lags)): "hamilton(h=\(horizon),p=\(lags))"
    case .method(.hodrickPrescott(let lambda)): "hp(lambda=\(NumberText.shortest(lambda)))"
    case .method(.vintage(let name, _)): "vintage(\(name))"
    case .method(.peers(let name)), .peers(let name): "peers(\(name))"
    case .synthetic(let donors, let from, let scale):
      "synthetic(donors=\(donors.name),fit=\(from)/\(options.reference),scale=\(scale.rawValue))"
    case .vintage(let institution, let before):
      "vintage(\(institution ?? "any") before \(before))"
    }
  }
}
