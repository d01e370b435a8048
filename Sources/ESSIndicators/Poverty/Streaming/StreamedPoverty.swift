public import ESSData
internal import ESSNumerics

/// Additive poverty measures of records that pass by once, in constant memory.
///
/// Kept are sums for each domain and PSU: measures that add up over records (the FGT class, the income gap ratio, Watts, numbers, means) on
/// absolute lines or a column of lines need no more, with standard errors by any method that works on PSU totals. Sums are kept in twice the
/// working precision. Memory: about 100 bytes for each domain and PSU that occur together.
public struct StreamedPoverty: Sendable {
  private let columns: SurveyColumns
  private let options: PovertyMeasures.Options
  private let terms: [AdditiveTerm]
  private var labels = StreamedLabels()
  private var sums: [StreamedSums] = []
  /// What was dropped or changed so far.
  public private(set) var report = RecordReport()

  /// An empty stream; throws where a measure or line needs more than sums.
  public init(columns: SurveyColumns, options: PovertyMeasures.Options) throws(DataError) {
    self.columns = columns
    self.options = options
    for measure in options.measures where measure == .sen || measure == .senShorrocksThon {
      throw .notIdentified("the Sen indices rank all records; a stream keeps sums only")
    }
    for line in options.lines {
      if case .relative = line {
        throw .notIdentified(
          "a line at \(line.name) needs all records at once; a stream takes amounts or a column of lines"
        )
      }
    }
    guard columns.psu != nil || options.variance.method == .none else {
      throw .notIdentified(
        "standard errors of a stream are made from PSU totals: name the column of PSUs, or choose "
          + "--variance none")
    }
    guard columns.replicateWeights.isEmpty else {
      throw .notIdentified("a stream makes its own replicates; given replicate weights need a file")
    }
    guard options.variance.designEffect == nil else {
      throw .notIdentified("design effects need all records at once; a stream keeps sums only")
    }
    terms = Self.terms(options)
  }

  /// Every total that the measures are made of; the line of a column is 1, which welfare is divided by.
  private static func terms(_ options: PovertyMeasures.Options) -> [AdditiveTerm] {
    var terms: [AdditiveTerm] = [.weight, .welfare]
    for line in options.lines {
      let fixed = FixedLine(Self.height(line), options.tie)
      terms += [.poor(fixed), .gap(1, fixed)]
      for measure in options.measures {
        switch measure {
        case .fgt(let alpha) where alpha > 0: terms.append(.gap(alpha, fixed))
        case .watts: terms.append(.logGap(fixed, floor: Self.floor(options.nonpositive)))
        default: break
        }
      }
    }
    return terms.distinct
  }

  private static func floor(_ policy: NonpositivePolicy) -> Double {
    if case .floor(let value) = policy { value } else { 0 }
  }

  private static func height(_ line: PovertyLine) -> Double {
    if case .absolute(let z) = line { z } else { 1 }
  }

  /// Adds records; throws all problems of the records at once.
  ///
  /// `place` makes a problem of a record of these, counted from 0, and the name of a column.
  public mutating func add(
    _ records: SurveyRecords,
    place: (_ record: Int, _ column: String?, _ message: String) -> DataProblem = SurveySample
      .recordNumber
  ) throws(DataError) {
    guard records.count > 0 else { return }
    let clean = try CleanedRecords(records, columns, place: place)
    report.merge(clean.report)
    let units = try labels.units(records, columns, place)
    while sums.count < labels.unitCount { sums.append(StreamedSums(terms.count)) }
    let ratio = options.lines.contains(.perRecord)
    for row in 0..<records.count {
      let unit = Int(units[row])
      let weight = clean.weight[row]
      guard weight > 0 else { continue }
      let y = clean.welfare[row]
      let line = clean.line?[row] ?? 1
      sums[unit].count += 1
      sums[unit].lowest = min(sums[unit].lowest, y)
      for (number, term) in terms.enumerated() {
        let isRatio = ratio && term.line?.z == 1
        let value = term.value(isRatio ? y / line : y)
        if value != 0 { sums[unit].totals[number].add(weight * value) }
      }
    }
  }

  /// The measures of all records so far.
  public func result() throws(DataError) -> PovertyMeasures {
    guard labels.unitCount > 0 else { throw .notIdentified("the survey has no records") }
    let design = try labels.sample(columns)
    let estimator = try SurveyEstimator(design, options.variance)
    var rows: [PovertyMeasures.Row] = []
    for line in options.lines {
      for cell in labels.cells {
        let streamed = evaluator(cell, design, estimator)
        let poverty = PovertyEvaluator(
          cell: streamed.evaluator, line: Varying(Self.height(line)), tie: options.tie,
          nonpositive: options.nonpositive)
        var estimates: [SurveyEstimate] = []
        for measure in options.measures {
          if measure == .watts, streamed.lowest <= 0 {
            try options.nonpositive.check(1, "the Watts index")
          }
          estimates.append(
            try estimator.estimate(
              poverty.unchecked(measure), from: [streamed.size],
              isProportion: measure == .headcount))
        }
        rows.append(
          PovertyMeasures.Row(
            cell: cell.cell, line: line,
            height: try estimator.estimate(Varying(Self.height(line)), from: [streamed.size]),
            estimates: estimates, shares: []))
      }
    }
    guard rows.contains(where: { $0.height.count > 0 }) else {
      throw .notIdentified("all weights of the survey are zero")
    }
    return PovertyMeasures(options, rows, columns)
  }

  private func evaluator(
    _ cell: StreamedLabels.Cell, _ design: SurveySample, _ estimator: SurveyEstimator
  ) -> (evaluator: CellEvaluator, size: CellSize, lowest: Double) {
    let members = cell.units.map { (unit: $0, psu: design.design.psu[labels.psuOfUnit[$0]]) }
      .sorted { $0.psu < $1.psu }
    let support = Support(members.map(\.psu))
    var totals: [AdditiveTerm: [Double]] = [:]
    for (number, term) in terms.enumerated() {
      totals[term] = members.map { sums[$0.unit].totals[number].value }
    }
    let evaluator = estimator.evaluator(totals: totals, support: support)
    let size = CellSize(
      count: members.reduce(0) { $0 + sums[$1.unit].count },
      population: evaluator.weight.value, support: support)
    return (evaluator, size, members.reduce(.infinity) { min($0, sums[$1.unit].lowest) })
  }
}

/// What is kept of one domain and PSU.
private struct StreamedSums: Sendable {
  var totals: [TwofoldSum]
  var count = 0
  var lowest = Double.infinity

  init(_ terms: Int) { totals = Array(repeating: TwofoldSum(), count: terms) }
}
