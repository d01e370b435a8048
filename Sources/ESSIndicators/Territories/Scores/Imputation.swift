public import ESSData
internal import ESSNumerics

/// What is put in the place of missing values.
public enum Imputation: RecipeChoice {
  /// Nothing: groups are aggregated from what is known.
  case none
  /// The mean of the indicator over all units.
  case mean
  /// The median over all units.
  case median
  /// The mean over the units of the same group of a grouping.
  case groupMean(grouping: String)
  /// The median over the units of the same group.
  case groupMedian(grouping: String)
  /// A number, such as 0 where missing means none.
  case constant(Double)

  /// The words that begin an imputation.
  public static let names = ["none", "mean", "median", "group-mean", "group-median", "constant"]

  /// The imputation that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    switch method.name {
    case "none": self = .none
    case "mean": self = .mean
    case "median": self = .median
    case "group-mean", "group-median":
      try method.check("by")
      guard let grouping = method["by"] else {
        throw .notIdentified("\(method): by=GROUPING is needed, the column of groups")
      }
      self =
        method.name == "group-mean"
        ? .groupMean(grouping: grouping) : .groupMedian(grouping: grouping)
      return
    case "constant":
      try method.check("value")
      self = .constant(try method.number("value", default: 0))
      return
    default:
      throw .unknownName(
        kind: "imputation", name: method.name,
        known: Self.names)
    }
    try method.check()
  }

  /// The imputation as text.
  public var text: MethodText {
    switch self {
    case .none: MethodText("none")
    case .mean: MethodText("mean")
    case .median: MethodText("median")
    case .groupMean(let grouping): MethodText("group-mean", [("by", grouping)])
    case .groupMedian(let grouping): MethodText("group-median", [("by", grouping)])
    case .constant(let value): MethodText("constant", [("value", NumberText.shortest(value))])
    }
  }

  /// The grouping that is needed, if one is.
  public var grouping: String? {
    switch self {
    case .groupMean(let grouping), .groupMedian(let grouping): grouping
    default: nil
    }
  }

  /// A matrix with every missing value filled in.
  ///
  /// Cost: one sort for each indicator and group that lacks a value.
  ///
  /// - Parameters:
  ///   - values: Units x indicators.
  ///   - groups: The group of each unit, for the imputations within groups.
  ///   - names: Names of indicators for messages.
  ///   - units: Names of units for messages.
  /// - Returns: The matrix without missing values.
  /// - Throws: `DataError` naming an indicator (and group) without any value to impute from, or a unit that lacks a value and is in no group.
  func filling(
    _ values: Matrix, groups: [String]?, names: (Int) -> String, units: (Int) -> String
  ) throws(DataError) -> Matrix {
    if self == .none { return values }
    var elements = values.elements
    let rows = values.rows
    let parts: [[Int]]
    if let groups {
      let members = Dictionary(grouping: 0..<rows) { groups[$0] }
      parts = groups.distinct.compactMap { members[$0] }
    } else {
      parts = [Array(0..<rows)]
    }
    for j in 0..<values.columns {
      let first = j * rows
      for part in parts {
        let missing = part.filter { elements[first + $0].isNaN }
        guard let unit = missing.first else { continue }
        if let groups, groups[unit].isEmpty {
          throw .notIdentified(
            "'\(names(j))': '\(excerpt(units(unit)))' has no value, and no '\(excerpt(grouping ?? ""))' to impute one from"
          )
        }
        guard let filler = filler(part.map { elements[first + $0] }) else {
          let whose = groups.map { " in the group '\(excerpt($0[unit]))'" } ?? ""
          throw .notIdentified("'\(names(j))': no value\(whose) to impute from")
        }
        for row in missing { elements[first + row] = filler }
      }
    }
    return Matrix(rows: rows, columns: values.columns, elements: elements)
  }

  private func filler(_ values: [Double]) -> Double? {
    if case .constant(let value) = self { return value }
    let known = values.filter { !$0.isNaN }.sorted()
    guard !known.isEmpty else { return nil }
    switch self {
    case .median, .groupMedian:
      let middle = known.count / 2
      return known.count % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2
    default: return ColumnMoments(known.span, powers: false).mean
    }
  }
}
