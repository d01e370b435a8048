public import ESSData
internal import ESSNumerics

/// The association of an outcome with a fixed dose after a shock that hits all units at once: y = dose x post + unit + period.
///
/// With everyone treated at one time there is no untreated group; units are compared by how much they were treated, as alliance coverage
/// under COVID-19. The coefficient is an effect only if units with different doses would have moved in parallel without the shock's
/// dose, whatever the dose (strong parallel trends: Callaway, Goodman-Bacon and Sant'Anna 2024, NBER working paper 32117), if the dose was
/// fixed before, and if the relation is linear. Otherwise it is an association. Beside it stand what bears on these conditions: placebo
/// shocks before the true one, the path of the coefficient, terciles of the dose, a randomisation test, and the smallest effect that the
/// data could have shown.
public struct DoseResponse: Sendable {
  /// What to estimate and how.
  public struct Options: Sendable {
    /// The outcome.
    public var outcome: String
    /// First period after the shock.
    public var post: String
    /// How the covariance is estimated.
    public var covariance: Covariance
    /// What is done with units that lack periods.
    public var policy: PanelSample.Policy
    /// Permutations of the doses.
    public var draws: Int
    /// Seed of the permutations.
    public var seed: UInt64
    /// Level of intervals.
    public var level: Double
    /// Power of the minimum detectable effect.
    public var power: Double

    /// Options: bias-reduced clustering by unit, which holds with few units.
    public init(
      outcome: String, post: String, covariance: Covariance = .cluster(["unit"], .cr2, .none),
      policy: PanelSample.Policy = .balance, draws: Int = 9999, seed: UInt64 = 1,
      level: Double = 0.95, power: Double = 0.8
    ) {
      self.outcome = outcome
      self.post = post
      self.covariance = covariance
      self.policy = policy
      self.draws = draws
      self.seed = seed
      self.level = level
      self.power = power
    }
  }

  /// A coefficient at one period, against the last before the shock.
  public struct Moment: Sendable {
    /// The period.
    public let period: String
    /// The coefficient; `nil` where it is not identified.
    public let coefficient: PanelRegression.Coefficient?
  }

  /// A third of the units by dose.
  public struct Tercile: Sendable {
    /// `low`, `middle` or `high`.
    public let name: String
    /// Least and largest dose.
    public let doses: ClosedRange<Double>
    /// The units.
    public let units: [String]
    /// Change of the mean outcome from before to after.
    public let change: Double
    /// Difference of its change to the lowest third's; `nil` for that itself.
    public let contrast: PanelRegression.Coefficient?
  }

  /// The options.
  public let options: Options
  /// The units, and the dose of each.
  public let units: [String]
  /// The dose of each unit.
  public let doses: [Double]
  /// The coefficient of dose x post: change of the outcome for one more unit of dose.
  public let effect: PanelRegression.Coefficient
  /// Standard deviation (n - 1) of the dose over units.
  public let doseDeviation: Double
  /// The coefficient of the dose in each period, against the last before the shock.
  public let path: [Moment]
  /// The last period before the shock.
  public let reference: String
  /// The coefficient as if the shock had come at each earlier period, from data before the true one.
  public let placebos: [Moment]
  /// Terciles of the dose; empty where doses tie so that there are no three groups.
  public let terciles: [Tercile]
  /// The randomisation test; `nil` for too many units.
  public let randomisation: RandomisationTest?
  /// The smallest effect for one more unit of dose that the data could have shown.
  public let detectable: MinimumDetectableEffect
  /// What was left out.
  public let dropped: [PanelSample.Drop]
  /// What else a reader must know.
  public let notes: [String]
  /// Rows behind the coefficient.
  public let rowCount: Int

  /// Estimates.
  ///
  /// - Parameters:
  ///   - sample: The rows.
  ///   - dose: The dose of each unit of the sample, `nan` where it has none; fixed over time.
  ///   - options: What and how.
  /// - Throws: If the dose does not vary, or there is no period before or after the shock.
  public init(
    _ sample: PanelSample, dose: [Double], _ options: Options
  ) throws(DataError) {
    precondition(dose.count == sample.units.count, "one dose for each unit")
    self.options = options
    let named = Dictionary(zip(sample.units, dose)) { first, _ in first }
    let withDose = sample.keeping(sample.unitCodes.map { dose[Int($0)].isFinite }) { _ in "no dose"
    }
    guard withDose.rowCount > 0 else { throw .notIdentified("no unit has a dose") }
    let complete = try withDose.complete(in: [options.outcome], policy: options.policy)
    let labels = complete.axis.labels
    guard let ordinal = complete.axis.ordinal(of: options.post) else {
      throw .unknownName(kind: "period", name: options.post, known: labels)
    }
    let start = complete.axis.ordinals.firstIndex { $0 >= ordinal } ?? labels.count
    guard start > 0, start < labels.count else {
      throw .notIdentified(
        "a shock in \(options.post) needs a period before it and one from it on; the data run from "
          + "\(labels.first ?? "") to \(labels.last ?? "")")
    }
    units = complete.units
    let doses = units.map { named[$0] ?? .nan }
    self.doses = doses
    guard let low = doses.min(), let high = doses.max(), low < high else {
      throw .notIdentified(
        "the dose is \(NumberText.shortest(doses.first ?? .nan)) in all \(units.count) units; a dose that does not "
          + "vary identifies nothing")
    }
    let mean = doses.reduce(0, +) / Double(doses.count)
    doseDeviation =
      (doses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(doses.count - 1)).squareRoot()
    let model = DoseModel(complete, options)
    let rowDoses = complete.unitCodes.map { doses[Int($0)] }
    effect = try model.coefficient(rowDoses, from: start, in: complete)
    rowCount = complete.rowCount
    reference = labels[start - 1]
    path = try model.path(rowDoses, reference: start - 1)
    placebos = try model.placebos(rowDoses, before: start)
    terciles = try model.terciles(doses, from: start)
    randomisation = RandomisationTest(
      complete, outcome: options.outcome, doses: doses, from: start, draws: options.draws,
      seed: options.seed)
    detectable = try MinimumDetectableEffect(
      standardError: effect.standardError, degreesOfFreedom: effect.degreesOfFreedom,
      significance: 1 - options.level, power: options.power)
    dropped = complete.dropped
    var notes: [String] = []
    let zeros = doses.count { $0 == low }
    if zeros >= units.count - 1 {
      notes.append(
        "\(zeros) of \(units.count) units have the dose \(NumberText.shortest(low)): the comparison rests on one unit"
      )
    }
    if terciles.isEmpty {
      notes.append("doses tie so that there are no three groups of units by dose")
    }
    self.notes = notes
  }

  /// The share of the standard error's uncertainty that the estimate exceeds: whether it reaches the smallest detectable effect.
  public var isDetectable: Bool { abs(effect.estimate) >= detectable.effect }
}

/// The regressions of a dose-response study on one set of rows.
private struct DoseModel {
  private let sample: PanelSample
  private let options: DoseResponse.Options

  init(_ sample: PanelSample, _ options: DoseResponse.Options) {
    self.sample = sample
    self.options = options
  }

  private func fit(
    _ columns: [(name: String, values: [Double])], in sample: PanelSample
  ) throws(DataError) -> PanelRegression {
    var wide = sample
    for column in columns { wide = wide.adding(column.name, column.values) }
    var regression = PanelRegression.Options(
      formula: RegressionFormula(
        outcome: .variable(options.outcome),
        terms: columns.map { RegressionFormula.Term([.variable($0.name)]) },
        effects: ["unit", "time"]))
    regression.covariance = options.covariance
    regression.policy = options.policy
    regression.confidence = options.level
    return try PanelRegression(wide, regression)
  }

  func coefficient(
    _ doses: [Double], from start: Int, in sample: PanelSample
  ) throws(DataError) -> PanelRegression.Coefficient {
    let values = doses.indices.map { Int(sample.timeCodes[$0]) >= start ? doses[$0] : 0 }
    let regression = try fit([("dose:post", values)], in: sample)
    guard let found = regression["dose:post"], found.standardError > 0 else {
      throw .notIdentified("dose x post has no coefficient, or no standard error")
    }
    return found
  }

  func path(_ doses: [Double], reference: Int) throws(DataError) -> [DoseResponse.Moment] {
    let labels = sample.axis.labels
    let columns = labels.indices.filter { $0 != reference }.map { time in
      (
        name: "dose:\(labels[time])",
        values: doses.indices.map { Int(sample.timeCodes[$0]) == time ? doses[$0] : 0 }
      )
    }
    let regression = try fit(columns, in: sample)
    return labels.indices.filter { $0 != reference }.map {
      DoseResponse.Moment(period: labels[$0], coefficient: regression["dose:\(labels[$0])"])
    }
  }

  /// The same regression before the true shock, with the shock at each period that has another before it.
  func placebos(_ doses: [Double], before start: Int) throws(DataError) -> [DoseResponse.Moment] {
    guard start > 1 else { return [] }
    let isBefore = sample.timeCodes.map { Int($0) < start }
    let earlier = sample.keeping(isBefore) { _ in "" }
    let kept = doses.indices.filter { isBefore[$0] }.map { doses[$0] }
    var list: [DoseResponse.Moment] = []
    for time in 1..<start {
      list.append(
        DoseResponse.Moment(
          period: sample.axis.labels[time],
          coefficient: try? coefficient(kept, from: time, in: earlier)))
    }
    return list
  }

  func terciles(_ doses: [Double], from start: Int) throws(DataError) -> [DoseResponse.Tercile] {
    let sorted = doses.sorted()
    let n = sorted.count
    let lower = sorted[(n + 2) / 3 - 1]
    let upper = sorted[(2 * n + 2) / 3 - 1]
    let groups = doses.map { $0 <= lower ? 0 : $0 <= upper ? 1 : 2 }
    guard Set(groups).count == 3 else { return [] }
    let names = ["low", "middle", "high"]
    let columns = [1, 2].map { group in
      (
        name: names[group],
        values: sample.unitCodes.indices.map { row in
          groups[Int(sample.unitCodes[row])] == group && Int(sample.timeCodes[row]) >= start
            ? 1.0 : 0
        }
      )
    }
    let regression = try fit(columns, in: sample)
    let outcome = try sample.column(options.outcome)
    return names.indices.map { group in
      var sums = (before: 0.0, after: 0.0)
      var counts = (before: 0.0, after: 0.0)
      for row in outcome.indices where groups[Int(sample.unitCodes[row])] == group {
        if Int(sample.timeCodes[row]) < start {
          sums.before += outcome[row]
          counts.before += 1
        } else {
          sums.after += outcome[row]
          counts.after += 1
        }
      }
      let members = doses.indices.filter { groups[$0] == group }
      let own = members.map { doses[$0] }
      return DoseResponse.Tercile(
        name: names[group], doses: (own.min() ?? 0)...(own.max() ?? 0),
        units: members.map { sample.units[$0] },
        change: sums.after / counts.after - sums.before / counts.before,
        contrast: group == 0 ? nil : regression[names[group]])
    }
  }
}
