internal import ESSData

/// Which two cells of a sample are compared.
public enum SurveyComparison: Sendable, Equatable {
  /// Each domain in two periods.
  case periods(from: String, to: String)
  /// Two domains, within each period.
  case domains(first: String, second: String)
}

/// Two cells that are compared.
struct CellPair: Sendable {
  /// Where the result stands: the domain, or both domains as `first:second`; the period, or `from/to`.
  let cell: SurveyCell
  /// Their positions among the cells.
  let first: Int
  let second: Int

  /// The pairs of a comparison among some cells; throws for a period or domain that there is not.
  static func pairs(
    _ comparison: SurveyComparison, of cells: [SurveyCell]
  ) throws(DataError) -> [CellPair] {
    switch comparison {
    case .periods(let from, let to):
      let known = cells.map(\.period).distinct
      for period in [from, to] where !known.contains(period) {
        throw .unknownName(kind: "period of the survey", name: period, known: known)
      }
      return cells.map(\.domain).distinct.compactMap { domain in
        guard let first = cells.firstIndex(of: SurveyCell(period: from, domain: domain)),
          let second = cells.firstIndex(of: SurveyCell(period: to, domain: domain))
        else { return nil }
        return CellPair(
          cell: SurveyCell(period: "\(from)/\(to)", domain: domain), first: first, second: second)
      }
    case .domains(let first, let second):
      let known = cells.map(\.territory).distinct
      for domain in [first, second] where !known.contains(domain) {
        throw .unknownName(kind: "domain of the survey", name: domain, known: known)
      }
      return cells.map(\.period).distinct.compactMap { period in
        func position(_ name: String) -> Int? {
          cells.firstIndex { $0.period == period && $0.territory == name }
        }
        guard let a = position(first), let b = position(second) else { return nil }
        return CellPair(
          cell: SurveyCell(period: period, domain: ["\(first):\(second)"]), first: a, second: b)
      }
    }
  }
}

extension SurveyComparison {
  /// Whether the samples of periods share PSUs, in `method`; nothing for domains, which always do.
  func samples(_ columns: SurveyColumns) -> String {
    guard case .periods = self else { return "" }
    return "samples=\(columns.periods.rawValue),"
  }
}
