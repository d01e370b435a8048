public import ESSData

/// Difference in differences as a regression with unit and period effects: static, and by periods since treatment.
///
/// The static coefficient is a weighted mean of comparisons, some of which take units already treated as controls (Goodman-Bacon
/// 2021); `decomposition` shows them. Prefer group-time effects or imputation where units are treated at different times.
public struct TwoWayDifference: Sendable {
  /// A coefficient by periods since treatment.
  public struct Event: Sendable {
    /// Periods since treatment, by position among the periods of the sample.
    public let event: Int
    /// The coefficient, against the reference.
    public let coefficient: PanelRegression.Coefficient
  }

  /// The regression on one dummy for treated cells.
  public let fixed: PanelRegression
  /// The regression on one dummy for each number of periods since treatment.
  public let dynamic: PanelRegression?
  /// The coefficients of the dynamic regression, in order.
  public let events: [Event]
  /// Numbers of periods since treatment that are left out as references.
  public let references: [Int]
  /// The comparisons behind the static coefficient; `nil` for a panel that is not balanced.
  public let decomposition: BaconDecomposition?
  /// What was left out.
  public var dropped: [PanelSample.Drop] { fixed.sample.dropped }

  /// The coefficient of the static regression.
  public var effect: PanelRegression.Coefficient? { fixed[Self.treated] }

  private static let treated = "treated"

  /// Estimates; throws where nothing is identified.
  public init(
    _ sample: PanelSample, outcome: String, timing: TreatmentTiming,
    covariance: Covariance = .cluster(["unit"], .cr1, .standard),
    policy: PanelSample.Policy = .pairs, level: Double = 0.95
  ) throws(DataError) {
    precondition(timing.first.count == sample.units.count, "one start of treatment for each unit")
    var events: [Int?] = []
    for row in sample.unitCodes.indices {
      let first = timing.first[Int(sample.unitCodes[row])]
      events.append(first.map { Int(sample.timeCodes[row]) - $0 })
    }
    guard events.contains(where: { ($0 ?? -1) >= 0 }) else {
      throw .notIdentified("no unit of \(sample.file) is treated within the sample")
    }
    func fit(_ names: [String], _ sample: PanelSample) throws(DataError) -> PanelRegression {
      var options = PanelRegression.Options(
        formula: RegressionFormula(
          outcome: .variable(outcome),
          terms: names.map { RegressionFormula.Term([.variable($0)]) },
          effects: ["unit", "time"]))
      options.covariance = covariance
      options.policy = policy
      options.confidence = level
      return try PanelRegression(sample, options)
    }
    fixed = try fit(
      [Self.treated], sample.adding(Self.treated, events.map { ($0 ?? -1) >= 0 ? 1 : 0 }))
    // Without units never treated a second reference is needed: leads and lags add up to the period effects.
    let all = Set(events.compactMap { $0 }).sorted()
    let hasNever = timing.first.contains(nil)
    var references = all.contains(-1) ? [-1] : []
    if !hasNever, let first = all.first, first != -1 { references.append(first) }
    self.references = references
    let used = all.filter { !references.contains($0) }
    var wide = sample
    for event in used {
      wide = wide.adding("event(\(event))", events.map { $0 == event ? 1 : 0 })
    }
    if used.count > 1 {
      let dynamic = try fit(used.map { "event(\($0))" }, wide)
      self.dynamic = dynamic
      self.events = used.compactMap { event in
        dynamic["event(\(event))"].map { Event(event: event, coefficient: $0) }
      }
    } else {
      dynamic = nil
      self.events = []
    }
    if policy == .crossSections {
      decomposition = nil
    } else {
      decomposition = BaconDecomposition(
        try OutcomeGrid(sample.complete(in: [outcome], policy: policy), outcome),
        timing: { unit in
          sample.units.firstIndex(of: unit).flatMap { timing.first[$0] }
            .map { sample.axis.ordinals[$0] }
        })
    }
  }
}
