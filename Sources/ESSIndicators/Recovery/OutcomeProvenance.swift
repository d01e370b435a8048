public import ESSData

/// What the rows of a recovery estimate say of their outcome.
public struct OutcomeProvenance: Sendable, Equatable {
  /// The outcome as methods show it, such as `100*ln(gdp)`.
  public var name: String
  /// Worst status of its values.
  public var status: ObservationStatus
  /// Source keys behind its values.
  public var sources: [String]

  /// A provenance; plain values without sources unless said.
  public init(
    name: String, status: ObservationStatus = .actual, sources: [String] = []
  ) {
    self.name = name
    self.status = status
    self.sources = sources
  }

  /// Of a panel's variable over some territories and times.
  public init(
    name: String, _ panel: Panel, variable: String, units: [String], periods: [String]
  ) {
    self.init(name: name)
    var list = SourceList()
    for unit in units {
      for period in periods.compactMap({ Period($0) }) {
        guard let cell = panel.cell(variable, unit, period) else { continue }
        status = max(status, cell.status)
        list.add(cell.source)
      }
    }
    sources = list.keys
  }

  /// A row with this provenance; what is estimated has at best that status.
  func row(
    territory: String = "", period: String, indicator: String, component: String = "",
    value: Double?, standardError: Double? = nil, interval: ClosedRange<Double>? = nil,
    count: Int? = nil, method: String, note: String = ""
  ) -> Observation {
    let missing = value?.isFinite ?? false ? "" : "not defined"
    return Observation(
      territory: territory, period: period, indicator: indicator, component: component,
      value: value, unit: Catalogue[indicator]?.unit ?? "", standardError: standardError,
      interval: interval, count: count, status: max(status, .estimated), method: method,
      sources: sources, note: value == nil && note.isEmpty ? missing : note)
  }
}
