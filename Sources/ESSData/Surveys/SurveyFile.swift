internal import CSurveyFiles
internal import Glibc

/// A file of a statistics package: Stata (.dta), SPSS (.sav, .zsav) or SAS (.sas7bdat), read by ReadStat.
///
/// ReadStat is opened when the first such file is read, in a process of its own: the versions in use have known crashes on damaged
/// files (WizardMac/ReadStat issues 285, 372, 388, 391), and a crash there is an error here. Only the columns asked for are read.
public struct SurveyFile: Sendable {
  /// The package that writes the format.
  public enum Format: Int32, Sendable, CaseIterable {
    /// Stata.
    case stata
    /// SPSS.
    case spss
    /// SAS.
    case sas

    /// The format by the ending of a name, `nil` for another.
    public init?(path: String) {
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      switch ending {
      case "dta": self = .stata
      case "sav", "zsav": self = .spss
      case "sas7bdat": self = .sas
      default: return nil
      }
    }

    /// A file of the format, as a sentence has it.
    public var file: String { self == .spss ? "an SPSS file" : "a \(name) file" }

    /// Its name.
    public var name: String {
      switch self {
      case .stata: "Stata"
      case .spss: "SPSS"
      case .sas: "SAS"
      }
    }
  }

  /// A column as the file describes it.
  public struct Variable: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its label; empty if it has none.
    public let label: String
    /// Whether it holds texts.
    public let isText: Bool
    /// The name of its set of value labels; empty if it has none.
    public let labelSet: String
  }

  /// Why a number is missing.
  public enum Missing: Hashable, Sendable {
    /// No reason given.
    case system
    /// A code of Stata or SAS: a letter.
    case code(Character)
    /// A value that the file declares as missing (SPSS).
    case value(Double)

    /// As messages show it: `.`, `.a`, or the value.
    public var text: String {
      switch self {
      case .system: "."
      case .code(let letter): ".\(letter)"
      case .value(let value): NumberText.shortest(value)
      }
    }
  }

  /// The file.
  public let path: String
  /// Its format.
  public let format: Format
  /// Its columns, in file order.
  public let variables: [Variable]
  /// The labels of each set: of numbers by their shortest text, of missing codes as `.a`.
  public let labels: [String: [String: String]]

  /// Reads the description of a file.
  ///
  /// - Throws: `DataError.noInput`, `DataError.invalid`; `DataError.noDriver` where ReadStat is not installed.
  public init(path: String, format: Format) throws(DataError) {
    self.path = path
    self.format = format
    let answer = try Self.read(path, format, [])
    variables = answer.variables
    labels = answer.labels
  }

  /// The names of the columns.
  public var columns: [String] { variables.map(\.name) }

  /// The values of some columns.
  public func values(of names: [String]) throws(DataError) -> SurveyFileValues {
    for name in names where !columns.contains(name) {
      throw .unknownName(kind: "column of \(path)", name: name, known: columns)
    }
    var answer = try Self.read(path, format, names)
    return answer.values(file: self)
  }

  private static func read(
    _ path: String, _ format: Format, _ names: [String]
  ) throws(DataError) -> SurveyFileAnswer {
    guard Files.exists(path), !Files.isFolder(path) else {
      throw .noInput(path: path, reason: "no such file or directory")
    }
    var size = 0
    var status: Int32 = 0
    // Copies that the other process may read.
    let texts = unsafe names.map { unsafe UnsafePointer(strdup($0)) }
    defer { unsafe texts.forEach { unsafe free(UnsafeMutableRawPointer(mutating: $0)) } }
    let found = unsafe ess_survey_file_read(
      path, format.rawValue, texts, names.count, &size, &status)
    defer { unsafe free(found) }
    let bytes = unsafe Array(UnsafeBufferPointer(start: found, count: size))
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    switch Int(status) {
    case ESS_SURVEY_READ: return SurveyFileAnswer(bytes)
    case ESS_SURVEY_NO_LIBRARY: throw .noDriver("cannot read \(path): \(text)")
    case ESS_SURVEY_REFUSED:
      throw .invalid(path, "not \(format.file) that ReadStat can read: \(text.lowercased())")
    case ESS_SURVEY_CRASHED:
      throw .invalid(path, "ReadStat crashed on this file; it is damaged, or made to do so")
    default: throw .inputOutput(path: path, reason: "no memory or no process to read it with")
    }
  }
}
