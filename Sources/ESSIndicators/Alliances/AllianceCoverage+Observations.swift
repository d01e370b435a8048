public import ESSData
internal import ESSNumerics

extension AllianceCoverage {
  /// The result as rows of the public table: coverage side by side under every scope and reach, then the details of the chosen
  /// scope for groups and territories, completeness, concentration and the greedy choice.
  public var observations: [Observation] { observations(ofTerritories: true) }

  /// The rows, with or without those of single territories.
  public func observations(ofTerritories isDetailed: Bool) -> [Observation] {
    var rows = sideBySide.flatMap(coverage)
    for marks in detailed {
      rows += details(marks)
      if isDetailed { rows += territories(marks) }
    }
    return rows + affiliationRows(ofTerritories: isDetailed) + byTierRows + completenessRows
      + concentrationRows + shockRows + greedyRows
  }

  private func coverage(_ marks: CoverageMarks) -> [Observation] {
    let missing = zip(view.frame.territories.indices, marks.covered).filter { $1 == 0 }.map(\.0)
    let isMissing = Set(missing)
    return view.weights.kinds.flatMap { weight in
      let values = means(of: marks.covered, by: weight)
      return view.groups.indices.map { g in
        let left = view.groups[g].members.filter(isMissing.contains)
        return make(
          view.groups[g].code, "alliances.coverage", "\(marks.name)/\(weight.rawValue)", values[g],
          marks.selection, count: view.groups[g].members.count, weight: weight,
          note: left.isEmpty ? "" : "not recorded: \(names(left))")
      }
    }
  }

  /// Codes of territories; a long list is cut.
  private func names(_ territories: [Int]) -> String {
    let shown = territories.prefix(40).map { view.frame.territories[$0] }.joined(separator: " ")
    return territories.count > 40 ? "\(shown) and \(territories.count - 40) more" : shown
  }

  private func groupRows(
    _ indicator: String, _ component: String, _ mark: [Double], _ marks: CoverageMarks,
    unit: String = "ratio", weights: [CoverageWeight] = [.plain], isKnown: Bool = true
  ) -> [Observation] {
    weights.filter(view.weights.kinds.contains).flatMap { weight in
      let values = means(of: mark, by: weight)
      return view.groups.indices.map { g in
        make(
          view.groups[g].code, indicator,
          weights.count == 1 ? component : "\(component)/\(weight.rawValue)",
          isKnown ? values[g] : nil, marks.selection, unit: unit,
          count: view.groups[g].members.count, weight: weight,
          note: isKnown ? "" : "the input gives no levels")
      }
    }
  }

  private func details(_ marks: CoverageMarks) -> [Observation] {
    let hasLevels = view.hasAllianceLevels
    let hasMarks = view.knowsLevels
    var list = groupRows("alliances.depth", marks.name, marks.depth, marks, unit: "count")
    for k in 1...options.largestK {
      let atLeast = marks.depth.map { $0 >= Double(k) ? 1.0 : 0 }
      list += groupRows("alliances.k_coverage", "\(marks.name)/k=\(k)", atLeast, marks)
    }
    list += groupRows("alliances.breadth", marks.name, marks.breadth, marks, isKnown: hasMarks)
    list += groupRows(
      "alliances.level_complete", marks.name, marks.levelComplete, marks,
      weights: CoverageWeight.allCases, isKnown: hasMarks)
    list += groupRows(
      "alliances.pairing", marks.name, marks.localAndSupranational, marks,
      weights: CoverageWeight.allCases, isKnown: hasMarks)
    for (level, mark) in zip(AllianceLevel.allCases, marks.byLevel) {
      list += groupRows(
        "alliances.coverage_by_level", "\(marks.name)/\(level.rawValue)", mark, marks,
        weights: CoverageWeight.allCases, isKnown: hasLevels)
    }
    for failure in options.failures {
      list += groupRows(
        "alliances.survival", "\(marks.name)/q=\(NumberText.shortest(failure))",
        marks.survival(failure: failure), marks, weights: CoverageWeight.allCases)
    }
    return list
  }

  private func territories(_ marks: CoverageMarks) -> [Observation] {
    let breadth = marks.breadth
    let isKnown = view.knowsLevels
    return view.frame.territories.indices.flatMap { i in
      let code = view.frame.territories[i]
      let note = marks.covered[i] == 0 ? "not recorded, which is not the same as not a member" : ""
      let rows = [
        make(code, "alliances.covered", marks.name, marks.covered[i], marks.selection, note: note),
        make(code, "alliances.depth", marks.name, marks.depth[i], marks.selection, unit: "count"),
        make(
          code, "alliances.breadth", marks.name, isKnown ? breadth[i] : nil, marks.selection,
          note: isKnown ? "" : "the input gives no levels"),
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
        "alliances.coverage_by_tier", "\(set.marks.name)/\(set.name)", set.marks.covered, set.marks,
        weights: CoverageWeight.allCases)
        + groupRows(
          "alliances.depth_by_tier", "\(set.marks.name)/\(set.name)", set.marks.depth, set.marks,
          unit: "count")
    }
  }

  private var completenessRows: [Observation] {
    completeness.map { entry in
      make(
        "", "alliances.completeness", entry.scope, entry.share, view.selection,
        note: entry.stated > 0
          ? "\(entry.recorded) of \(NumberText.shortest(entry.stated)) members stated are recorded"
          : "no alliance of the scope states its number of members")
    }
  }

  private var concentrationRows: [Observation] {
    guard let shock = view.weights.shock else { return [] }
    let isKnown = view.knowsLevels
    return concentration.map { name, index in
      let value = name == "breadth" && !isKnown ? nil : index.value
      return Observation(
        territory: view.frame.code, period: view.selection.year.map(String.init) ?? "",
        indicator: "alliances.concentration", component: "\(detailed[0].name)/\(name)",
        value: value, unit: "ratio", standardError: value == nil ? nil : index.standardError,
        interval: value == nil ? nil : index.interval(level: options.level),
        count: view.frame.territories.count, status: shock.status,
        method: view.method(
          "concentration",
          parts: [
            "rank=\(shock.method)", "se=kakwani_wagstaff_van_doorslaer",
            "level=\(NumberText.shortest(options.level))",
          ]), sources: shock.sources,
        note: value == nil ? "the input gives no levels" : "an association, not an effect")
    }
  }

  private func affiliationRows(ofTerritories isDetailed: Bool) -> [Observation] {
    let name = view.selection.name
    let none = "the input lists no organisation of the territory"
    func row(_ territory: String, _ value: Double?, _ count: Int) -> Observation {
      make(
        territory, "alliances.penetration", name, value, view.selection, count: count,
        note: value == nil ? none : "")
    }
    let groups = view.groups.map { group in
      row(
        group.code, affiliation.penetration(of: group.members),
        group.members.reduce(0) { $0 + affiliation.listed[$1] })
    }
    let territories =
      isDetailed
      ? view.frame.territories.enumerated().map { i, code in
        row(code, affiliation.penetration(i), affiliation.listed[i])
      } : []
    return groups + territories + [
      make(
        "", "alliances.affiliated", name, affiliation.share, view.selection,
        count: affiliation.organisations, note: affiliation.share == nil ? none : "")
    ]
  }

  private var shockRows: [Observation] {
    guard let shock = view.weights.shock, let shockByDepth else { return [] }
    return shockByDepth.groups.map { group in
      Observation(
        territory: view.frame.code, period: view.selection.year.map(String.init) ?? "",
        indicator: "alliances.shock_by_depth", component: "\(detailed[0].name)/\(group.name)",
        value: group.mean, unit: "number", standardError: group.standardError,
        interval: group.interval(level: options.level), count: group.count, status: shock.status,
        method: view.method(
          "shock_by_depth",
          parts: [
            "shock=\(shock.method)", "median=\(NumberText.shortest(shockByDepth.median))",
            "level=\(NumberText.shortest(options.level))",
          ]), sources: shock.sources,
        note: group.mean == nil ? "no territory is on this side" : "an association, not an effect")
    }
  }

  private var greedyRows: [Observation] {
    greedy.steps.enumerated().flatMap { index, step in
      let alliance = view.network.alliances[step.alliance]
      let component = "\(view.selection.name)/direct/\(index + 1)/\(alliance.id)"
      return [
        make(
          view.frame.code, "alliances.greedy_coverage", component, Double(step.covered),
          view.selection, unit: "count", count: view.frame.territories.count, note: alliance.name),
        make(
          view.frame.code, "alliances.greedy_bound", component, Double(step.bound),
          view.selection, unit: "count", count: view.frame.territories.count),
      ]
    }
  }

  private func make(
    _ territory: String, _ indicator: String, _ component: String, _ value: Double?,
    _ selection: AllianceSelection, unit: String = "ratio", count: Int? = nil,
    weight: CoverageWeight = .plain, note: String = ""
  ) -> Observation {
    Observation(
      territory: territory, period: selection.year.map(String.init) ?? "", indicator: indicator,
      component: component, value: value, unit: unit, count: count,
      status: view.weights[weight]?.status ?? .actual,
      method: view.method("coverage", selection, weight: weight),
      sources: view.weights[weight]?.sources ?? [],
      note: value == nil && note.isEmpty ? "the weights add up to zero" : note)
  }
}
