public import ESSData
internal import ESSNumerics

extension RecessionImpact {
  /// The result as rows of the public table: for each territory or group the data share, depth, trough, duration, years, losses,
  /// trend, growth and levels period by period, and contributions.
  ///
  /// Status and sources of a row are those of the cells in the periods that it looks at.
  public var observations: [Observation] {
    let population = options.population.flatMap { name in
      populationPeriod.map { "\(name)(\($0))" }
    }
    return rows.flatMap {
      ImpactRows(options: options, population: population, row: $0).observations
    }
  }
}

private struct ImpactRows {
  let options: RecessionImpact.Options
  /// The variable behind the data share and its period.
  let population: String?
  let row: RecessionImpact.Row

  var observations: [Observation] {
    var list: [Observation] = []
    if let share = row.share {
      list.append(dataShare(share))
    }
    guard let episode = row.episode else {
      return list + [make("recession.depth", reference, nil, unit: "percent", from: whole)]
    }
    list += downturn(episode)
    list += recovery(
      "recession.years_to_level", episode.recovery, of: "level of \(options.reference)",
      from: options.reference, episode)
    let lossSpan = "\(options.reference)/\(episode.lossEnd)"
    // The first period not below the level ends the loss.
    let seen = min(episode.lossEnd.advanced(by: 1), episode.end)
    list.append(
      make(
        "recession.loss_level", lossSpan, episode.loss, unit: lossUnit,
        from: levels(options.reference...seen)))
    if let trend = episode.trend { list += self.trend(trend, episode) }
    list += path(episode)
    list += row.contributions.map {
      make(
        "recession.contribution", firstSpan, $0.points, unit: "percentage_points",
        component: $0.territory,
        from: levels(options.reference...options.reference.advanced(by: 1)))
    }
    return list
  }

  private var lossUnit: String { "percent_of_reference_year" }
  private var reference: String { options.reference.description }
  private var firstSpan: String { "\(options.reference)/\(options.reference.advanced(by: 1))" }

  private var whole: Provenance { Provenance(row.inputs.levels) }

  private func levels(_ range: ClosedRange<Period>) -> Provenance { row.inputs.levels(range) }

  private func sample(_ episode: RecessionEpisode) -> String {
    "\(options.reference)/\(episode.end)"
  }

  private func dataShare(_ share: Double) -> Observation {
    var observation = make(
      "recession.data_share", reference, share, unit: "percent", count: row.matched,
      from: row.inputs.share)
    if let population { observation.method = method(",population=\(population)") }
    return observation
  }

  /// The last period that decides when a recovery held: the run that was asked for, or the end of the sample.
  private func decided(_ recovery: Recovery, _ episode: RecessionEpisode) -> Period {
    guard case .regained(let regained) = recovery, let held = regained.sustained else {
      return episode.end
    }
    return held.advanced(by: options.sustain - 1)
  }

  private func downturn(_ episode: RecessionEpisode) -> [Observation] {
    let inputs = levels(options.reference...decided(episode.recovery, episode))
    guard let trough = episode.trough else {
      let note = "no downturn: never below the level of \(options.reference)"
      return [
        make("recession.depth", sample(episode), 0, unit: "percent", from: inputs, note: note),
        make("recession.trough", sample(episode), nil, unit: "index", from: inputs, note: note),
        make("recession.duration", sample(episode), 0, unit: "years", from: inputs, note: note),
      ]
    }
    let span = "\(options.reference)/\(trough)"
    return [
      make("recession.depth", span, episode.depth, unit: "percent", from: inputs),
      make(
        "recession.trough", trough.description, 100 + episode.depth, unit: "index", from: inputs),
      make("recession.duration", span, episode.duration, unit: "years", from: inputs),
    ]
  }

  private func recovery(
    _ indicator: String, _ recovery: Recovery, of target: String, from start: Period,
    _ episode: RecessionEpisode
  ) -> [Observation] {
    let span = sample(episode)
    let all = levels(start...episode.end)
    switch recovery {
    case .noDownturn:
      return [
        make(
          indicator, span, nil, unit: "years", from: all,
          note: "no downturn: never below the \(target)")
      ]
    case .notWithinSample(let years):
      let note = "not regained by \(episode.end): more than \(yearsText(years))"
      return [
        make(indicator, span, nil, unit: "years", from: all, note: note),
        make(
          indicator, span, years, unit: "years", component: "lower_bound", from: all, note: note),
      ]
    case .regained(let regained):
      let span = "\(options.reference)/\(regained.period)"
      let inputs = levels(start...regained.period)
      var list = [
        make(indicator, span, regained.years, unit: "years", from: inputs),
        make(
          indicator, span, regained.interpolatedYears, unit: "years", component: "interpolated",
          from: inputs),
      ]
      if let held = regained.sustained {
        let perYear = Double(options.reference.frequency.rawValue)
        let years = Double(options.reference.distance(to: held)) / perYear
        list.append(
          make(
            indicator, "\(options.reference)/\(held)", years, unit: "years",
            component: "sustained", from: levels(start...decided(recovery, episode)))
        )
      } else {
        let note =
          "first regained in \(regained.period), not seen to hold for \(options.sustain) periods by "
          + "\(episode.end)"
        list += [
          make(
            indicator, sample(episode), nil, unit: "years", component: "sustained", from: all,
            note: note),
          make(
            indicator, sample(episode), regained.sustainedAtLeastYears, unit: "years",
            component: "sustained/lower_bound", from: all, note: note),
        ]
      }
      return list
    }
  }

  private func trend(
    _ trend: RecessionEpisode.Trend, _ episode: RecessionEpisode
  ) -> [Observation] {
    func interval(_ estimate: Double, _ error: Double) -> ClosedRange<Double>? {
      StudentT.interval(
        estimate: estimate, standardError: error, degreesOfFreedom: trend.fit.degreesOfFreedom,
        level: options.confidence)
    }
    let growth = make(
      "recession.trend_growth", "\(trend.start)/\(options.reference)", trend.growth,
      unit: "percent_per_year", count: trend.fit.count, standardError: trend.growthStandardError,
      interval: interval(trend.growth, trend.growthStandardError),
      from: levels(trend.start...options.reference))
    let loss = make(
      "recession.loss_trend", sample(episode), trend.loss, unit: lossUnit, count: trend.fit.count,
      standardError: trend.lossStandardError,
      interval: interval(trend.loss, trend.lossStandardError),
      from: levels(trend.start...episode.end))
    return [growth]
      + recovery(
        "recession.years_to_trend", trend.recovery,
        of: "trend of \(trend.start)/\(options.reference)",
        from: trend.start, episode) + [loss]
  }

  private func path(_ episode: RecessionEpisode) -> [Observation] {
    var list: [Observation] = []
    for (step, growth) in episode.growth.enumerated() {
      let period = options.reference.advanced(by: step + 1)
      // A group's first growth is the number that its members' contributions add up to.
      let isSum = step == 0 && !row.contributions.isEmpty
      let value = isSum ? row.contributions.reduce(0) { $0 + $1.points } : growth
      list.append(
        make(
          "recession.growth", period.description, value, unit: "percent",
          from: levels(period.advanced(by: -1)...period)))
    }
    let base = levels(options.reference...options.reference)
    for (step, level) in episode.levels.enumerated() {
      let period = options.reference.advanced(by: step)
      list.append(
        make(
          "recession.level_index", period.description, 100 * level / episode.levels[0],
          unit: "index", from: Provenance([base, levels(period...period)])))
    }
    return list
  }

  private func yearsText(_ years: Double) -> String {
    "\(NumberText.shortest(years)) year\(years == 1 ? "" : "s")"
  }

  private func make(
    _ indicator: String, _ period: String, _ value: Double?, unit: String, component: String = "",
    count: Int? = nil, standardError: Double? = nil, interval: ClosedRange<Double>? = nil,
    from inputs: Provenance, note: String? = nil
  ) -> Observation {
    let notes = [note ?? "", row.note].filter { !$0.isEmpty }
    return Observation(
      territory: row.territory, period: period, indicator: indicator, component: component,
      value: value, unit: unit, standardError: standardError, interval: interval, count: count,
      status: inputs.status, method: method(), sources: inputs.sources,
      note: notes.joined(separator: "; "))
  }

  private func method(_ more: String = "") -> String {
    let trend = options.trendFrom.map { ",trend=loglinear(\($0)/\(options.reference))" } ?? ""
    return "impact(level=\(options.level),reference=\(options.reference)\(trend),"
      + "sustain=\(options.sustain)\(more))"
  }
}
