import CommandLineKit
import ESSIndicators

/// The options and the reading of commands that work on the rows of a panel.
enum PanelSampleOptions {
  static let group = "Rows"

  static let options: [Option] = [
    Option(
      long: "drops", kind: .file("FILE"), help: "Write what was left out, and why, to FILE as CSV",
      group: group),
    Option(
      long: "from", kind: .text("PERIOD"), help: "First period; default the first of the input",
      group: group),
    Option(
      long: "unbalanced", kind: .choice(PanelSample.Policy.allCases.map(\.rawValue)),
      help:
        "Units that are not there in every period: keep only the others, use the pairs of rows there are, or do "
        + "not follow units at all",
      fallback: PanelSample.Policy.pairs.rawValue, group: group),
    Option(
      long: "until", kind: .text("PERIOD"), help: "Last period; default the last of the input",
      group: group),
  ]

  /// The policy for units that are not there at every time.
  static func policy(_ arguments: Arguments) -> PanelSample.Policy {
    arguments.choice("unbalanced", default: .pairs)
  }

  /// Reads the columns that a measure needs; of a dataset only territories that are no groups, by the names of its variables.
  static func read(
    _ arguments: Arguments, _ input: Input, numbers: [String], factors: [String] = []
  ) throws -> PanelSample {
    let sample: PanelSample
    if input.dataset != nil {
      let panel = try input.panel()
      let leaves = try panel.leaves(of: input.territories())
      let known = ["territory", "period", "unit", "time"]
      if let factor = factors.first(where: { !known.contains($0) }) {
        throw DataError.unknownName(kind: "grouping column", name: factor, known: known)
      }
      sample = try PanelSample(panel, territories: leaves, numbers: numbers, file: input.name)
    } else {
      var columns = PanelColumns()
      if let column = arguments.text("territory") { columns.territory = column }
      if let column = arguments.text("period") { columns.period = column }
      columns.frequency = arguments.text("frequency").flatMap { name in
        Period.Frequency.allCases.first { "\($0)" == name }
      }
      let read = ["unit", "time", columns.territory, columns.period]
      sample = try PanelSample(
        input.table(), columns: columns, numbers: numbers,
        factors: factors.filter { !read.contains($0) },
        repeats: policy(arguments) == .crossSections)
    }
    return try sample.between(arguments.text("from"), arguments.text("until"))
  }

  /// Writes the report of what was left out where `--drops` says, and counts it on standard error.
  static func report(_ drops: [PanelSample.Drop], _ arguments: Arguments) throws {
    if let path = arguments.text("drops") {
      var text = DelimitedText()
      text.add(["unit", "period", "reason"].map { .text($0) })
      for drop in drops {
        for time in drop.times { text.add([.text(drop.unit), .text(time), .text(drop.reason)]) }
      }
      try Files.write(text.bytes, to: path)
    }
    for reason in drops.map(\.reason).distinct {
      let matching = drops.filter { $0.reason == reason }
      let rows = matching.reduce(0) { $0 + $1.times.count }
      let units = matching.map(\.unit).distinct
      let names = units.prefix(3).map(excerpt).joined(separator: ", ")
      let more = units.count > 3 ? " and \(units.count - 3) more" : ""
      arguments.diagnostics.note(
        "left out \(rows) row\(rows == 1 ? "" : "s"), \(reason): \(names)\(more)")
    }
  }
}
