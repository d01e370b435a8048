public import ESSData
internal import ESSNumerics

extension RecessionImpact {
  /// The result as rows of the public table: for each territory or group the data share, depth, trough, duration, years, losses,
  /// trend, growth and levels period by period, and contributions.
  public var observations: [Observation] {
    rows.flatMap { ImpactRows(options: options, row: $0).observations }
  }
}

private struct ImpactRows {
  let options: RecessionImpact.Options
  let row: RecessionImpact.Row

  var observations: [Observation] {
    var list: [Observation] = []
    if let share = row.share {
      list.append(
        make("recession.data_share", reference, share, unit: "percent", count: row.matched))
    }
    guard let episode = row.episode else {
      return list + [make("recession.depth", reference, nil, unit: "percent")]
    }
    list += downturn(episode)
    list += recovery("recession.years_to_level", episode.recovery, target: "level", episode)
    let lossSpan = "\(options.reference)/\(episode.lossEnd)"
    list.append(make("recession.loss_level", lossSpan, episode.loss, unit: lossUnit))
    if let trend = episode.trend { list += self.trend(trend, episode) }
    list += path(episode)
    list += row.contributions.map {
      make(
        "recession.contribution", firstSpan, $0.points, unit: "percentage_points",
        component: $0.territory)
    }
    return list
  }

  private var lossUnit: String { "percent_of_reference_year" }
  private var reference: String { options.reference.description }
  private var firstSpan: String { "\(options.reference)/\(options.reference.advanced(by: 1))" }

  private func sample(_ episode: RecessionEpisode) -> String {
    "\(options.reference)/\(episode.end)"
  }

  private func downturn(_ episode: RecessionEpisode) -> [Observation] {
    guard let trough = episode.trough else {
      let note = "no downturn: never below the level of \(options.reference)"
      return [
        make("recession.depth", sample(episode), 0, unit: "percent", note: note),
        make("recession.trough", sample(episode), nil, unit: "index", note: note),
        make("recession.duration", sample(episode), 0, unit: "years", note: note),
      ]
    }
    let span = "\(options.reference)/\(trough)"
    return [
      make("recession.depth", span, episode.depth, unit: "percent"),
      make("recession.trough", trough.description, 100 + episode.depth, unit: "index"),
      make("recession.duration", span, episode.duration, unit: "years"),
    ]
  }

  private func recovery(
    _ indicator: String, _ recovery: Recovery, target: String, _ episode: RecessionEpisode
  ) -> [Observation] {
    let span = sample(episode)
    switch recovery {
    case .noDownturn:
      return [
        make(
          indicator, span, nil, unit: "years",
          note: "no downturn: never below the \(target) of \(options.reference)")
      ]
    case .notWithinSample(let years):
      let note = "not regained by \(episode.end): more than \(yearsText(years))"
      return [
        make(indicator, span, nil, unit: "years", note: note),
        make(indicator, span, years, unit: "years", component: "lower_bound", note: note),
      ]
    case .regained(let regained):
      let span = "\(options.reference)/\(regained.period)"
      var list = [
        make(indicator, span, regained.years, unit: "years"),
        make(
          indicator, span, regained.interpolatedYears, unit: "years", component: "interpolated"),
      ]
      if let held = regained.sustained {
        let perYear = Double(options.reference.frequency.rawValue)
        let years = Double(options.reference.distance(to: held)) / perYear
        list.append(
          make(
            indicator, "\(options.reference)/\(held)", years, unit: "years", component: "sustained")
        )
      } else {
        let note =
          "first regained in \(regained.period), not seen to hold for \(options.sustain) periods by "
          + "\(episode.end)"
        list += [
          make(
            indicator, sample(episode), nil, unit: "years", component: "sustained", note: note),
          make(
            indicator, sample(episode), regained.sustainedAtLeastYears, unit: "years",
            component: "sustained/lower_bound", note: note),
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
      interval: interval(trend.growth, trend.growthStandardError))
    let loss = make(
      "recession.loss_trend", sample(episode), trend.loss, unit: lossUnit, count: trend.fit.count,
      standardError: trend.lossStandardError,
      interval: interval(trend.loss, trend.lossStandardError))
    return [growth]
      + recovery("recession.years_to_trend", trend.recovery, target: "trend", episode) + [loss]
  }

  private func path(_ episode: RecessionEpisode) -> [Observation] {
    var list: [Observation] = []
    for (step, growth) in episode.growth.enumerated() {
      let period = options.reference.advanced(by: step + 1).description
      // A group's first growth is the number that its members' contributions add up to.
      let isSum = step == 0 && !row.contributions.isEmpty
      let value = isSum ? row.contributions.reduce(0) { $0 + $1.points } : growth
      list.append(make("recession.growth", period, value, unit: "percent"))
    }
    for (step, level) in episode.levels.enumerated() {
      let period = options.reference.advanced(by: step).description
      let value = 100 * level / episode.levels[0]
      list.append(make("recession.level_index", period, value, unit: "index"))
    }
    return list
  }

  private func yearsText(_ years: Double) -> String {
    "\(NumberText.shortest(years)) year\(years == 1 ? "" : "s")"
  }

  private func make(
    _ indicator: String, _ period: String, _ value: Double?, unit: String, component: String = "",
    count: Int? = nil, standardError: Double? = nil, interval: ClosedRange<Double>? = nil,
    note: String? = nil
  ) -> Observation {
    let notes = [note ?? "", row.note].filter { !$0.isEmpty }
    return Observation(
      territory: row.territory, period: period, indicator: indicator, component: component,
      value: value, unit: unit, standardError: standardError, interval: interval, count: count,
      status: row.status, method: method, sources: row.sources,
      note: notes.joined(separator: "; "))
  }

  private var method: String {
    let trend = options.trendFrom.map { ",trend=loglinear(\($0)/\(options.reference))" } ?? ""
    return "impact(level=\(options.level),reference=\(options.reference)\(trend),"
      + "sustain=\(options.sustain))"
  }
}
