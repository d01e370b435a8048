public import ESSData
internal import ESSNumerics

extension AllianceCoverage {
  /// The result as rows of the public table: coverage side by side under every scope and reach, then the details of the chosen
  /// scope for groups and territories, completeness, and the greedy choice.
  public var observations: [Observation] {
    sideBySide.flatMap(coverage) + detailed.flatMap { details($0) + territories($0) } + byTierRows
      + completenessRows + greedyRows
  }

  /// Territories of the frame that no alliance of the selection reaches.
  public func uncovered(_ marks: Marks) -> [String] {
    zip(options.frame.territories, marks.covered).filter { $1 == 0 }.map(\.0)
  }

  private func coverage(_ marks: Marks) -> [Observation] {
    let missing = uncovered(marks)
    return Weight.allCases.flatMap { weight in
      let values = means(of: marks.covered, by: weight)
      return groups.indices.map { g in
        let inside = groups[g].members.map { options.frame.territories[$0] }
        let left = missing.filter(inside.contains)
        return make(
          groups[g].code, "alliances.coverage", "\(marks.name)/\(weight.rawValue)", values[g],
          marks.selection, count: inside.count, weight: weight,
          note: left.isEmpty ? "" : "not recorded: \(left.joined(separator: " "))")
      }
    }
  }

  private func groupRows(
    _ indicator: String, _ component: String, _ mark: [Double], _ marks: Marks,
    unit: String = "ratio", weight: Weight = .plain
  ) -> [Observation] {
    let values = means(of: mark, by: weight)
    return groups.indices.map { g in
      make(
        groups[g].code, indicator, component, values[g], marks.selection, unit: unit,
        count: groups[g].members.count, weight: weight)
    }
  }

  private func details(_ marks: Marks) -> [Observation] {
    var list = groupRows("alliances.depth", marks.name, marks.depth, marks, unit: "count")
    for k in 1...options.largestK {
      let atLeast = marks.depth.map { $0 >= Double(k) ? 1.0 : 0 }
      list += groupRows("alliances.k_coverage", "\(marks.name)/k=\(k)", atLeast, marks)
    }
    list += groupRows("alliances.breadth", marks.name, marks.breadth, marks)
    for weight in [Weight.plain, .population] {
      list += groupRows(
        "alliances.level_complete", "\(marks.name)/\(weight.rawValue)", marks.levelComplete, marks,
        weight: weight)
    }
    for (level, mark) in zip(Self.levels, marks.byLevel) {
      list += groupRows("alliances.coverage_by_level", "\(marks.name)/\(level.name)", mark, marks)
    }
    return list
  }

  private func territories(_ marks: Marks) -> [Observation] {
    let breadth = marks.breadth
    return options.frame.territories.indices.flatMap { i in
      let code = options.frame.territories[i]
      let note = marks.covered[i] == 0 ? "not recorded, which is not the same as not a member" : ""
      let rows = [
        make(code, "alliances.covered", marks.name, marks.covered[i], marks.selection, note: note),
        make(code, "alliances.depth", marks.name, marks.depth[i], marks.selection, unit: "count"),
        make(code, "alliances.breadth", marks.name, breadth[i], marks.selection),
      ]
      return rows.map { row in
        var row = row
        row.sources = sources[i]
        return row
      }
    }
  }

  private var byTierRows: [Observation] {
    byTier.flatMap { set in
      groupRows(
        "alliances.coverage_by_tier", "\(set.marks.name)/\(set.name)", set.marks.covered, set.marks)
    }
  }

  private var completenessRows: [Observation] {
    completeness.map { entry in
      make(
        "", "alliances.completeness", entry.scope,
        entry.stated > 0 ? Double(entry.recorded) / entry.stated : nil, options.selection,
        note: entry.stated > 0
          ? "\(entry.recorded) of \(NumberText.shortest(entry.stated)) members stated are recorded"
          : "no alliance of the scope states its number of members")
    }
  }

  private var greedyRows: [Observation] {
    greedy.steps.enumerated().flatMap { index, step in
      let component =
        "\(options.selection.name)/direct/\(index + 1)/\(alliances[step.alliance].id)"
      return [
        make(
          options.frame.code, "alliances.greedy_coverage", component, Double(step.covered),
          options.selection, unit: "count", count: options.frame.territories.count,
          note: alliances[step.alliance].name),
        make(
          options.frame.code, "alliances.greedy_bound", component, Double(step.bound),
          options.selection, unit: "count", count: options.frame.territories.count),
      ]
    }
  }

  private func make(
    _ territory: String, _ indicator: String, _ component: String, _ value: Double?,
    _ selection: AllianceSelection, unit: String = "ratio", count: Int? = nil,
    weight: Weight = .plain, note: String = ""
  ) -> Observation {
    let behind =
      switch weight {
      case .plain: ""
      case .population: ",weight=\(options.population):\(options.populationPeriod)"
      case .need: ",weight=loss(\(options.level):\(options.reference))"
      }
    let year = selection.year.map { ",year=\($0)" } ?? ""
    return Observation(
      territory: territory, period: selection.year.map(String.init) ?? "", indicator: indicator,
      component: component, value: value, unit: unit, count: count,
      status: weight == .plain ? .actual : weightStatus,
      method: "coverage(frame=\(options.frame.code),scope=\(selection.name),"
        + "tiers=\(selection.tiers.joined(separator: "+"))\(year)\(behind))",
      sources: [], note: value == nil && note.isEmpty ? "the weights add up to zero" : note)
  }
}
