/// The forms in which a panel comes, told from its first lines.
public enum PanelInput: Sendable, Equatable {
  /// CSV with a header row of its own: long or wide.
  case table
  /// A World Bank download: one column a year.
  case worldBank(start: Int)
  /// A Eurostat file: tab-separated, one column a period, flags behind the numbers.
  case eurostat
  /// An SDMX-CSV data message.
  case sdmx

  /// The form of a file.
  public init(of bytes: [UInt8]) {
    if let start = WorldBankTable.start(in: bytes) {
      self = .worldBank(start: start)
    } else if EurostatTable.isOne(bytes) {
      self = .eurostat
    } else if SDMXTable.isOne(bytes) {
      self = .sdmx
    } else {
      self = .table
    }
  }
}

extension Panel {
  /// Reads a panel from the bytes of a file in any of the forms; `columns` maps those of a table.
  public init(
    bytes: [UInt8], file: String, columns: PanelColumns = PanelColumns()
  ) throws(DataError) {
    switch PanelInput(of: bytes) {
    case .worldBank(let start):
      self = try WorldBankTable.panel(bytes, from: start, file: file)
    case .eurostat: self = try EurostatTable.panel(bytes, file: file)
    case .sdmx: self = try SDMXTable.panel(bytes, file: file)
    case .table:
      self = try Panel(CSVTable(bytes: bytes, file: file, panel: columns), columns: columns)
    }
  }
}
