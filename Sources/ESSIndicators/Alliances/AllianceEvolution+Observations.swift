public import ESSData

extension AllianceEvolution {
  /// For each step the ties kept, formed and dissolved with their similarity, the alliances that lasted, and the communities that went on.
  public var observations: [Observation] {
    steps.flatMap(rows) + [
      Observation(
        territory: "", period: "", indicator: "alliances.dated_share",
        component: view.selection.name, value: datedShare, unit: "ratio", method: method,
        note: datedShare == nil
          ? "no relation counts" : "the rest begins in the year that its source describes")
    ]
  }

  /// Growth a year of all memberships, which begin in the year of their source where their start is not known, and of dated ones.
  private func growth(_ step: Step) -> [(part: String, value: Double?, note: String)] {
    let all = MembershipGrowth.rate(
      from: Double(step.memberships.kept + step.memberships.dissolved),
      to: Double(step.memberships.kept + step.memberships.formed),
      years: Double(step.to - step.from))
    let dated = step.growth
    let counts = "\(dated.before) to \(dated.after) of the \(dated.dated) that have a first year"
    return [
      (
        "membership", all,
        all == nil
          ? "no membership in the first year" : "without a first year from the year of the source"
      ),
      (
        "membership/dated", dated.rate,
        dated.dated == 0
          ? "no membership has a first year"
          : dated.rate == nil ? "no dated membership in the first year" : counts
      ),
    ]
  }

  private var method: String { view.method("evolution", parts: ["start=since|as_of"]) }

  private func rows(_ step: Step) -> [Observation] {
    func row(
      _ indicator: String, _ component: String, _ value: Double?, unit: String, count: Int? = nil,
      note: String = ""
    ) -> Observation {
      Observation(
        territory: "", period: "\(step.from)/\(step.to)", indicator: indicator,
        component: "\(view.selection.name)/\(component)", value: value, unit: unit, count: count,
        method: method, note: note)
    }
    func change(_ name: String, _ change: TieChange?) -> [Observation] {
      let parts: [(String, Int?)] = [
        ("kept", change?.kept), ("formed", change?.formed), ("dissolved", change?.dissolved),
      ]
      let tooMany =
        "more than \(Self.largestProjection) pairs of organisations share an alliance"
      return parts.map { part, count in
        row(
          "alliances.ties", "\(name)/\(part)", count.map(Double.init), unit: "count",
          note: count == nil ? tooMany : "")
      } + [
        row(
          "alliances.tie_jaccard", name, change?.jaccard, unit: "ratio",
          note: change == nil ? tooMany : change?.jaccard == nil ? "no tie in either year" : "")
      ]
    }
    func names(_ alliances: [Int]) -> String {
      alliances.prefix(40).map { view.network.alliances[$0].id }.joined(separator: " ")
    }
    var rows = change("membership", step.memberships) + change("co_membership", step.coMemberships)
    rows += growth(step).map { part, value, note in
      row("alliances.annual_growth", part, value, unit: "ratio", note: note)
    }
    rows += [
      row(
        "alliances.alliance_survival", "alliance",
        step.alliances > 0 ? Double(step.surviving) / Double(step.alliances) : nil, unit: "ratio",
        count: step.alliances, note: step.alliances > 0 ? "" : "no alliance in the first year"),
      row(
        "alliances.alliances_founded", "alliance", Double(step.founded.count), unit: "count",
        note: names(step.founded)),
      row(
        "alliances.alliances_ended", "alliance", Double(step.ended.count), unit: "count",
        note: names(step.ended)),
    ]
    if let communities = step.communities {
      rows += [
        row(
          "alliances.community_change", "continued", Double(communities.continued.count),
          unit: "count"),
        row(
          "alliances.community_change", "appeared", Double(communities.appeared.count),
          unit: "count"),
        row(
          "alliances.community_change", "ended", Double(communities.ended.count), unit: "count"),
        row(
          "alliances.community_stability", "organisation",
          communities.common > 0
            ? Double(communities.stayed) / Double(communities.common) : nil, unit: "ratio",
          count: communities.common,
          note: communities.common > 0 ? "" : "no organisation is in a community in both years"),
      ]
    }
    return rows
  }
}
