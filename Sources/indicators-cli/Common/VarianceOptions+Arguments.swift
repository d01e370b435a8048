import CommandLineKit
import ESSIndicators

extension SurveyOptions {
  static let varianceGroup = "Standard errors"

  /// The density that some linearised measures need.
  static let bandwidth = Option(
    long: "bandwidth", kind: .choice(DensityBandwidth.allCases.map(\.rawValue)),
    help:
      "Density behind linearised quantiles: a window of ranks, or a kernel by records or weights",
    fallback: "ranks", group: varianceGroup)

  /// What some measures add to their notes.
  static let designEffect = Option(
    long: "design-effect", kind: .choice(DesignEffectBase.allCases.map(\.rawValue)),
    help: "Add design effects, against simple random sampling with or without replacement",
    group: varianceGroup)

  /// How standard errors are computed, with options that not every measure has.
  static func variance(with options: Option...) -> [Option] {
    (variance + options).sorted { $0.long < $1.long }
  }

  /// How standard errors are computed.
  static let variance: [Option] = [
    Option(
      long: "centre", kind: .choice(ReplicateCentre.allCases.map(\.rawValue)),
      help: "What replicate variances are taken around", fallback: "mean", group: varianceGroup),
    Option(
      long: "df", kind: .number("N"),
      help: "Degrees of freedom, instead of PSUs less strata", group: varianceGroup),
    Option(
      long: "fay", kind: .number("RHO"), help: "Fay's coefficient of BRR, from 0 to below 1",
      fallback: "0", group: varianceGroup),
    Option(
      long: "interval", kind: .choice(IntervalMethod.allCases.map(\.rawValue)),
      help: "Kind of confidence interval; auto is logit for proportions and t otherwise",
      fallback: "auto", group: varianceGroup),
    CommonOptions.level.under(varianceGroup),
    Option(
      long: "lonely-psu", kind: .choice(SinglePSU.allCases.map(\.rawValue)),
      help: "What a stratum with a single PSU adds to the variance", fallback: "fail",
      group: varianceGroup),
    Option(
      long: "replicate-scale", kind: .number("SCALE"),
      help: "Scale of the squares of given replicate weights; one, or one for each", repeats: true,
      separator: ",", group: varianceGroup),
    CommonOptions.replicates(200, "bootstrap replicates").under(varianceGroup),
    CommonOptions.seed.under(varianceGroup),
    Option(
      long: "variance",
      kind: .choice(["none", "taylor", "jackknife", "brr", "bootstrap", "given"]),
      help: "Method; given uses the replicate weights of the survey", fallback: "taylor",
      group: varianceGroup),
  ]
}

extension VarianceOptions {
  /// The choices of the options.
  init(_ arguments: Arguments) throws(Failure) {
    self.init()
    let name =
      arguments.text("variance") ?? (arguments.isGiven("replicate-weights") ? "given" : "taylor")
    try Self.check(arguments, name)
    switch name {
    case "none": method = .none
    case "jackknife": method = .jackknife
    case "brr": method = .balanced(fay: try Self.fay(arguments))
    case "bootstrap":
      method = .bootstrap(
        replicates: try arguments.count("replicates", in: 2...1_000_000, default: 200),
        seed: try arguments.seed())
    case "given": method = .given(scales: try Self.scales(arguments))
    default: method = .taylor
    }
    singlePSU = arguments.text("lonely-psu").flatMap(SinglePSU.init) ?? .fail
    centre = arguments.text("centre").flatMap(ReplicateCentre.init) ?? .mean
    interval = arguments.text("interval").flatMap(IntervalMethod.init) ?? .automatic
    designEffect = arguments.text("design-effect").flatMap(DesignEffectBase.init)
    bandwidth = arguments.text("bandwidth").flatMap(DensityBandwidth.init) ?? .ranks
    level = try arguments.level()
    if let freedom = try arguments.number("df") {
      guard freedom > 0 else {
        throw Failure(status: .usage, message: "--df: degrees of freedom are above 0")
      }
      degreesOfFreedom = freedom
    }
  }

  private static func fay(_ arguments: Arguments) throws(Failure) -> Double {
    let fay = try arguments.number("fay") ?? 0
    guard fay >= 0, fay < 1 else {
      throw Failure(
        status: .usage, message: "--fay: \(arguments.text("fay") ?? "") is not from 0 to below 1")
    }
    return fay
  }

  private static func scales(_ arguments: Arguments) throws(Failure) -> [Double] {
    guard arguments.isGiven("replicate-weights") else {
      throw Failure(
        status: .usage,
        message:
          "--replicate-weights is needed: the columns of the survey's replicate weights, such as rw*"
      )
    }
    guard let texts = arguments.list("replicate-scale") else {
      throw Failure(
        status: .usage,
        message:
          "--replicate-scale is needed: what the survey's documentation multiplies squares by, "
          + "such as 1/R as a decimal")
    }
    var scales: [Double] = []
    for text in texts {
      guard let scale = Double(text), scale > 0 else {
        throw Failure(status: .usage, message: "--replicate-scale: '\(text)' is not above 0")
      }
      scales.append(scale)
    }
    return scales
  }

  /// Refuses options that the method would ignore.
  private static func check(_ arguments: Arguments, _ method: String) throws(Failure) {
    try arguments.refuse(
      ["replicates", "seed"], unless: method == "bootstrap", "goes with --variance bootstrap")
    try arguments.refuse(["fay"], unless: method == "brr", "goes with --variance brr")
    try arguments.refuse(
      ["replicate-scale", "replicate-weights"], unless: method == "given",
      "goes with --variance given")
    try arguments.refuse(
      ["centre"], unless: !["none", "taylor"].contains(method),
      "goes with --variance jackknife, brr, bootstrap or given")
    try arguments.refuse(
      ["bandwidth", "design-effect", "df", "interval", "level", "lonely-psu"],
      unless: method != "none", "is about standard errors, and --variance none makes none")
  }
}

extension Arguments {
  /// Refuses intervals that only proportions have where no number is one; others would get those of Student's t without a word.
  func refuseIntervalsOfProportions(unless hasProportions: Bool = false) throws(Failure) {
    guard !hasProportions, let kind = text("interval"), ["logit", "beta"].contains(kind) else {
      return
    }
    throw Failure(
      status: .usage, message: "--interval \(kind) is for proportions, and no number here is one")
  }
}
