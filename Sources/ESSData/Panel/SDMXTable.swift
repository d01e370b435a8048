/// SDMX-CSV data messages (SDMX Technical Working Group, field guides 1.0 to 2.1) that name their dimensions as ours do.
enum SDMXTable {
  /// Whether a file begins as a message of version 2 (STRUCTURE) or 1 (DATAFLOW) does.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return ["STRUCTURE,", "DATAFLOW,"].contains { bytes[start...].starts(with: $0.utf8) }
  }

  static let columns: PanelColumns = {
    var columns = PanelColumns()
    columns.territory = "REF_AREA"
    columns.period = "TIME_PERIOD"
    columns.variable = "INDICATOR"
    columns.value = "OBS_VALUE"
    columns.status = "OBS_STATUS"
    columns.source = "SOURCE"
    columns.flags = "OBS_FLAG"
    return columns
  }()

  static func panel(_ bytes: [UInt8], file: String) throws(DataError) -> Panel {
    let table = try CSVTable(bytes: bytes, file: file, panel: columns)
    for name in [columns.territory, columns.period, columns.variable, columns.value] {
      _ = try table.index(of: name)
    }
    if table.has("ACTION") {
      let actions = try table.coded("ACTION")
      if let code = actions.values.firstIndex(of: "D"),
        let row = actions.codes.firstIndex(of: Int32(code))
      {
        throw .invalid(
          file, line: table.line(ofRow: row), column: "ACTION",
          "a message that deletes (D) is no panel")
      }
    }
    return try Panel(table, columns: columns)
  }
}
