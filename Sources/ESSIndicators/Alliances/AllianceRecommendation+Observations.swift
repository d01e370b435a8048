public import ESSData

extension AllianceRecommendation {
  /// One row for each alliance recommended and one for each of its signals, best first.
  public func observations(most: Int) -> [Observation] {
    candidates.prefix(most).enumerated().flatMap { index, candidate -> [Observation] in
      let alliance = view.network.alliances[candidate.alliance]
      func row(
        _ indicator: String, _ part: String, _ value: Double, unit: String, note: String
      ) -> Observation {
        Observation(
          territory: subjectTerritory, period: view.selection.year.map(String.init) ?? "",
          indicator: indicator, component: subjectPart + "/\(alliance.id)" + part, value: value,
          unit: unit, count: candidate.signals.count,
          method: view.method(
            "recommendation", parts: ["similarity=jaccard", "score=fit*(2+level+theme)/4"]),
          note: note)
      }
      return [
        row(
          "alliances.recommendation", "", candidate.score, unit: "ratio",
          note: reasons(candidate)),
        row(
          "alliances.recommendation_rank", "", Double(index + 1), unit: "count",
          note: alliance.name),
      ]
        + candidate.signals.map { signal, value in
          row(
            "alliances.recommendation_signal", "/\(signal.rawValue)", value, unit: "ratio", note: ""
          )
        }
    }
  }

  private var subjectTerritory: String {
    switch subject {
    case .territory(let position): view.frame.territories[position]
    case .organisation(let position): view.network.organisations[position].territory
    }
  }

  private var subjectPart: String {
    switch subject {
    case .territory: view.selection.name
    case .organisation(let position):
      "\(view.selection.name)/organisation/\(view.network.organisations[position].id)"
    }
  }

  /// Why the alliance, in words: those of a context, or English with codes.
  func reasons(_ candidate: Candidate, _ context: DisplayContext? = nil) -> String {
    func words(_ en: String, _ fr: String, _ es: String) -> String {
      context?.words(en, fr, es) ?? en
    }
    var parts: [String] = []
    let isTerritory = if case .territory = subject { true } else { false }
    func name(_ peer: Int) -> String {
      isTerritory
        ? context?.name(view.frame.territories[peer]) ?? view.frame.territories[peer]
        : view.network.organisations[peer].name
    }
    if !candidate.peers.isEmpty {
      let peers = candidate.peers.map(name).joined(separator: ", ")
      parts.append(
        words(
          "similar members are in it (\(peers))", "des membres semblables y sont (\(peers))",
          "hay miembros semejantes (\(peers))"))
    }
    let (inside, all) = candidate.neighbours
    if inside > 0 {
      parts.append(
        words(
          "\(inside) of \(all) neighbours are in it", "\(inside) voisins sur \(all) y sont",
          "\(inside) de \(all) vecinos están"))
    }
    let signals = Set(candidate.signals.filter { $0.value == 1 }.map(\.signal))
    if signals.contains(.federation) {
      parts.append(
        words(
          "an alliance of its own belongs to it", "une de ses alliances en est membre",
          "una de sus alianzas pertenece a ella"))
    }
    if signals.contains(.level) {
      parts.append(
        words(
          "a level that is missing", "une échelle qui manque", "una escala que falta"))
    }
    if signals.contains(.theme) {
      let theme = view.network.alliances[candidate.alliance].theme
      parts.append(
        words(
          "a theme that is missing (\(theme))", "un thème qui manque (\(theme))",
          "un tema que falta (\(theme))"))
    }
    return parts.isEmpty
      ? words("no signal", "aucun signal", "ninguna señal")
      : parts.joined(separator: "; ")
  }
}

extension RecommendationTrial {
  /// How often a hidden membership scores higher than another alliance, and how often the number of members does.
  public func observations(of view: AllianceView) -> [Observation] {
    let note = count == 0 ? "no membership could be hidden" : ""
    func row(_ component: String, _ value: Double?, _ error: Double?) -> Observation {
      Observation(
        territory: view.frame.code, period: view.selection.year.map(String.init) ?? "",
        indicator: "alliances.recommendation_trial",
        component: "\(view.selection.name)/\(component)", value: value, unit: "ratio",
        standardError: error, count: count,
        method: view.method("trial", parts: ["hide=one", "share=higher+half_ties"]), note: note)
    }
    return [row("score", score, standardError), row("members", popularity, nil)]
  }
}
