public import ESSData
internal import ESSNumerics

/// Specialisation, concentration and complexity of a table of territories (rows) and branches (columns).
public struct StructureStudy: Sendable {
  /// The rows with a number in every branch.
  public let table: TerritoryTable
  /// Territories left out.
  public let dropped: [String]
  /// Specialisation and concentration.
  public let structure: EconomicStructure
  /// Complexity; `nil` if fewer than two territories or branches have a location quotient of 1.
  public let complexity: EconomicComplexity?

  /// Measures a table.
  public init(_ table: TerritoryTable) throws(DataError) {
    let (complete, dropped) = try table.complete(table.variables)
    guard table.variables.count > 1 else {
      throw .notIdentified("specialisation needs two branches; there is \(table.variables.count)")
    }
    self.dropped = dropped
    for (row, territory) in complete.territories.enumerated() {
      let numbers = complete.values.row(row)
      if let branch = numbers.firstIndex(where: { $0 < 0 }) {
        throw .notIdentified("\(territory), \(complete.variables[branch]): a number below 0")
      }
      if numbers.allSatisfy({ $0 == 0 }) {
        throw .notIdentified("\(territory): every branch is 0, so that it has no shares")
      }
    }
    guard let structure = EconomicStructure(complete.values) else {
      throw .notIdentified("no territory has a number in every branch")
    }
    self.table = complete
    self.structure = structure
    complexity = EconomicComplexity(locationQuotients: structure.locationQuotients)
  }

  /// The rows of the result: territories by branch, territories, branches, complexity.
  public var observations: [Observation] {
    let note =
      dropped.isEmpty ? "" : "left out for want of a value: \(dropped.joined(separator: ", "))"
    var rows: [Observation] = []
    func add(
      _ indicator: String, _ component: String, _ row: Int?, _ value: Double?, _ method: String,
      unit: String = "ratio_any", missing: String = ""
    ) {
      let known = value.flatMap { $0.isFinite ? $0 : nil }
      rows.append(
        Observation(
          territory: row.map { table.territories[$0] } ?? "", period: table.period,
          indicator: indicator, component: component, value: known, unit: unit,
          count: table.territories.count,
          status: row.map { table.status[$0] } ?? table.status.worst,
          method: method, note: known == nil ? missing : note))
    }
    let whole = "shares(whole=own territory included)"
    for row in table.territories.indices {
      for (branch, name) in table.variables.enumerated() {
        add(
          "territories.location_quotient", name, row, structure.locationQuotients[row, branch],
          whole, missing: "the branch is 0 everywhere")
      }
    }
    for row in table.territories.indices {
      add("territories.specialisation", "krugman", row, structure.krugman[row], whole)
      add("territories.specialisation", "herfindahl", row, structure.herfindahl[row], whole)
      add("territories.specialisation", "hachman", row, structure.hachman[row], whole)
    }
    for (branch, name) in table.variables.enumerated() {
      add(
        "territories.concentration", "\(name)/krugman", nil, structure.concentration[branch], whole,
        missing: "the branch is 0 everywhere")
      add(
        "territories.concentration", "\(name)/locational-gini", nil,
        structure.locationalGini[branch], whole, missing: "the branch is 0 everywhere")
    }
    guard let complexity else { return rows }
    let method = "complexity(presence=quotient>=1,scale=population sd)"
    let tied = complexity.isTied ? "the second eigenvalue is multiple: not determined" : ""
    for row in table.territories.indices {
      add(
        "territories.complexity", "territory", row,
        complexity.isTied ? nil : complexity.territories[row], method, unit: "statistic",
        missing: complexity.isTied ? tied : "no branch has a quotient of 1")
    }
    for (branch, name) in table.variables.enumerated() {
      add(
        "territories.complexity", "branch/\(name)", nil,
        complexity.isTied ? nil : complexity.branches[branch], method, unit: "statistic",
        missing: complexity.isTied ? tied : "present nowhere")
    }
    for row in table.territories.indices {
      for (branch, name) in table.variables.enumerated() {
        add(
          "territories.relatedness", name, row, complexity.density[row, branch], method,
          unit: "ratio")
      }
    }
    return rows
  }
}
