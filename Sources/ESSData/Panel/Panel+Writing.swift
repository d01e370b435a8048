/// A form in which a panel is written.
public enum PanelForm: String, Sendable, CaseIterable {
  /// One row a cell: territory, period, variable, value, status, source, and flags where there are any.
  case long
  /// One row for each territory and period, one column a variable.
  case wide
  /// SDMX-CSV 2 data message (SDMX Technical Working Group, field guide): one row an observation, to be merged into
  /// what the receiver has.
  case sdmx = "sdmx-csv"
}

extension Panel {
  /// The panel as CSV, by variable, territory and period (long, SDMX) or territory and period (wide); cells that do not exist are left out.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - structure: For SDMX the dataflow that the rows belong to, `AGENCY:ID(VERSION)`.
  /// - Returns: The bytes of the file, with a header row and LF line ends.
  public func csv(_ form: PanelForm, structure: String) -> [UInt8] {
    var text = DelimitedText()
    // Few panels have flags; those of the others keep the usual columns.
    let hasFlags = self.hasFlags
    switch form {
    case .long:
      text.add(
        (["territory", "period", "variable", "value", "status", "source"]
          + (hasFlags ? ["flags"] : [])).map { .text($0) })
      forEachCell { territory, period, variable, cell in
        text.add(
          [
            .text(territory), .text(period.description), .text(variable),
            .number(NumberText.shortest(cell.value)), .text(cell.status.rawValue),
            .text(cell.source),
          ] + (hasFlags ? [.text(cell.flags)] : []))
      }
    case .sdmx:
      text.add(
        ([
          "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD",
          "OBS_VALUE", "OBS_STATUS", "SOURCE",
        ] + (hasFlags ? ["OBS_FLAG"] : [])).map { .text($0) })
      forEachCell { territory, period, variable, cell in
        text.add(
          [
            .text("dataflow"), .text(structure), .text("M"), .text(period.frequency.sdmxCode),
            .text(territory), .text(variable), .text(period.description),
            .number(NumberText.shortest(cell.value)), .text(cell.status.rawValue),
            .text(cell.source),
          ] + (hasFlags ? [.text(cell.flags)] : []))
      }
    case .wide:
      text.add((["territory", "period"] + variables).map { .text($0) })
      for territory in territories {
        for period in periods {
          let cells = variables.map { cell($0, territory, period) }
          guard cells.contains(where: { $0 != nil }) else { continue }
          text.add(
            [.text(territory), .text(period.description)]
              + cells.map { .number($0.map { NumberText.shortest($0.value) } ?? "") })
        }
      }
    }
    return text.bytes
  }

  private func forEachCell(
    _ visit: (_ territory: String, _ period: Period, _ variable: String, _ cell: Cell) -> Void
  ) {
    for variable in variables {
      for territory in territories {
        for period in periods {
          if let cell = cell(variable, territory, period) {
            visit(territory, period, variable, cell)
          }
        }
      }
    }
  }
}

extension Period.Frequency {
  /// The code of SDMX's list CL_FREQ.
  var sdmxCode: String {
    switch self {
    case .year: "A"
    case .quarter: "Q"
    case .month: "M"
    }
  }
}
