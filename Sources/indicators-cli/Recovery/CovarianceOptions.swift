import CommandLineKit
import ESSIndicators

/// The options that choose a covariance.
enum CovarianceOptions {
  static let group = "Standard errors"

  static let names =
    ["iid", "hc0", "hc1", "hc2", "hc3", "hc4", "cr0", "cr1", "cr2", "cr3", "row-hc2", "row-hc3"]
    + ["driscoll-kraay", "newey-west", "conley", "pcse", "pcse-periods"]

  static let options: [Option] = [
    Option(
      long: "cluster", kind: .text("COLUMN"),
      help:
        "Groups whose errors depend on each other; two columns for two-way clusters; default the units",
      repeats: true, separator: ",", group: group),
    Option(
      long: "correction", kind: .choice(Covariance.SmallSample.allCases.map(\.rawValue)),
      help: "Small-sample factor; default standard (Stata's) for cr1, jackknife for cr3, else none",
      group: group),
    Option(
      long: "cutoff", kind: .number("KM"),
      help: "Distance in km from which errors are independent, for conley", group: group),
    Option(
      long: "kernel", kind: .choice(Covariance.Conley.Kernel.allCases.map(\.rawValue)),
      help: "Weights by distance for conley", fallback: "uniform", group: group),
    Option(
      long: "lag", kind: .integer("N"),
      help:
        "Periods over which errors depend on each other; default the whole part of T^(1/4), none for conley",
      group: group),
    Option(
      long: "latitude", kind: .text("COLUMN"), help: "Column of latitudes, for conley",
      fallback: "latitude", group: group),
    Option(
      long: "longitude", kind: .text("COLUMN"), help: "Column of longitudes, for conley",
      fallback: "longitude", group: group),
    Option(
      long: "vcov", kind: .choice(names),
      help: "Covariance; default cr1 by unit where units have several rows, else hc1",
      group: group),
  ]

  /// The covariance asked for.
  static func covariance(_ arguments: Arguments, default fallback: Covariance) throws -> Covariance
  {
    let name = arguments.text("vcov") ?? (arguments.isGiven("cluster") ? "cr1" : nil)
    let factor = arguments.text("correction").flatMap(Covariance.SmallSample.init)
    guard let name else { return fallback }
    try check(arguments, name)
    let lag = try arguments.isGiven("lag") ? arguments.count("lag", in: 0...1000, default: 0) : nil
    let groups = arguments.list("cluster") ?? ["unit"]
    if let leverage = Covariance.Leverage(rawValue: name) { return .robust(leverage) }
    switch name {
    case "iid": return .classical
    case "cr0": return .cluster(groups, .cr1, .none)
    case "driscoll-kraay": return .driscollKraay(lag: lag, factor ?? .none)
    case "newey-west": return .neweyWest(lag: lag, factor ?? .none)
    case "pcse": return .panelCorrected
    case "pcse-periods": return .periodCorrected
    case "conley":
      guard let cutoff = try arguments.number("cutoff"), cutoff > 0 else {
        throw Failure(
          status: .usage, message: "--vcov conley needs --cutoff, a distance in km above 0")
      }
      return .conley(
        Covariance.Conley(
          latitude: arguments.text("latitude") ?? "latitude",
          longitude: arguments.text("longitude") ?? "longitude", cutoff: cutoff,
          kernel: arguments.choice("kernel", default: .uniform),
          lag: lag ?? 0))
    default:
      let type = Covariance.ClusterType(rawValue: name) ?? .cr1
      let usual: Covariance.SmallSample =
        switch type {
        case .cr1: .standard
        case .cr3: .jackknife
        case .cr2, .rowHC2, .rowHC3: .none
        }
      return .cluster(groups, type, factor ?? usual)
    }
  }

  /// Refuses options that the covariance named does not look at.
  private static func check(_ arguments: Arguments, _ name: String) throws(Failure) {
    let isClustered = name.hasPrefix("cr") || name.hasPrefix("row-")
    let looked: [(option: String, isUsed: Bool)] = [
      ("cluster", isClustered),
      (
        "correction",
        (isClustered && name != "cr0") || ["driscoll-kraay", "newey-west"].contains(name)
      ),
      ("cutoff", name == "conley"), ("kernel", name == "conley"),
      ("lag", ["driscoll-kraay", "newey-west", "conley"].contains(name)),
      ("latitude", name == "conley"), ("longitude", name == "conley"),
    ]
    for entry in looked where !entry.isUsed && arguments.isGiven(entry.option) {
      throw Failure(
        status: .usage, message: "--\(entry.option) does not go with --vcov \(name)")
    }
  }

  /// The number columns that a covariance reads.
  static func numbers(_ covariance: Covariance) -> [String] {
    if case .conley(let conley) = covariance { [conley.latitude, conley.longitude] } else { [] }
  }

  /// The text columns that a covariance reads.
  static func groupings(_ covariance: Covariance) -> [String] {
    if case .cluster(let names, _, _) = covariance { names } else { [] }
  }
}
