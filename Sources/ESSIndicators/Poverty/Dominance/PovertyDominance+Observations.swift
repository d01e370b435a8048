public import ESSData

extension PovertyDominance {
  /// Most crossings of one order that are written.
  private static let listed = 20

  /// The result as rows of the public table: for each pair and order the verdict, the statistics with their critical values, the crossings,
  /// then line by line the indices of both sides and their difference.
  public var observations: [Observation] {
    rows.flatMap { row in row.orders.flatMap { observations(row, $0) } }
  }

  private func observations(_ row: Row, _ order: Order) -> [Observation] {
    let method =
      "dominance(order=\(order.order),lines=\(options.lines),from=\(NumberText.shortest(row.range.lowerBound)),"
      + "to=\(NumberText.shortest(row.range.upperBound)),tie=\(options.tie.rawValue),"
      + "\(options.comparison.samples(columns))\(columns.weightDescription),\(options.variance.description)"
    let name = "order=\(order.order)"
    func plain(
      _ id: String, _ part: String, _ value: Double?, unit: String, note: String = ""
    ) -> Observation {
      Observation(
        territory: row.cell.territory, period: row.cell.period, indicator: "dominance." + id,
        component: componentPath(name, part), value: value, unit: unit, method: method + ")",
        note: note)
    }
    let none = "no standard error at some line"
    let crossing = "the curves cross"
    var list = [
      plain("verdict", "", order.value, unit: "number", note: sentence(order)),
      plain(
        "statistic", "least", order.least, unit: "number",
        note: order.least != nil
          ? ""
          : order.verdict == .crossing
            ? crossing : order.verdict == .equal ? "the curves are the same" : none),
      plain(
        "statistic", "greatest", order.greatest, unit: "number",
        note: order.greatest == nil ? none : ""),
      plain(
        "critical", "least", order.critical, unit: "number",
        note: order.critical == nil ? none : ""),
      plain(
        "critical", "greatest", order.simultaneous, unit: "number",
        note: order.simultaneous == nil ? none : ""),
    ]
    let hidden = order.crossings.count - Self.listed
    list.append(
      plain(
        "crossings", "", Double(order.crossings.count), unit: "count",
        note: hidden > 0 ? "the first \(Self.listed) are listed" : ""))
    for (number, line) in order.crossings.prefix(Self.listed).enumerated() {
      list.append(plain("crossing", "\(number + 1)", line, unit: "welfare_units"))
    }
    for point in order.points {
      let at = NumberText.shortest(point.line)
      for (part, estimate) in [
        ("first", point.first), ("second", point.second), ("difference", point.difference),
      ] {
        list.append(
          estimate.observation(
            row.cell, "dominance.index", component: componentPath(name, at, part), unit: "ratio",
            method: method))
      }
    }
    return list
  }

  private var sides: (String, String) {
    switch options.comparison {
    case .periods(let from, let to): (from, to)
    case .domains(let first, let second): (first, second)
    }
  }

  private func sentence(_ order: Order) -> String {
    let (first, second) = self.sides
    let sides: (less: String, more: String)
    switch order.verdict {
    case .equal: return "the curves are the same"
    case .crossing:
      return
        "not ranked: the curves cross \(order.crossings.count == 1 ? "once" : "\(order.crossings.count) times")"
    case .first: sides = (first, second)
    case .second: sides = (second, first)
    }
    let level = NumberText.shortest(100 * options.variance.level)
    if let least = order.least, let critical = order.critical, least > critical {
      return
        "\(sides.less) has less poverty than \(sides.more) at every line, significant at \(level) %"
    }
    // Where the curves touch neither has less.
    return
      "\(sides.less) has less poverty than \(sides.more) at some lines of the sample and more at none"
      + (order.least == nil || order.critical == nil ? "" : ", not significant at \(level) %")
  }
}

extension PovertyDominance.Order {
  /// The verdict as a number: 1 if the second side has less poverty, -1 if the first has, 0 if neither.
  public var value: Double {
    switch verdict {
    case .second: 1
    case .first: -1
    case .crossing, .equal: 0
    }
  }
}
