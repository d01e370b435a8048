public import ESSData

/// How equal values are ranked.
public enum TieRule: String, Codable, Sendable, CaseIterable {
  /// All have the smallest place: 1 2 2 4.
  case minimum = "min"
  /// All have the largest place: 1 3 3 4.
  case maximum = "max"
  /// All have the mean place: 1 2.5 2.5 4.
  case average
  /// No place is left out: 1 2 2 3.
  case dense
}

/// How indicators are brought to one scale on which higher is better.
///
/// Missing values stay missing, and count in no minimum, mean or rank. Where lower is better the scale is turned: minimum and maximum, goalposts
/// and ranks change places, z-scores and bands change their sign, ratios are turned over.
public enum Normalisation: RecipeChoice {
  /// Which values beyond a bound are set to it.
  public enum Cap: String, Sendable, CaseIterable {
    /// Both bounds hold.
    case both
    /// Only the lower one.
    case lower
    /// Only the upper one.
    case upper
    /// Scores may leave the scale.
    case none
  }

  /// What a percentile counts.
  public enum Percentile: String, Sendable, CaseIterable {
    /// 100 rank / n.
    case count
    /// 100 (rank - 1) / (n - 1), from 0 to 100.
    case intervals
  }

  /// What values are compared with.
  public enum Benchmark: Sendable, Equatable {
    /// Their mean.
    case mean
    /// Their largest.
    case maximum
    /// Their smallest.
    case minimum
    /// The value of a unit.
    case unit(String)
    /// The target of the metadata.
    case target
  }

  /// The values as they are, with their sign changed where lower is better.
  case none
  /// From the worst value to the best, linearly.
  case minMax(ClosedRange<Double>)
  /// From the worse goalpost to the better, linearly.
  case goalposts(ClosedRange<Double>, cap: Cap)
  /// Standard deviations from the mean, then scaled.
  case zScore(mean: Double, deviation: Double, estimator: DeviationEstimator)
  /// 1 for the worst.
  case rank(ties: TieRule)
  /// Ranks as shares of 100.
  case percentile(Percentile, ties: TieRule)
  /// The number of units that are worse.
  case borda(ties: TieRule)
  /// x / benchmark, or benchmark / x where lower is better; one less if asked for.
  case ratio(to: Benchmark, lessOne: Bool)
  /// 1 - (benchmark - x) / (benchmark - worst): 1 at the benchmark, 0 at the worst value.
  case distance(to: Benchmark, cap: Bool)
  /// 1 above, -1 below, 0 within a share around the mean.
  case band(share: Double)
  /// 100 at the benchmark, 60 for the whole range: adjusted Mazziotta-Pareto.
  case adjusted(to: Benchmark)

  /// The words that begin a normalisation.
  public static let names = [
    "none", "min-max", "goalposts", "z", "rank", "percentile", "borda", "ratio", "distance", "band",
    "adjusted",
  ]

  /// The normalisation that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    switch method.name {
    case "none":
      try method.check()
      self = .none
    case "min-max":
      try method.check("from", "to")
      self = .minMax(try method.range("from", "to", default: 0...100))
    case "goalposts":
      try method.check("from", "to", "cap")
      self = .goalposts(
        try method.range("from", "to", default: 0...100),
        cap: try method.choice("cap", default: Cap.both))
    case "z":
      try method.check("mean", "deviation", "estimator")
      let deviation = try method.number("deviation", default: 1, in: 0...1e9)
      guard deviation > 0 else { throw .notIdentified("\(method): deviation is not above 0") }
      self = .zScore(
        mean: try method.number("mean", default: 0), deviation: deviation,
        estimator: try method.choice("estimator", default: DeviationEstimator.sample))
    case "rank":
      try method.check("ties")
      self = .rank(ties: try method.choice("ties", default: TieRule.minimum))
    case "percentile":
      try method.check("of", "ties")
      self = .percentile(
        try method.choice("of", default: Percentile.count),
        ties: try method.choice("ties", default: TieRule.minimum))
    case "borda":
      try method.check("ties")
      self = .borda(ties: try method.choice("ties", default: TieRule.minimum))
    case "ratio":
      try method.check("to", "unit", "less")
      self = .ratio(
        to: try Benchmark(
          method, default: "mean", known: ["mean", "max", "min", "unit", "target"]),
        lessOne: try method.number("less", default: 0, in: 0...1) != 0)
    case "distance":
      try method.check("to", "unit", "cap")
      self = .distance(
        to: try Benchmark(method, default: "max", known: ["max", "unit", "target"]),
        cap: try method.number("cap", default: 0, in: 0...1) != 0)
    case "band":
      try method.check("share")
      self = .band(share: try method.number("share", default: 0.2, in: 0...1e6))
    case "adjusted":
      try method.check("to", "unit")
      self = .adjusted(to: try Benchmark(method, default: "mean", known: ["mean", "unit"]))
    default:
      throw .unknownName(kind: "normalisation", name: method.name, known: Self.names)
    }
  }

  /// The normalisation as text.
  public var text: MethodText {
    switch self {
    case .none: MethodText("none")
    case .minMax(let range): MethodText("min-max", MethodText.settings("from", "to", range))
    case .goalposts(let range, let cap):
      MethodText(
        "goalposts", MethodText.settings("from", "to", range) + [("cap", cap.rawValue)])
    case .zScore(let mean, let deviation, let estimator):
      MethodText(
        "z",
        [
          ("mean", NumberText.shortest(mean)), ("deviation", NumberText.shortest(deviation)),
          ("estimator", estimator.rawValue),
        ])
    case .rank(let ties): MethodText("rank", [("ties", ties.rawValue)])
    case .percentile(let share, let ties):
      MethodText("percentile", [("of", share.rawValue), ("ties", ties.rawValue)])
    case .borda(let ties): MethodText("borda", [("ties", ties.rawValue)])
    case .ratio(let benchmark, let lessOne):
      MethodText("ratio", benchmark.settings + [("less", lessOne ? "1" : "0")])
    case .distance(let benchmark, let cap):
      MethodText("distance", benchmark.settings + [("cap", cap ? "1" : "0")])
    case .band(let share): MethodText("band", [("share", NumberText.shortest(share))])
    case .adjusted(let benchmark): MethodText("adjusted", benchmark.settings)
    }
  }
}

extension Normalisation.Benchmark {
  fileprivate init(
    _ method: MethodText, default fallback: String, known: [String]
  ) throws(DataError) {
    let word = method["to"] ?? (method["unit"] == nil ? fallback : "unit")
    guard known.contains(word) else {
      throw .unknownName(kind: "benchmark of \(method.name)", name: word, known: known)
    }
    guard (method["unit"] != nil) == (word == "unit") else {
      throw .notIdentified("\(method): to=unit and unit=CODE go together")
    }
    switch word {
    case "mean": self = .mean
    case "max": self = .maximum
    case "min": self = .minimum
    case "target": self = .target
    default: self = .unit(method["unit"] ?? "")
    }
  }

  fileprivate var settings: [(key: String, value: String)] {
    switch self {
    case .mean: [("to", "mean")]
    case .maximum: [("to", "max")]
    case .minimum: [("to", "min")]
    case .target: [("to", "target")]
    case .unit(let code): [("to", "unit"), ("unit", code)]
    }
  }
}
