public import ESSData

extension SyntheticControlStudy {
  /// The conventions that change the numbers.
  func method(_ outcome: OutcomeProvenance) -> String {
    let problem = estimate.problem
    let fit = options.fit
    let weighting =
      switch fit.weighting {
      case .outcomes: "outcomes"
      case .equal: "equal"
      case .given: "given"
      case .search:
        "search(starts=\(fit.starts),evaluations=\(fit.evaluations),floor=\(NumberText.shortest(fit.floor)),"
          + "seed=\(fit.seed))"
      }
    let ridge =
      switch fit.ridge {
      case .none: "none"
      case .given(let penalty): NumberText.shortest(penalty)
      case .crossValidated: "cross-validated"
      }
    return
      "synthetic(outcome=\(outcome.name),post=\(problem.periods[problem.firstPost]),fit=\(fitSpan),"
      + "weighting=\(weighting),intercept=\(fit.hasIntercept ? "yes" : "no"),ridge=\(ridge))"
  }

  private var fitSpan: String {
    let problem = estimate.problem
    return
      "\(problem.periods[problem.fitWindow.lowerBound])/\(problem.periods[problem.fitWindow.upperBound - 1])"
  }

  /// The result as rows of the public table: effect, gaps, donors, predictors, fit; then what the inference asked for adds.
  public func observations(_ outcome: OutcomeProvenance) -> [Observation] {
    let problem = estimate.problem
    let post = "\(problem.periods[problem.firstPost])/\(problem.periods.last ?? "")"
    let all = "\(problem.periods[0])/\(problem.periods.last ?? "")"
    let method = method(outcome)
    func row(
      _ indicator: String, _ component: String, _ value: Double?, period: String,
      interval: ClosedRange<Double>? = nil, count: Int? = nil, note: String = "",
      territory: String? = nil
    ) -> Observation {
      outcome.row(
        territory: territory ?? problem.treated, period: period,
        indicator: "recovery.\(indicator)", component: component, value: value,
        interval: interval, count: count, method: method, note: note)
    }
    let average = conformal?.intervals.last
    var rows = [
      row(
        "synthetic_effect", "", estimate.effect, period: post, interval: average?.effects,
        count: problem.donors.count, note: effectNote(average))
    ]
    if let range = estimate.effectRange {
      rows.append(
        row("synthetic_effect", "least of equal fits", range.lowerBound, period: post))
      rows.append(row("synthetic_effect", "most of equal fits", range.upperBound, period: post))
    }
    for (position, gap) in estimate.gaps.enumerated() {
      let period = problem.periods[position]
      let interval = conformal?.intervals.first { $0.period == period }
      let isShort = interval != nil && interval?.effects == nil
      rows.append(
        row(
          "synthetic_gap", "", gap, period: period, interval: interval?.effects,
          note: isShort ? Self.tooShort : ""))
    }
    for (donor, weight) in zip(problem.donors, estimate.weights) {
      rows.append(row("synthetic_weight", donor, weight, period: fitSpan))
    }
    for (name, weight) in zip(problem.predictorNames, estimate.predictorWeights) {
      rows.append(row("synthetic_predictor_weight", name, weight, period: fitSpan))
    }
    for balance in estimate.balance {
      let parts = [
        ("treated", balance.treated), ("synthetic", balance.synthetic),
        ("donors", balance.donors),
      ]
      for (part, value) in parts {
        rows.append(row("synthetic_balance", "\(balance.name)/\(part)", value, period: fitSpan))
      }
    }
    rows.append(row("synthetic_mspe", "before", estimate.preMSPE, period: fitSpan))
    rows.append(row("synthetic_mspe", "after", estimate.postMSPE, period: post))
    rows.append(row("synthetic_mspe_ratio", "", ratio(estimate.ratio), period: all, note: noRatio))
    rows.append(
      row("synthetic_effective_donors", "", estimate.effectiveDonors, period: fitSpan))
    for (start, loss) in estimate.losses.enumerated() {
      rows.append(row("synthetic_search_loss", "start \(start + 1)", loss, period: fitSpan))
    }
    for placebo in placebos {
      let isRanked = ranked.contains { $0.unit == placebo.unit }
      rows.append(
        row(
          "synthetic_mspe_ratio", "placebo", ratio(placebo.ratio), period: all,
          note: isRanked ? "" : "fits too badly to be ranked", territory: placebo.unit))
      rows.append(
        row("synthetic_effect", "placebo", placebo.effect, period: post, territory: placebo.unit))
    }
    if let pValue, let effectPValue {
      rows.append(
        row(
          "synthetic_p_value", "ratio", pValue, period: all, count: ranked.count + 1,
          note: "rank \(rank) of \(ranked.count + 1)"))
      rows.append(
        row("synthetic_p_value", "effect", effectPValue, period: all, count: ranked.count + 1))
    }
    for interval in conformal?.intervals ?? [] {
      rows.append(
        row(
          "synthetic_p_value", interval.period == nil ? "conformal/mean" : "conformal",
          interval.pValue, period: interval.period ?? post))
    }
    for left in leftOut {
      rows.append(row("synthetic_leave_one_out", left.donor, left.effect, period: post))
    }
    if let inTime {
      let before = problem.periods[problem.firstPost - 1]
      rows.append(
        row(
          "synthetic_placebo_in_time", "", inTime.effect, period: "\(inTime.period)/\(before)"))
    }
    return rows + droppedObservations(dropped, method: method)
  }

  private static let tooShort =
    "too few periods for a conformal interval of this level"

  private func ratio(_ value: Double) -> Double? { value.isFinite ? value : nil }

  private var noRatio: String {
    estimate.ratio.isFinite ? "" : "the fit is perfect: the ratio is not defined"
  }

  private func effectNote(_ average: ConformalIntervals.Interval?) -> String {
    var notes: [String] = []
    if !estimate.isUnique {
      notes.append("other weights fit as well: those of least norm are given")
    }
    if average != nil, average?.effects == nil { notes.append(Self.tooShort) }
    if estimate.violation > 1e-8 { notes.append("the weights are not at the optimum") }
    return notes.joined(separator: "; ")
  }
}
