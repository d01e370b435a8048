public import ESSData

extension IndicatorFramework {
  /// A column of a metadata file, with the names it may have.
  private struct Field {
    let names: [String]
    /// The name that the table uses, if it has the column.
    func column(of table: CSVTable) -> String? { names.first(where: table.has) }
  }

  private static let code = Field(names: ["code", "iCode", "indicator"])
  private static let name = Field(names: ["name", "name_en", "iName"])
  private static let nameFrench = Field(names: ["name_fr"])
  private static let nameSpanish = Field(names: ["name_es"])
  private static let note = Field(names: ["note", "note_en"])
  private static let noteFrench = Field(names: ["note_fr"])
  private static let noteSpanish = Field(names: ["note_es"])
  private static let kind = Field(names: ["kind", "Type"])
  private static let unit = Field(names: ["unit", "Unit"])
  private static let direction = Field(names: ["direction", "Direction"])
  private static let parent = Field(names: ["parent", "Parent"])
  private static let weight = Field(names: ["weight", "Weight"])
  private static let lower = Field(names: ["lower"])
  private static let upper = Field(names: ["upper"])
  private static let target = Field(names: ["target", "Target"])
  private static let denominator = Field(names: ["denominator", "Denominator"])
  private static let transformation = Field(names: ["transformation"])

  /// Reads a table of metadata: one row an indicator or a group.
  ///
  /// Columns: `code` (required), `name` (or `name_en`, `name_fr`, `name_es`), `unit`, `direction` (higher or lower; 1 or -1), `parent`, `weight`,
  /// `lower` and `upper` (goalposts), `target`, `denominator`, `transformation`, `note` (or `note_en`, `note_fr`, `note_es`); those of COINr's iMeta table have the same
  /// meaning. Rows whose `kind` is Group or Denominator describe columns of the data and are no part of the framework.
  ///
  /// - Throws: `DataError` with file, line and column of everything that is wrong.
  public init(_ table: CSVTable) throws(DataError) {
    guard let codes = try Self.texts(Self.code, table) else {
      throw .unknownName(kind: "column of \(table.file)", name: "code", known: table.columns)
    }
    let kinds = try Self.texts(Self.kind, table)
    let rows = codes.indices.filter { row in
      !["group", "denominator"].contains(kinds?[row].lowercased() ?? "")
    }
    let names = [
      try Self.texts(Self.name, table), try Self.texts(Self.nameFrench, table),
      try Self.texts(Self.nameSpanish, table),
    ]
    let notes = [
      try Self.texts(Self.note, table), try Self.texts(Self.noteFrench, table),
      try Self.texts(Self.noteSpanish, table),
    ]
    let units = try Self.texts(Self.unit, table)
    let directions = try Self.texts(Self.direction, table)
    let parents = try Self.texts(Self.parent, table)
    let denominators = try Self.texts(Self.denominator, table)
    let transformations = try Self.texts(Self.transformation, table)
    let weights = try Self.numbers(Self.weight, table)
    let lowers = try Self.numbers(Self.lower, table)
    let uppers = try Self.numbers(Self.upper, table)
    let targets = try Self.numbers(Self.target, table)
    var problems: [DataProblem] = []
    var metadata: [IndicatorMetadata] = []
    for row in rows {
      func known(_ texts: [String]?) -> String? {
        texts.flatMap { $0[row].isEmpty ? nil : $0[row] }
      }
      func known(_ numbers: [Double]?) -> Double? {
        numbers.flatMap { $0[row].isNaN ? nil : $0[row] }
      }
      func translated(_ texts: [[String]?]) -> Translated? {
        known(texts[0]).map { english in
          Translated(
            en: english, fr: known(texts[1]) ?? english, es: known(texts[2]) ?? english)
        }
      }
      func report(_ field: Field, _ message: String) {
        problems.append(table.problem(row: row, column: field.column(of: table), message))
      }
      var entry = IndicatorMetadata(
        code: codes[row], name: translated(names), unit: known(units) ?? "", parent: known(parents),
        weight: known(weights) ?? 1,
        target: known(targets), denominator: known(denominators),
        note: translated(notes))
      switch known(directions)?.lowercased() {
      case nil, "higher", "1", "+1", "+": entry.direction = .higher
      case "lower", "-1", "-": entry.direction = .lower
      case let other?:
        report(Self.direction, "'\(excerpt(other))' is no direction; write higher or lower")
      }
      switch (known(lowers), known(uppers)) {
      case (nil, nil): break
      case (let lower?, let upper?): entry.goalposts = .init(lower: lower, upper: upper)
      default: report(Self.lower, "goalposts need both lower and upper")
      }
      if let text = known(transformations) {
        do throws(DataError) {
          entry.transformation = try Transformation(parsing: text)
        } catch {
          report(
            Self.transformation,
            "'\(excerpt(text))' is no transformation; write none, ln, log10 or box-cox(lambda=NUMBER)"
          )
        }
      }
      metadata.append(entry)
    }
    guard problems.isEmpty else {
      throw .invalid(Array(problems.prefix(20)), omitted: max(problems.count - 20, 0))
    }
    try self.init(metadata) { row, message in
      table.problem(row: rows[row], column: nil, message)
    }
  }

  private static func texts(_ field: Field, _ table: CSVTable) throws(DataError) -> [String]? {
    guard let column = field.column(of: table) else { return nil }
    return try table.texts(column)
  }

  private static func numbers(_ field: Field, _ table: CSVTable) throws(DataError) -> [Double]? {
    guard let column = field.column(of: table) else { return nil }
    return try table.numbers(column)
  }
}
