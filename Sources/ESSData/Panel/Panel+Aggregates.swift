extension Panel {
  /// Codes that the World Bank's files use for groups of countries, mixed in among the countries (list of the World Development
  /// Indicators, 2025).
  private static let worldBankAggregates: Set<String> = [
    "AFE", "AFW", "ARB", "CEB", "CSS", "EAP", "EAR", "EAS", "ECA", "ECS", "EMU", "EUU", "FCS",
    "HIC", "HPC", "IBD", "IBT", "IDA", "IDB", "IDX", "INX", "LAC", "LCN", "LDC", "LIC", "LMC",
    "LMY", "LTE", "MEA", "MIC", "MNA", "NAC", "OED", "OSS", "PRE", "PSS", "PST", "SAS", "SSA",
    "SSF", "SST", "TEA", "TEC", "TLA", "TMN", "TSA", "TSS", "UMC", "WLD",
  ]

  /// The territories that are the World Bank's groups of countries, in panel order.
  public var worldBankAggregates: [String] {
    territories.filter(Self.worldBankAggregates.contains)
  }

  /// The panel without some territories.
  public func removing(_ removed: Set<String>) -> Panel {
    let kept = territories.indices.filter { !removed.contains(territories[$0]) }
    var place = [Int?](repeating: nil, count: territories.count)
    for (position, territory) in kept.enumerated() { place[territory] = position }
    var panel = Panel(
      territories: kept.map { territories[$0] }, variables: variables, labels: labels,
      entries: entries.compactMap { entry in
        var entry = entry
        guard let territory = place[entry.territory] else { return nil }
        entry.territory = territory
        return entry
      }
    ) { _, _ in }
    panel.file = file
    return panel
  }
}
