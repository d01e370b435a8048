public import ESSData

extension AllianceLevels {
  /// The articulation of every pair of levels, the marks of the frame, and what each level contributes.
  public var observations: [Observation] {
    articulationRows + markRows + spanRows + contributions.observations
  }

  private var period: String { view.selection.year.map(String.init) ?? "" }

  private var articulationRows: [Observation] {
    articulations.map { entry in
      Observation(
        territory: entry.members == .inFrame ? view.frame.code : "", period: period,
        indicator: "alliances.articulation",
        component: "\(view.selection.name)/\(entry.reach.rawValue)/\(entry.members.rawValue)/"
          + "\(entry.from.rawValue)/\(entry.to.rawValue)",
        value: entry.share, unit: "ratio", count: entry.count,
        method: view.method("articulation"),
        note: entry.share == nil
          ? "the input records nobody of this level"
          : "\(entry.reaching) of \(entry.count)")
    }
  }

  private var spanRows: [Observation] {
    affiliation.byLevels.enumerated().map { levels, count in
      Observation(
        territory: "", period: period, indicator: "alliances.organisation_levels",
        component: "\(view.selection.name)/\(levels)",
        value: view.hasAllianceLevels ? Double(count) : nil, unit: "count",
        count: affiliation.organisations, method: view.method("levels"),
        note: view.hasAllianceLevels ? "" : "the input gives no levels")
    }
  }

  private var markRows: [Observation] {
    let isKnown = view.knowsLevels
    let parts: [(String, [Double])] = [
      ("subnational", marks.localAnchor), ("national", marks.national),
      ("supranational", marks.supranational),
      ("local_and_supranational", marks.localAndSupranational),
      ("complete", marks.levelComplete),
    ]
    return parts.flatMap { name, mark in
      view.weights.kinds.map { weight in
        Observation(
          territory: view.frame.code, period: period, indicator: "alliances.level_presence",
          component: "\(marks.name)/\(name)/\(weight.rawValue)",
          value: isKnown ? view.means(of: mark, by: weight)[0] : nil, unit: "ratio",
          count: view.frame.territories.count, status: view.weights[weight]?.status ?? .actual,
          method: view.method("levels", weight: weight),
          sources: view.weights[weight]?.sources ?? [],
          note: isKnown
            ? "\(Int(mark.reduce(0, +))) of \(mark.count)" : "the input gives no levels")
      }
    }
  }
}
