import CommandLineKit
import ESSIndicators

extension Input {
  /// The variable of levels that `--gdp` names or the dataset has; one that the dataset says is a rate or an index is refused.
  func levelVariable(_ arguments: Arguments, in panel: Panel) throws -> String {
    let name = try variable(option: "gdp", role: "gdp_constant", arguments, in: panel)
    guard let dataset, dataset.has("variables"),
      let described = try dataset.variables().first(where: { $0.name == name }), described.isRate
    else { return name }
    throw Failure(
      status: .usage,
      message:
        "--gdp: '\(name)' is in \(described.unit.split(separator: "_").joined(separator: " ")), "
        + "which does not add up over territories; name a variable of levels")
  }
}

extension Variable {
  /// Whether its unit is that of a rate or an index, which cannot be summed.
  fileprivate var isRate: Bool {
    let rates = ["index", "percent", "ratio"]
    return rates.contains(unit) || unit.hasPrefix("percent_") || unit.hasSuffix("_points")
  }
}
