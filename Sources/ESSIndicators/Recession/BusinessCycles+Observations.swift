public import ESSData

extension BusinessCycles {
  var method: String {
    "bbq(level=\(options.variable),window=\(rules.window),phase=\(rules.minimumPhase),"
      + "cycle=\(rules.minimumCycle),scale=\(options.scale.rawValue))"
  }

  private var unit: String { options.scale == .log ? "log_percent" : "level" }

  /// The result as rows of the public table: for each territory turns, phases and their means, then the pairs.
  public var observations: [Observation] { rows.flatMap(observations(of:)) + pairObservations }

  private func observations(of row: Row) -> [Observation] {
    func make(
      _ indicator: String, _ component: String, _ period: String, _ value: Double?, _ unit: String,
      count: Int? = nil, note: String = ""
    ) -> Observation {
      Observation(
        territory: row.territory, period: period, indicator: "recession.\(indicator)",
        component: component, value: value, unit: unit, count: count, status: row.status,
        method: method, sources: row.sources, note: note)
    }
    guard let cycle = row.cycle else {
      return [make("turning_point", "", "", nil, "level", note: row.note)]
    }
    let end = cycle.start.advanced(by: cycle.values.count - 1)
    var list = [
      make(
        "turning_points", "", "\(cycle.start)/\(end)", Double(cycle.turns.count), "count",
        note: cycle.turns.isEmpty
          ? cycle.phases.allSatisfy(\.isExpansion) ? "no downturn" : "no turn" : "")
    ]
    for turn in cycle.turns {
      list.append(
        make(
          "turning_point", turn.isPeak ? "peak" : "trough", cycle.period(of: turn).description,
          cycle.values[turn.index], "level"))
    }
    let perYear = Double(cycle.start.frequency.rawValue)
    for phase in cycle.phases {
      let name = phase.isExpansion ? "expansion" : "contraction"
      let span = "\(phase.start)/\(phase.end)"
      let note = phase.isComplete ? "" : "cut by the sample: a lower bound"
      list += [
        make("phase_duration", name, span, Double(phase.duration) / perYear, "years", note: note),
        make("phase_amplitude", name, span, phase.amplitude, unit, note: note),
        make(
          "phase_cumulative", name, span, phase.cumulative / perYear, "\(unit)_years", note: note),
        make("phase_excess", name, span, phase.excess, unit, note: note),
      ]
    }
    for isExpansion in [false, true] {
      let complete = cycle.phases.filter { $0.isComplete && $0.isExpansion == isExpansion }
      guard !complete.isEmpty else { continue }
      let name = (isExpansion ? "expansion" : "contraction") + "/mean"
      let span = "\(cycle.start)/\(end)"
      let count = Double(complete.count)
      func mean(_ part: (BusinessCycle.Phase) -> Double) -> Double {
        complete.reduce(0) { $0 + part($1) } / count
      }
      list += [
        make(
          "phase_duration", name, span, mean { Double($0.duration) } / perYear, "years",
          count: complete.count),
        make("phase_amplitude", name, span, mean(\.amplitude), unit, count: complete.count),
        make(
          "phase_cumulative", name, span, mean(\.cumulative) / perYear, "\(unit)_years",
          count: complete.count),
        make("phase_excess", name, span, mean(\.excess), unit, count: complete.count),
      ]
    }
    return list
  }

  private var pairObservations: [Observation] {
    guard options.comparesPairs else { return [] }
    var list: [Observation] = []
    for (position, first) in rows.enumerated() {
      for second in rows[(position + 1)...] {
        guard let one = first.cycle, let other = second.cycle,
          let found = one.concordance(with: other)
        else { continue }
        func make(
          _ indicator: String, _ part: String, _ value: Double?, _ unit: String, note: String = ""
        ) -> Observation {
          Observation(
            territory: first.territory, period: "", indicator: "recession.\(indicator)",
            component: second.territory + part, value: value, unit: unit, count: found.periods,
            status: max(first.status, second.status), method: method, note: note)
        }
        list += [
          make("concordance", "", found.share, "ratio"),
          make("concordance", "/independent", found.expected, "ratio"),
          make(
            "phase_correlation", "", found.correlation, "correlation",
            note: found.correlation == nil ? "one of them never changes phase" : ""),
        ]
      }
    }
    return list
  }
}
