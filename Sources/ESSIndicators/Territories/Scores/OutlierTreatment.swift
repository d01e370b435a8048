public import ESSData
internal import ESSNumerics
internal import Glibc

/// What is done to indicators whose distribution would let a few units decide the scale.
public enum OutlierTreatment: RecipeChoice {
  /// A way to treat a column that fails the rule.
  public enum Step: String, Sendable, CaseIterable {
    /// The most extreme value (with all its ties) is moved to the next, again and again, until the rule holds; never so far that all are one.
    case winsorise
    /// ln(x - min + range / 100).
    case log
    /// Box and Cox's power of x - min + 1.
    case boxCox = "box-cox"
  }

  /// The rule, and what is tried where it does not hold.
  public struct Rule: Sendable, Equatable {
    /// Tried in turn, each on the original column, until the rule holds; the last one stays in any case.
    public var steps: [Step]
    /// The largest absolute skewness, adjusted for bias, that holds whatever the kurtosis is.
    public var skewness: Double
    /// The largest excess kurtosis, adjusted for bias, that holds whatever the skewness is.
    public var kurtosis: Double
    /// The most values that winsorising may move.
    public var points: Int
    /// The exponent of Box and Cox's power; `nil` for the one of greatest likelihood.
    public var lambda: Double?

    /// A rule; the defaults are those of the JRC and COINr.
    public init(
      steps: [Step] = [.winsorise, .log], skewness: Double = 2, kurtosis: Double = 3.5,
      points: Int = 5, lambda: Double? = nil
    ) {
      self.steps = steps
      self.skewness = skewness
      self.kurtosis = kurtosis
      self.points = points
      self.lambda = lambda
    }

    /// Whether moments are within the rule; a column too short for moments is.
    func holds(_ moments: ColumnMoments) -> Bool {
      !(abs(moments.skewness) > skewness && moments.kurtosis > kurtosis)
    }
  }

  /// Nothing.
  case none
  /// Columns that fail a rule of skewness and kurtosis.
  case rule(Rule)
  /// Values beyond two quantiles are set to them, in every column.
  case clamp(lower: Double, upper: Double)

  /// The treatment that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    switch method.name {
    case "none":
      try method.check()
      self = .none
    case "clamp":
      try method.check("lower", "upper")
      let range = try method.range("lower", "upper", default: 0.05...0.95)
      guard range.lowerBound >= 0, range.upperBound <= 1 else {
        throw .notIdentified("\(method): lower and upper are shares between 0 and 1")
      }
      self = .clamp(lower: range.lowerBound, upper: range.upperBound)
    default:
      var steps: [Step] = []
      for name in method.name.split(separator: "+", omittingEmptySubsequences: false) {
        guard let step = Step(rawValue: String(name)) else {
          throw .unknownName(
            kind: "treatment", name: String(name),
            known: ["none", "clamp"] + Step.allCases.map(\.rawValue))
        }
        steps.append(step)
      }
      try method.check("points", "skewness", "kurtosis", "lambda")
      let standard = Rule()
      self = .rule(
        Rule(
          steps: steps,
          skewness: try method.number("skewness", default: standard.skewness, in: 0...1e6),
          kurtosis: try method.number("kurtosis", default: standard.kurtosis, in: -1e6...1e6),
          points: try method.count("points", default: standard.points),
          lambda: method["lambda"] == nil || method["lambda"] == "likelihood"
            ? nil : try method.number("lambda", default: 0, in: -5...5)))
    }
  }

  /// The treatment as text.
  public var text: MethodText {
    switch self {
    case .none: return MethodText("none")
    case .clamp(let lower, let upper):
      return MethodText(
        "clamp", [("lower", NumberText.shortest(lower)), ("upper", NumberText.shortest(upper))])
    case .rule(let rule):
      var settings = [
        ("skewness", NumberText.shortest(rule.skewness)),
        ("kurtosis", NumberText.shortest(rule.kurtosis)),
      ]
      if rule.steps.contains(.winsorise) { settings.append(("points", "\(rule.points)")) }
      if rule.steps.contains(.boxCox) {
        settings.append(("lambda", rule.lambda.map(NumberText.shortest) ?? "likelihood"))
      }
      return MethodText(rule.steps.map(\.rawValue).joined(separator: "+"), settings)
    }
  }
}

/// What the treatment did to a column.
public struct TreatedColumn: Sendable, Equatable {
  /// The values.
  public internal(set) var values: [Double]
  /// What was done; `nil` if nothing.
  public internal(set) var step: String?
  /// Number of values that were moved.
  public internal(set) var points: Int
  /// Skewness before and after; NaN where it is not defined.
  public internal(set) var skewness: (before: Double, after: Double)
  /// Excess kurtosis before and after.
  public internal(set) var kurtosis: (before: Double, after: Double)
  /// Whether the rule holds in the end.
  public internal(set) var passes: Bool

  /// Two outcomes are the same if they did the same.
  public static func == (left: TreatedColumn, right: TreatedColumn) -> Bool {
    left.values == right.values && left.step == right.step && left.points == right.points
  }
}

extension OutlierTreatment {
  /// Treats a column; missing values stay missing.
  ///
  /// Cost: O(n) for a column that holds the rule, O(n points) for winsorising, O(n log n) for a clamp.
  public func treating(_ column: [Double]) -> TreatedColumn {
    let before = ColumnMoments(column)
    var result = TreatedColumn(
      values: column, step: nil, points: 0, skewness: (before.skewness, before.skewness),
      kurtosis: (before.kurtosis, before.kurtosis), passes: true)
    switch self {
    case .none: return result
    case .clamp(let lower, let upper):
      guard let quantiles = WeightedQuantiles(column.filter { !$0.isNaN }) else { return result }
      let low = quantiles.quantile(lower, rule: .ends)
      let high = quantiles.quantile(upper, rule: .ends)
      result.values = column.map { $0.isNaN ? $0 : min(max($0, low), high) }
      result.points = zip(column, result.values).count { $0 != $1 && !$0.isNaN }
      result.step = result.points > 0 ? "clamp" : nil
    case .rule(let rule):
      guard !rule.holds(before) else { return result }
      result.passes = false
      for step in rule.steps where !result.passes {
        let (values, points) = rule.apply(step, column, before)
        result.values = values
        result.points = points
        result.step = step.rawValue
        result.passes = rule.holds(ColumnMoments(values))
      }
    }
    let after = ColumnMoments(result.values)
    result.skewness.after = after.skewness
    result.kurtosis.after = after.kurtosis
    return result
  }
}

extension OutlierTreatment.Rule {
  fileprivate func apply(
    _ step: OutlierTreatment.Step, _ column: [Double], _ moments: ColumnMoments
  ) -> ([Double], points: Int) {
    switch step {
    case .winsorise: return winsorised(column, moments)
    case .log:
      let shift = (moments.maximum - moments.minimum) / 100 - moments.minimum
      return (column.map { $0.isNaN ? $0 : Glibc.log($0 + shift) }, moments.count)
    case .boxCox:
      let positive = column.map { $0 - moments.minimum + 1 }
      let power = lambda ?? Self.likeliest(positive.filter { !$0.isNaN })
      return (
        positive.map { $0.isNaN ? $0 : Transformation.boxCox($0, power) }, moments.count
      )
    }
  }

  /// Moves extremes inward on the side of the skew, one value with its ties at a time.
  private func winsorised(
    _ column: [Double], _ moments: ColumnMoments
  ) -> ([Double], points: Int) {
    var values = column
    var moments = moments
    // What stands at the moved end on each side: ties of a moved value are moved with it.
    var (high, low) = (0, 0)
    while high + low < points, !holds(moments) {
      let isHigh = moments.skewness >= 0
      let extreme = isHigh ? moments.maximum : moments.minimum
      var next = isHigh ? -Double.infinity : Double.infinity
      for value in values where !value.isNaN && value != extreme {
        next = isHigh ? max(next, value) : min(next, value)
      }
      // Values moved onto the other end would leave nothing to compare.
      guard next != (isHigh ? moments.minimum : moments.maximum) else { break }
      var moved = 0
      for i in values.indices where values[i] == extreme {
        values[i] = next
        moved += 1
      }
      if isHigh { high = moved } else { low = moved }
      moments = ColumnMoments(values)
    }
    return (values, high + low)
  }

  /// The exponent of Box and Cox's power with the greatest likelihood, between -5 and 5, to a thousandth.
  ///
  /// The profile likelihood has one maximum: a grid of tenths and then of thousandths finds it.
  private static func likeliest(_ values: [Double]) -> Double {
    let logs = values.reduce(0) { $0 + Glibc.log($1) }
    func likelihood(_ lambda: Double) -> Double {
      let moments = ColumnMoments(values.map { Transformation.boxCox($0, lambda) })
      let variance = moments.deviation(.population)
      return (lambda - 1) * logs - Double(values.count) * Glibc.log(variance)
    }
    func best(_ candidates: [Int], scale: Double) -> Int {
      var best = candidates[0]
      var greatest = -Double.infinity
      for candidate in candidates {
        let value = likelihood(Double(candidate) / scale)
        if value > greatest { (best, greatest) = (candidate, value) }
      }
      return best
    }
    let coarse = best(Array(-50...50), scale: 10)
    let fine = Array((coarse * 100 - 100)...(coarse * 100 + 100))
    return Double(best(fine, scale: 1000)) / 1000
  }
}
