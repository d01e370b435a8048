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
