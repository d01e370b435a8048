extension Dataset {
  /// Everything in the package that its descriptor does not promise so: files, digests, row counts, columns, types, keys and references.
  ///
  /// Empty for a package in order. Where the tables are sound in themselves, whatever their digests, the views of them are read too, so that
  /// a panel or a network with a fault in itself is found as well.
  public func problems() -> [DataProblem] {
    var problems: [DataProblem] = []
    var tables: [String: CSVTable] = [:]
    var isSound = true
    func add(_ faults: [DataProblem]) {
      problems += faults
      if !faults.isEmpty { isSound = false }
    }
    for resource in package.resources {
      do throws(DataError) {
        let bytes = try self.bytes(of: resource.path)
        let table = try CSVTable(bytes: bytes, file: resource.path)
        tables[resource.name] = table
        problems += Self.digestProblems(resource, bytes, table)
        add(Self.headerProblems(resource, table))
        add(try Self.columnProblems(resource, table))
      } catch {
        add(Self.problems(of: error, file: resource.path))
      }
    }
    for resource in package.resources {
      guard let table = tables[resource.name] else { continue }
      add(sourceProblems(resource, table, tables["sources"]))
      for key in resource.schema?.foreignKeys ?? [] {
        add(Self.referenceProblems(key, table, tables, package))
      }
    }
    return isSound ? problems + viewProblems() : problems
  }

  /// The problems that an error stands for.
  private static func problems(of error: DataError, file: String) -> [DataProblem] {
    switch error {
    case .invalid(let problems, let omitted):
      let more = DataProblem(file: file, message: "\(omitted) more problems are not listed")
      return problems + (omitted > 0 ? [more] : [])
    case .noInput(_, let reason): return [DataProblem(file: file, message: reason)]
    case .unknownName(let kind, let name, _):
      return [DataProblem(file: file, message: "unknown \(kind) '\(name)'")]
    case .notIdentified(let reason), .noDriver(let reason):
      return [DataProblem(file: file, message: reason)]
    case .cannotCreate(_, let reason), .inputOutput(_, let reason):
      return [DataProblem(file: file, message: reason)]
    }
  }

  private static func digestProblems(
    _ resource: DataPackage.Resource, _ bytes: [UInt8], _ table: CSVTable
  ) -> [DataProblem] {
    var problems: [DataProblem] = []
    if let hash = resource.hash, hash.hasPrefix("sha256:"),
      hash != "sha256:" + Digest.sha256(bytes)
    {
      problems.append(
        DataProblem(file: resource.path, message: "the digest is not that of the descriptor"))
    }
    if let count = resource.rowCount, count != table.rowCount {
      problems.append(
        DataProblem(
          file: resource.path, message: "\(table.rowCount) rows, \(count) in the descriptor"))
    }
    return problems
  }

  private static func headerProblems(
    _ resource: DataPackage.Resource, _ table: CSVTable
  ) -> [DataProblem] {
    guard let names = resource.schema?.fields.map(\.name), names != table.columns else { return [] }
    return [
      DataProblem(
        file: resource.path, line: 1,
        message: "the columns are \(table.columns.joined(separator: ",")), the descriptor has "
          + names.joined(separator: ","))
    ]
  }

  private static func columnProblems(
    _ resource: DataPackage.Resource, _ table: CSVTable
  ) throws(DataError) -> [DataProblem] {
    guard let schema = resource.schema else { return [] }
    var problems: [DataProblem] = []
    for field in schema.fields where table.has(field.name) {
      let column = try table.coded(field.name)
      let fault = column.values.map { Self.fault(in: $0, field) }
      guard fault.contains(where: { $0 != nil }) else { continue }
      for row in 0..<table.rowCount {
        if let message = fault[Int(column.codes[row])] {
          problems.append(table.problem(row: row, column: field.name, message))
        }
      }
    }
    let key = (schema.primaryKey ?? []).filter(table.has)
    if !key.isEmpty { problems += try table.duplicates(of: key) }
    return problems
  }

  private static func fault(in text: String, _ field: DataPackage.Field) -> String? {
    if text.isEmpty {
      return field.constraints?.required == true ? "a value is required" : nil
    }
    if let allowed = field.constraints?.enum, !allowed.contains(text) {
      return "'\(excerpt(text))' is not one of \(allowed.joined(separator: ", "))"
    }
    switch field.type {
    case "integer": return Int(text) == nil ? "'\(excerpt(text))' is not a whole number" : nil
    case "number":
      return NumberText.parse(text) == nil
        ? "'\(excerpt(text))' is not a number" : nil
    default: return nil
    }
  }

  private static func referenceProblems(
    _ key: DataPackage.ForeignKey, _ table: CSVTable, _ tables: [String: CSVTable],
    _ package: DataPackage
  ) -> [DataProblem] {
    // Keys of several columns are not used by any table of ours.
    guard let column = key.fields.first, key.fields.count == 1,
      let target = key.reference.fields.first
    else { return [] }
    guard let other = tables[key.reference.resource] else {
      return [
        DataProblem(
          file: table.file, column: column,
          message: "refers to the table '\(key.reference.resource)', which is not there")
      ]
    }
    guard let values = try? table.coded(column), let known = try? other.coded(target) else {
      return []
    }
    let set = Set(known.values)
    let isUnknown = values.values.map { !$0.isEmpty && !set.contains($0) }
    guard isUnknown.contains(true) else { return [] }
    return (0..<table.rowCount).filter { isUnknown[Int(values.codes[$0])] }.map { row in
      table.problem(
        row: row, column: column,
        "'\(values[row])' is not in \(other.file), column '\(target)'")
    }
  }

  /// Keys of column `source`, several joined by `;`, that the table of sources does not have.
  private func sourceProblems(
    _ resource: DataPackage.Resource, _ table: CSVTable, _ sources: CSVTable?
  ) -> [DataProblem] {
    guard resource.name != "sources", let keys = try? table.coded("source"),
      let known = try? sources?.coded("source")
    else { return [] }
    let set = Set(known.values)
    let isUnknown = keys.values.map { joined in
      joined.split(separator: ";").contains { !set.contains(String($0)) }
    }
    guard isUnknown.contains(true) else { return [] }
    return (0..<table.rowCount).filter { isUnknown[Int(keys.codes[$0])] }.map { row in
      table.problem(row: row, column: "source", "'\(keys[row])' is not in sources.csv")
    }
  }

  /// What the typed views refuse although every table is in order.
  private func viewProblems() -> [DataProblem] {
    var problems: [DataProblem] = []
    func read(_ file: String, _ body: () throws(DataError) -> Void) {
      do throws(DataError) { try body() } catch { problems += Self.problems(of: error, file: file) }
    }
    if has("territories") {
      read("territories.csv") { () throws(DataError) in _ = try territories() }
    }
    if has("panel") {
      read("panel.csv") { () throws(DataError) in
        let panel = try panel()
        // What measures refuse of a rate of poverty and of a population.
        let variables = has("variables") ? try self.variables() : []
        try panel.check(
          variables.compactMap { variable in
            switch (variable.role, variable.unit) {
            case ("poverty_headcount", "percent"): (variable.name, .headcountRatio)
            case ("population", _): (variable.name, .population)
            default: nil
            }
          })
      }
    }
    if has("outlook") { read("outlook.csv") { () throws(DataError) in _ = try growthOutlook() } }
    if has("poverty_vintages") {
      read("poverty_vintages.csv") { () throws(DataError) in _ = try povertyVintages() }
    }
    if has("memberships") {
      read("memberships.csv") { () throws(DataError) in _ = try allianceNetwork() }
    }
    return problems
  }
}

extension TypedTable {
  /// Rows whose values in some columns together stand on an earlier row too.
  public func duplicates(of key: [String]) throws(DataError) -> [DataProblem] {
    var columns: [CodedColumn] = []
    for name in key { columns.append(try coded(name)) }
    var first: [[Int32]: Int] = [:]
    var problems: [DataProblem] = []
    for row in 0..<rowCount {
      let values = columns.map { $0.codes[row] }
      if let earlier = first[values] {
        let shown = columns.map { $0[row] }.joined(separator: ", ")
        problems.append(
          problem(
            row: row, column: nil,
            "the key (\(key.joined(separator: ", "))) = (\(shown)) is already on line "
              + "\(line(ofRow: earlier))"))
      } else {
        first[values] = row
      }
    }
    return problems
  }
}

extension CSVTable {
  /// Rows whose values in some columns together stand on an earlier row too.
  public func duplicates(of key: [String]) throws(DataError) -> [DataProblem] {
    try table.duplicates(of: key)
  }
}
