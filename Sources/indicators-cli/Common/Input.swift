import CommandLineKit
import ESSIndicators
import Synchronization

/// The input of a command: a dataset, or a CSV file with mapped columns; what several measures need is read once.
///
/// Measures on several threads may share it; the first that needs a table reads it and the others wait.
final class Input: Sendable {
  /// What was read.
  private struct Read {
    var panel: Panel?
    var tree: TerritoryTree?
    /// Files that options named.
    var tables: [TextFile] = []
  }

  /// The dataset, if the input is one.
  let dataset: Dataset?
  /// What the user called it.
  let name: String
  /// What messages call it, and the survey that is compared with it.
  var messageName: String {
    let first = name == "-" ? "standard input" : name
    return ([first] + arguments.operands.dropFirst()).joined(separator: " and ")
  }
  /// The file of a statistics package, if the input is one.
  let surveyFile: SurveyFile?
  private let file: TextFile?
  private let columns: PanelColumns
  private let read = Mutex(Read())
  private let arguments: Arguments

  /// The options that map columns, each with what it maps.
  private static var columnOptions: [(option: String, path: WritableKeyPath<PanelColumns, String>)]
  {
    [
      ("territory", \.territory), ("period", \.period), ("variable", \.variable),
      ("value", \.value), ("status", \.status), ("source", \.source),
    ]
  }

  /// Opens the first operand, or the dataset named as default; `mapsColumns` if options name columns of a dataset's tables too,
  /// `mapped` the options that name columns of a CSV file (others may have the same words for something else); a CSV file is read
  /// unless the command streams it.
  init(
    _ arguments: Arguments, default fallback: String = Dataset.defaultName,
    mapsColumns: Bool = false, mapped: [String] = ["territory", "period"], readsFile: Bool = true
  ) throws {
    self.arguments = arguments
    name = arguments.operands.first ?? fallback
    Progress.step("reading \(name == "-" ? "standard input" : name)")
    var columns = PanelColumns()
    for (option, path) in Self.columnOptions where mapped.contains(option) {
      if let column = arguments.text(option) { columns[keyPath: path] = column }
    }
    columns.frequency = arguments.text("frequency").flatMap { name in
      Period.Frequency.allCases.first { "\($0)" == name }
    }
    self.columns = columns
    let isDescriptor = name.hasSuffix("datapackage.json")
    let isFile = name == "-" || (Files.exists(name) && !Files.isFolder(name) && !isDescriptor)
    if Dataset.shippedNames.contains(name) || !isFile {
      if !Dataset.shippedNames.contains(name), !Files.exists(name), name.contains(".") {
        throw DataError.noInput(path: name, reason: "no such file or directory")
      }
      dataset = try Dataset(name)
      file = nil
      surveyFile = nil
      if !mapsColumns, let option = (mapped + ["frequency"]).first(where: arguments.isGiven) {
        throw Failure(
          status: .usage, message: "--\(option) is for a CSV file; a dataset names its columns")
      }
      if let option = ["expect-rows", "missing-tokens"].first(where: arguments.isGiven) {
        throw Failure(
          status: .usage, message: "--\(option) is for a CSV file; a dataset's descriptor has it")
      }
    } else if let format = SurveyFile.Format(path: name) {
      dataset = nil
      file = nil
      surveyFile = try SurveyFile(path: name, format: format)
    } else {
      dataset = nil
      surveyFile = nil
      file = readsFile ? try TextFile(path: name) : nil
    }
  }

  /// The panel of the input.
  func panel() throws -> Panel {
    try read.withLock { read in
      if let panel = read.panel { return panel }
      let panel = try readPanel()
      read.panel = panel
      return panel
    }
  }

  private func readPanel() throws -> Panel {
    if let dataset { return try dataset.panel() }
    let file = try csvFile()
    let bytes = try file.bytes()
    guard case .table = PanelInput(of: bytes) else {
      return try Panel(bytes: bytes, file: file.name, columns: columns)
    }
    let table = try CSVTable(
      bytes: bytes, file: file.name, panel: columns, options: arguments.readingOptions)
    try checkRows(table.rowCount)
    return try Panel(table, columns: columns)
  }

  /// Whether the input is a file in the World Bank's form.
  var isWorldBankDownload: Bool {
    guard let file, case .worldBank = PanelInput(of: file.beginning) else { return false }
    return true
  }

  /// Whether the input is a file that is no plain CSV table, and that only a panel is read from.
  var isOtherForm: Bool {
    guard let file else { return false }
    return PanelInput(of: file.beginning) == .eurostat || isWorldBankDownload
  }

  /// Whether the input can be nothing but a survey, where tables of groups are read, too.
  var isSurvey: Bool { dataset != nil || surveyFile != nil }

  /// The column names of a CSV file.
  func header() throws -> [String] {
    let file = try csvFile()
    return try file.isKept
      ? TypedTable.header(bytes: file.bytes(), file: file.name)
      : TypedTable.header(path: file.path)
  }

  /// The table of a CSV file, with every column.
  func table() throws -> CSVTable {
    let file = try csvFile()
    let table = try CSVTable(
      bytes: file.bytes(), file: file.name, options: arguments.readingOptions)
    try checkRows(table.rowCount)
    return table
  }

  /// The path of a CSV file that can be read as often as needed.
  var pathOfPlainTable: String? {
    guard let file, !file.isKept else { return nil }
    return file.path
  }

  /// Refuses a table that has not as many rows as were promised.
  func checkRows(_ count: Int) throws {
    guard let expected = try arguments.integer("expect-rows"), expected != count else { return }
    throw DataError.invalid(
      name == "-" ? "standard input" : name,
      "\(count) row\(count == 1 ? "" : "s"), \(expected) expected; is the file cut?")
  }

  /// Some columns of a CSV file, without the file in memory.
  func typedTable(_ columns: [TypedColumn]) throws -> TypedTable {
    let file = try csvFile()
    let options = arguments.readingOptions
    return try file.isKept
      ? TypedTable.read(bytes: file.bytes(), file: file.name, columns: columns, options: options)
      : TypedTable.read(path: file.path, columns: columns, options: options)
  }

  /// The table of a CSV file that an option names, if it is given.
  func table(option: String, _ arguments: Arguments) throws -> CSVTable? {
    guard let path = arguments.text(option) else { return nil }
    let file = try TextFile(path: path)
    read.withLock { $0.tables.append(file) }
    return try CSVTable(bytes: file.bytes(), file: file.name)
  }

  /// The bytes of a text file that an option names, which a manifest then names too.
  func bytes(option: String, _ arguments: Arguments) throws -> [UInt8]? {
    guard let path = arguments.text(option) else { return nil }
    let file = try TextFile(path: path)
    read.withLock { $0.tables.append(file) }
    return try file.bytes()
  }

  private func csvFile() throws -> TextFile {
    if let surveyFile {
      throw DataError.notIdentified(
        "\(name) is \(surveyFile.format.file), which survey commands read; this one needs a CSV file"
      )
    }
    guard let file else { throw DataError.notIdentified("\(name) is a dataset, not a CSV file") }
    return file
  }

  /// The territories; none for a CSV file.
  func territories() throws -> TerritoryTree {
    try read.withLock { read in
      if let tree = read.tree { return tree }
      let tree = try dataset?.territories() ?? TerritoryTree([], groupMembers: [])
      read.tree = tree
      return tree
    }
  }

  /// The dataset, for commands that need more than one table.
  func requiredDataset(for what: String) throws -> Dataset {
    guard let dataset else {
      throw DataError.notIdentified("\(name) is a CSV file; \(what) needs a dataset")
    }
    return dataset
  }

  /// An option's value: given, or the dataset's default.
  func setting(_ option: String, of noun: String, _ arguments: Arguments) -> String? {
    arguments.text(option) ?? dataset?.package.defaults["\(noun).\(option)"]
  }

  /// A period: given, or the dataset's default; required.
  func period(_ option: String, of noun: String, _ arguments: Arguments) throws -> Period {
    guard let text = setting(option, of: noun, arguments) else {
      throw Failure(status: .usage, message: "--\(option) is needed; \(name) has no default for it")
    }
    guard let period = Period(text) else {
      throw Failure(
        status: .usage,
        message: "--\(option): '\(text)' is not a period such as 2020, 2020-Q1 or 2020-03")
    }
    return period
  }

  /// The variable of a role: named by an option, or found in the dataset's table of variables.
  func variable(
    option: String, role: String, _ arguments: Arguments, in panel: Panel
  ) throws -> String {
    if let found = try optionalVariable(option: option, role: role, arguments) { return found }
    if let dataset, dataset.has("variables") {
      throw DataError.notIdentified(
        "the dataset '\(name)' has no variable of the role '\(role)'; name one with --\(option)")
    }
    let candidates = panel.variables
    if candidates.count == 1 { return candidates[0] }
    throw Failure(
      status: .usage,
      message: "--\(option) is needed: name one of the columns "
        + candidates.prefix(8).joined(separator: ", "))
  }

  /// The variable of a role, if an option names it or the dataset has it.
  func optionalVariable(option: String, role: String, _ arguments: Arguments) throws -> String? {
    if let given = arguments.text(option) { return given }
    guard let dataset, dataset.has("variables") else { return nil }
    return try dataset.variables().first { $0.role == role }?.name
  }

  /// The options that defaults of another name stand for.
  private static let otherNames = [
    "poverty.lines": "line", "report.poverty-line": "line", "report.poverty-vintage": "vintage",
  ]

  /// Every option of a command with its value, the dataset's defaults of the given nouns filled in.
  func settings(
    _ arguments: Arguments, nouns: [String]
  ) -> [(option: String, value: String)] {
    // A dataset's default comes before the option's own.
    var defaults: [String: String] = [:]
    for (key, value) in dataset?.package.defaults ?? [:] {
      guard let noun = nouns.first(where: { key.hasPrefix($0 + ".") }) else { continue }
      let option = Self.otherNames[key] ?? String(key.dropFirst(noun.utf8.count + 1))
      if arguments.declares(option), !arguments.isGiven(option) { defaults[option] = value }
    }
    let settings = arguments.settings.map { option, value in
      (option: option, value: defaults.removeValue(forKey: option) ?? value)
    }
    return settings + defaults.sorted { $0.key < $1.key }.map { (option: $0.key, value: $0.value) }
  }

  /// Files behind the input, for a manifest.
  func files() throws -> [Manifest.Input] {
    let beside = try read.withLock { $0.tables }.map { try $0.manifestInput() }
    if let file { return [try file.manifestInput()] + beside }
    if let surveyFile {
      let digest = Digest.sha256(try Files.read(surveyFile.path))
      return [Manifest.Input(file: surveyFile.path, sha256: digest)] + beside
    }
    guard let dataset else { return beside }
    return try dataset.fileNames.map {
      Manifest.Input(
        file: "\(dataset.package.name)/\($0)", sha256: try dataset.digest(of: $0))
    } + beside
  }
}
