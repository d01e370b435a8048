internal import ESSData
internal import Glibc

extension RegressionFormula {
  /// The columns of a formula over the rows where all of them have a value.
  struct Evaluated {
    /// The rows.
    let sample: PanelSample
    let outcome: [Double]
    /// Names of the regressors, one for each level of a `factor()`.
    let names: [String]
    let regressors: [[Double]]
  }

  /// Evaluates the formula on a sample: transforms by time, drops incomplete rows, applies the policy for unbalanced panels.
  func evaluated(
    on sample: PanelSample, policy: PanelSample.Policy, also needed: [String] = []
  ) throws(DataError) -> Evaluated {
    var evaluator = FormulaEvaluator(sample, isFollowed: policy != .crossSections)
    let outcome = try evaluator.column(outcome)
    var names: [String] = []
    for term in terms { names += try evaluator.columns(of: term) }
    let complete = try evaluator.sample.complete(
      in: [outcome] + names + needed, policy: policy)
    var regressors: [[Double]] = []
    for name in names { regressors.append(try complete.column(name)) }
    return Evaluated(
      sample: complete, outcome: try complete.column(outcome), names: names,
      regressors: regressors)
  }
}

/// Adds the columns of a formula to a sample.
struct FormulaEvaluator {
  private(set) var sample: PanelSample
  private let isFollowed: Bool

  init(_ sample: PanelSample, isFollowed: Bool) {
    self.sample = sample
    self.isFollowed = isFollowed
  }

  /// Makes sure that the sample has the column of an expression, and returns its name.
  mutating func column(_ expression: RegressionFormula.Expression) throws(DataError) -> String {
    let name = expression.description
    if case .variable = expression {
      _ = try sample.column(name)
    } else if !sample.names.contains(name) {
      sample = sample.adding(name, try values(expression))
    }
    return name
  }

  /// The names of the columns of a term: one, or one for each combination of the levels of its factors.
  mutating func columns(of term: RegressionFormula.Term) throws(DataError) -> [String] {
    var parts: [(name: String, values: [Double]?)] = [("", nil)]
    for factor in term.factors {
      var choices: [(name: String, values: [Double])] = []
      if case .factor(let grouping) = factor {
        let column = try sample.factor(grouping)
        for level in column.values.indices.dropFirst() {
          choices.append(
            (
              "\(grouping)=\(column.values[level])",
              column.codes.map { Int($0) == level ? 1.0 : 0.0 }
            ))
        }
      } else {
        choices = [(factor.description, try values(factor))]
      }
      parts = parts.flatMap { part in
        choices.map { choice in
          guard let values = part.values else { return (choice.name, choice.values) }
          return (part.name + ":" + choice.name, zip(values, choice.values).map { $0 * $1 })
        }
      }
    }
    for part in parts where !sample.names.contains(part.name) {
      sample = sample.adding(part.name, part.values ?? [])
    }
    return parts.map(\.name)
  }

  private func values(_ expression: RegressionFormula.Expression) throws(DataError) -> [Double] {
    switch expression {
    case .variable(let name): return try sample.column(name)
    case .log(let inner):
      let values = try self.values(inner)
      if let row = values.firstIndex(where: { $0 <= 0 }) {
        throw .notIdentified(
          "log(\(inner)) is not defined: \(NumberText.shortest(values[row])) in \(place(row))")
      }
      return values.map { Glibc.log($0) }
    case .lag(let inner, let count):
      try checkTime(expression)
      return sample.lagged(try values(inner), by: count)
    case .difference(let inner):
      try checkTime(expression)
      let values = try self.values(inner)
      return zip(values, sample.lagged(values, by: 1)).map { $0 - $1 }
    case .power(let inner, let exponent):
      return try values(inner).map { pow($0, Double(exponent)) }
    case .post(let period):
      guard let start = sample.axis.ordinal(of: period) else {
        throw .unknownName(kind: "period", name: period, known: sample.axis.labels)
      }
      let isAfter = sample.axis.ordinals.map { $0 >= start ? 1.0 : 0.0 }
      return sample.timeCodes.map { isAfter[Int($0)] }
    case .factor(let name):
      throw .notIdentified("factor(\(name)) is no number; it stands only among the terms")
    }
  }

  private func checkTime(_ expression: RegressionFormula.Expression) throws(DataError) {
    guard sample.axis.hasDistances else {
      throw .notIdentified(
        "\(expression) needs periods or whole numbers as times; \(sample.file) has "
          + sample.axis.labels.prefix(3).map(excerpt).joined(separator: ", "))
    }
    guard isFollowed else {
      throw .notIdentified("\(expression) follows units over time, repeated cross sections do not")
    }
  }

  private func place(_ row: Int) -> String {
    let unit = sample.units[Int(sample.unitCodes[row])]
    let time = sample.axis.labels[Int(sample.timeCodes[row])]
    return [unit, time].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
