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
    let kept = territories.filter { !removed.contains($0) }
    var entries: [Entry] = []
    for (v, variable) in variables.enumerated() {
      for (t, territory) in kept.enumerated() {
        for period in periods {
          guard let cell = cell(variable, territory, period) else { continue }
          entries.append(
            Entry(territory: t, variable: v, period: period, cell: cell, row: entries.count))
        }
      }
    }
    return Panel(territories: kept, variables: variables, entries: entries) { _, _ in }
  }
}
