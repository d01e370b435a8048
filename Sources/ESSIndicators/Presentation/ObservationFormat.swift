public import ESSData

/// A form in which observations are written.
public enum ObservationFormat: String, Sendable, CaseIterable {
  /// Comma-separated values: the public contract.
  case csv
  /// Tab-separated values.
  case tsv
  /// A JSON array of objects.
  case json
}

/// Writes observations: the same columns in the same order in every form.
public struct ObservationWriter: Sendable {
  /// The columns of the result table.
  public static let columns = [
    "territory", "period", "indicator", "component", "value", "unit", "std_error", "ci_lower",
    "ci_upper", "n", "status", "method", "source", "note",
  ]

  /// The form.
  public var format: ObservationFormat
  /// Decimals of numbers; `nil` for the shortest text that reads back to the same double.
  public var decimals: Int?
  /// Whether text that a spreadsheet would run is protected.
  public var isSpreadsheetSafe: Bool

  /// A writer.
  public init(format: ObservationFormat, decimals: Int? = nil, isSpreadsheetSafe: Bool = false) {
    self.format = format
    self.decimals = decimals
    self.isSpreadsheetSafe = isSpreadsheetSafe
  }

  /// One row for each observation, in order.
  public func bytes(_ observations: [Observation]) -> [UInt8] {
    write(Self.columns, observations.lazy.map(fields))
  }

  /// One row for each territory and period, one column for each indicator and component; in the order of first occurrence.
  public func wideBytes(_ observations: [Observation]) -> [UInt8] {
    func name(_ observation: Observation) -> String {
      observation.component.isEmpty
        ? observation.indicator : "\(observation.indicator):\(observation.component)"
    }
    let names = observations.map(name).distinct
    let position = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let keys = observations.map { [$0.territory, $0.period] }.distinct
    let rowOf = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    var rows = keys.map { key in
      key.map(DelimitedText.Cell.text) + names.map { _ in DelimitedText.Cell.number("") }
    }
    for observation in observations {
      guard let row = rowOf[[observation.territory, observation.period]],
        let column = position[name(observation)]
      else { continue }
      rows[row][column + 2] = .number(observation.value.map(number) ?? "")
    }
    return write(["territory", "period"] + names, rows)
  }

  private func number(_ value: Double) -> String {
    decimals.map { NumberText.fixed(value, decimals: $0) } ?? NumberText.shortest(value)
  }

  private func fields(_ observation: Observation) -> [DelimitedText.Cell] {
    func optional(_ value: Double?) -> DelimitedText.Cell { .number(value.map(number) ?? "") }
    let keys = observation.sources
    let sources = keys.count == 1 ? keys[0] : keys.joined(separator: ";")
    return [
      .text(observation.territory), .text(observation.period), .text(observation.indicator),
      .text(observation.component), optional(observation.value), .text(observation.unit),
      optional(observation.standardError), optional(observation.interval?.lowerBound),
      optional(observation.interval?.upperBound),
      .number(observation.count.map(String.init) ?? ""), .text(observation.status.rawValue),
      .text(observation.method), .text(sources),
      .text(observation.note),
    ]
  }

  private func write(
    _ header: [String], _ rows: some Sequence<[DelimitedText.Cell]>
  ) -> [UInt8] {
    switch format {
    case .csv, .tsv:
      var text = DelimitedText(
        delimiter: format == .csv ? UInt8(ascii: ",") : UInt8(ascii: "\t"),
        isSpreadsheetSafe: isSpreadsheetSafe)
      text.add(header.map { .text($0) })
      for row in rows { text.add(row) }
      return text.bytes
    case .json:
      let objects = rows.map { row in
        zip(header, row).map { name, cell in "\(JSONText.string(name)):\(JSONText.value(cell))" }
          .joined(separator: ",")
      }
      let body = objects.map { "{\($0)}" }.joined(separator: ",\n")
      return Array("[\(objects.isEmpty ? "" : "\n\(body)\n")]\n".utf8)
    }
  }
}

/// JSON literals.
enum JSONText {
  /// A string literal.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// A cell: empty numbers are null.
  static func value(_ cell: DelimitedText.Cell) -> String {
    switch cell {
    case .text(let text): string(text)
    case .number(let text): text.isEmpty ? "null" : text
    }
  }
}
