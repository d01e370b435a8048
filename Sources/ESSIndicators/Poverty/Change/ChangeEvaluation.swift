internal import ESSData
internal import ESSNumerics

/// Evaluates both ends of a poverty change for every domain, and what lies between them.
struct ChangeEvaluation: Sendable {
  typealias Split = SurveyPovertyChange.Split
  typealias Row = SurveyPovertyChange.Row

  private let estimator: SurveyEstimator
  private let options: SurveyPovertyChange.Options
  private let line: PovertyLine
  private let cells: ArrangedCells

  init(
    _ estimator: SurveyEstimator, _ options: SurveyPovertyChange.Options, _ line: PovertyLine,
    _ values: [Double], _ domains: RecordGroups
  ) {
    self.estimator = estimator
    self.options = options
    self.line = line
    cells = ArrangedCells(estimator, by: values, domains: domains)
  }

  /// One domain at both ends.
  struct Ends: Sendable {
    let domain: [String]
    let size: (from: CellSize, to: CellSize)
    let people: (from: Varying, to: Varying)
    let poor: (from: Varying, to: Varying)
    /// For each alpha the measure with the mean of one period (first letter) and the distribution of another.
    let measures: [Crossed]
  }

  /// A measure at the initial and final mean and distribution.
  struct Crossed: Sendable {
    let initial: Varying
    let final: Varying
    /// Final mean, initial distribution.
    var grown: Varying?
    /// Initial mean, final distribution.
    var redistributed: Varying?
  }

  /// Both ends of every domain that has records in either period.
  func ends() throws(DataError) -> [Ends] {
    let lines = cells.heights(of: line, rule: options.quantile)
    let domains = cells.cells.map(\.domain).distinct
    let splitsGrowth = options.methods.contains { method in
      if case .dattRavallion = method { true } else { method == .shapley }
    }
    let results = Parallel.map(domains.count) { number -> Ends? in
      let domain = domains[number]
      func cell(_ period: String) -> (CellEvaluator, Varying)? {
        let sought = SurveyCell(period: period, domain: domain)
        guard let index = cells.cells.firstIndex(of: sought) else { return nil }
        let evaluator = estimator.evaluator(cells[index])
        return (evaluator, lines?[index] ?? line.height(evaluator, rule: options.quantile))
      }
      guard let (from, z0) = cell(options.from), let (to, z1) = cell(options.to),
        from.count > 0, to.count > 0
      else { return nil }
      func measure(_ cell: CellEvaluator, _ alpha: Double, _ z: Varying) -> Varying {
        PovertyEvaluator(cell: cell, line: z, tie: options.tie, nonpositive: .fail)
          .unchecked(.fgt(alpha))
      }
      let ratio = splitsGrowth ? from.mean / to.mean : Varying(1)
      let measures = options.alphas.map { alpha -> Crossed in
        var crossed = Crossed(initial: measure(from, alpha, z0), final: measure(to, alpha, z1))
        if splitsGrowth {
          // Scaling welfare to another mean is the same as scaling the line the other way.
          crossed.grown = measure(from, alpha, z0 * ratio)
          crossed.redistributed = measure(to, alpha, z1 / ratio)
        }
        return crossed
      }
      return Ends(
        domain: domain, size: (CellSize(from.cell), CellSize(to.cell)),
        people: (from.weight, to.weight),
        poor: (measure(from, 0, z0) * from.weight, measure(to, 0, z1) * to.weight),
        measures: measures)
    }
    let found = results.compactMap(\.self)
    guard !found.isEmpty else {
      throw .notIdentified(
        "no domain has records in both '\(options.from)' and '\(options.to)'")
    }
    return found
  }

  /// The rows of some ends; `domains` are those that the whole is split over.
  func rows(_ ends: [Ends], domains: [Ends] = []) throws(DataError) -> [Row] {
    var rows: [Row] = []
    for end in ends {
      for (number, alpha) in options.alphas.enumerated() {
        rows.append(try measureRow(end, number, alpha, domains))
      }
      if options.methods.contains(.number) { rows.append(try numberRow(end, domains)) }
    }
    return rows
  }

  private func estimate(
    _ number: Varying, _ sizes: [CellSize], isProportion: Bool = false
  ) throws(DataError) -> SurveyEstimate {
    try estimator.estimate(number, from: sizes, isProportion: isProportion)
  }

  /// A row whose parts add up to the change exactly.
  private func row(
    _ end: Ends, _ alpha: Double?, _ start: Varying, _ final: Varying,
    _ splits: [(SurveyPovertyChange.Method, [(String, Varying)])]
  ) throws(DataError) -> Row {
    let both = [end.size.from, end.size.to]
    let isHeadcount = alpha == 0
    let exact = ExactSplits(
      start: start.value, end: final.value, parts: splits.map { $0.1.map(\.1.value) })
    let from = Varying(exact.start, start.motion)
    let to = Varying(exact.end, final.motion)
    var list: [Split] = []
    for ((method, parts), values) in zip(splits, exact.parts) {
      var estimates: [(name: String, estimate: SurveyEstimate)] = []
      for (part, value) in zip(parts, values) {
        estimates.append((part.0, try estimate(Varying(value, part.1.motion), both)))
      }
      list.append(Split(method: method, parts: estimates))
    }
    return Row(
      domain: end.domain, line: line, alpha: alpha,
      start: try estimate(from, [end.size.from], isProportion: isHeadcount),
      end: try estimate(to, [end.size.to], isProportion: isHeadcount),
      change: try estimate(to - from, both), splits: list)
  }

  private func measureRow(
    _ end: Ends, _ number: Int, _ alpha: Double, _ domains: [Ends]
  ) throws(DataError) -> Row {
    let measure = end.measures[number]
    var splits: [(SurveyPovertyChange.Method, [(String, Varying)])] = []
    for method in options.methods {
      switch method {
      case .dattRavallion, .shapley:
        if let parts = growth(measure, method) { splits.append((method, parts)) }
      case .sectoral:
        if !domains.isEmpty {
          let parts = sectoral(domains, number)
          splits.append((method, withUnmatched(parts, measure.final - measure.initial)))
        }
      case .number: break
      }
    }
    return try row(end, alpha, measure.initial, measure.final, splits)
  }

  /// Growth and redistribution from the four combinations of mean and distribution.
  private func growth(
    _ measure: Crossed, _ method: SurveyPovertyChange.Method
  ) -> [(String, Varying)]? {
    guard let grown = measure.grown, let redistributed = measure.redistributed else { return nil }
    let change = measure.final - measure.initial
    let early = (growth: grown - measure.initial, redistribution: redistributed - measure.initial)
    let late = (growth: measure.final - redistributed, redistribution: measure.final - grown)
    switch method {
    case .dattRavallion(let reference):
      let parts = reference == .initial ? early : late
      return [
        ("growth", parts.growth), ("redistribution", parts.redistribution),
        ("residual", change - parts.growth - parts.redistribution),
      ]
    default:
      return [
        ("growth", (early.growth + late.growth) / 2),
        ("redistribution", (early.redistribution + late.redistribution) / 2),
      ]
    }
  }

  /// Ravallion and Huppi: sum of s0 (P1 - P0), sum of (s1 - s0) P0, sum of both changes.
  private func sectoral(_ domains: [Ends], _ number: Int) -> [(String, Varying)] {
    let before = Varying.sum(domains.map(\.people.from))
    let after = Varying.sum(domains.map(\.people.to))
    let parts = domains.map { domain -> (Varying, Varying, Varying) in
      let measure = domain.measures[number]
      let (s0, s1) = (domain.people.from / before, domain.people.to / after)
      let (rate, shift) = (measure.final - measure.initial, s1 - s0)
      return (s0 * rate, shift * measure.initial, shift * rate)
    }
    return [
      ("intra", Varying.sum(parts.map(\.0))), ("shift", Varying.sum(parts.map(\.1))),
      ("interaction", Varying.sum(parts.map(\.2))),
    ]
  }

  private func numberRow(_ end: Ends, _ domains: [Ends]) throws(DataError) -> Row {
    let members = domains.isEmpty ? [end] : domains
    var parts: [(String, Varying)]
    if members.count == 1 {
      let (n0, n1) = end.people
      let (h0, h1) = (end.poor.from / n0, end.poor.to / n1)
      parts = [
        ("rate", (h1 - h0) * (n0 + n1) / 2), ("population", (n1 - n0) * (h0 + h1) / 2),
      ]
    } else {
      parts = numberParts(members)
    }
    parts = withUnmatched(parts, end.poor.to - end.poor.from)
    return try row(end, nil, end.poor.from, end.poor.to, [(.number, parts)])
  }

  /// The parts, and what domains with records in one period only add to the whole, if there are any.
  private func withUnmatched(
    _ parts: [(String, Varying)], _ change: Varying
  ) -> [(String, Varying)] {
    let rest = change - Varying.sum(parts.map(\.1))
    let size = parts.reduce(abs(change.value)) { $0 + abs($1.1.value) }
    return abs(rest.value) > 1e-9 * size ? parts + [("unmatched", rest)] : parts
  }

  /// Shapley values of rates, population and shares, as for a group of territories in `PovertyChange`.
  private func numberParts(_ members: [Ends]) -> [(String, Varying)] {
    let p0 = Varying.sum(members.map(\.people.from))
    let p1 = Varying.sum(members.map(\.people.to))
    let poor00 = Varying.sum(members.map(\.poor.from))
    let poor11 = Varying.sum(members.map(\.poor.to))
    let poor01 = Varying.sum(members.map { $0.people.from * ($0.poor.to / $0.people.to) })
    let poor10 = Varying.sum(members.map { $0.people.to * ($0.poor.from / $0.people.from) })
    let rate =
      ((poor01 - poor00) * (p1 / p0 + 2) + (poor11 - poor10) * (p0 / p1 + 2)) / 6
    let size =
      (p1 - p0) * ((2 * poor00 + poor01) / p0 + (poor10 + 2 * poor11) / p1) / 6
    let mix =
      ((poor10 / p1 - poor00 / p0) * (2 * p0 + p1)
        + (poor11 / p1 - poor01 / p0) * (p0 + 2 * p1)) / 6
    return [("rate", rate), ("population", size), ("mix", mix)]
  }
}
