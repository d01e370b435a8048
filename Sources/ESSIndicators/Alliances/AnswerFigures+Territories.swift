internal import ESSData
internal import ESSNumerics

extension AnswerFigures {
  private var size: Int { view.frame.territories.count }

  // Question 7.
  var recovery: [QuestionFigure] {
    let words: [CoverageWeight: Translated] = [
      .plain: Translated(
        en: "coverage of territories", fr: "couverture des territoires",
        es: "cobertura de territorios"),
      .population: Translated(
        en: "coverage by population", fr: "couverture par population",
        es: "cobertura por población"),
      .need: Translated(
        en: "coverage by need", fr: "couverture par besoin", es: "cobertura por necesidad"),
    ]
    var list = CoverageWeight.allCases.compactMap { weight in
      words[weight].map { label in
        QuestionFigure(
          "alliances.coverage", weight.rawValue, label,
          view.means(of: marks.covered, by: weight)[0], count: size, weight: weight,
          note: view.weights.kinds.contains(weight) ? QuestionNote.none : QuestionNote.noWeights)
      }
    }
    for failure in [0.1, 0.3] {
      let text = NumberText.shortest(failure)
      list.append(
        QuestionFigure(
          "alliances.survival", "q=\(text)",
          Translated(
            en: "survival if each fails with \(text)", fr: "survie si chacune échoue à \(text)",
            es: "supervivencia si cada una falla con \(text)"),
          view.means(of: marks.survival(failure: failure), by: .plain)[0], count: size))
    }
    list += ["breadth", "depth"].map(concentration) + shockByDepth
    let isKnown = view.knowsLevels
    list.append(
      QuestionFigure(
        "alliances.pairing", "",
        Translated(
          en: "local and supranational at once", fr: "locale et supranationale à la fois",
          es: "local y supranacional a la vez"),
        isKnown ? view.means(of: marks.localAndSupranational, by: .plain)[0] : nil, count: size,
        note: isKnown ? QuestionNote.none : QuestionNote.noLevels))
    list += slope(
      on: marks.depth, part: "depth", of: Translated(en: "all", fr: "toutes", es: "todas"))
    return list
  }

  private var shockByDepth: [QuestionFigure] {
    let compared = view.weights.shock.flatMap {
      ShockByDepth(depth: marks.depth, shock: $0.values)
    }
    let words = [
      Translated(
        en: "mean shock, alliances at or above the median",
        fr: "choc moyen, alliances à la médiane ou plus",
        es: "choque medio, alianzas en la mediana o más"),
      Translated(
        en: "mean shock, alliances below the median", fr: "choc moyen, alliances sous la médiane",
        es: "choque medio, alianzas bajo la mediana"),
    ]
    return zip(["at_least_median", "below_median"], words).map { name, label in
      let group = compared?.groups.first { $0.name == name }
      var figure = QuestionFigure(
        "alliances.shock_by_depth", name, label, group?.mean, unit: "number",
        count: group?.count,
        conventions: [
          "shock=\(view.weights.shock?.method ?? "none")",
          "median=\(compared.map { NumberText.shortest($0.median) } ?? "none")", levelText,
        ],
        note: group?.mean != nil
          ? QuestionNote.association
          : compared == nil ? QuestionNote.noShock : QuestionNote.noTerritoryOfSide)
      figure.standardError = group?.standardError
      figure.interval = group?.interval(level: level)
      return figure
    }
  }

  private func concentration(_ name: String) -> QuestionFigure {
    let isKnown = name == "depth" || view.knowsLevels
    let index =
      isKnown
      ? view.weights.shock.flatMap {
        ConcentrationIndex(
          of: name == "depth" ? marks.depth : marks.breadth, rankedBy: $0.values)
      } : nil
    let words: [String: Translated] = [
      "breadth": Translated(
        en: "concentration on the hardest hit: breadth",
        fr: "concentration sur les plus touchés : étendue",
        es: "concentración en los más golpeados: amplitud"),
      "depth": Translated(
        en: "concentration on the hardest hit: depth",
        fr: "concentration sur les plus touchés : profondeur",
        es: "concentración en los más golpeados: profundidad"),
    ]
    var figure = QuestionFigure(
      "alliances.concentration", name, words[name] ?? Translated(name), index?.value,
      count: size,
      conventions: [
        "rank=\(view.weights.shock?.method ?? "none")", "se=kakwani_wagstaff_van_doorslaer",
        levelText,
      ],
      note: index == nil
        ? isKnown ? QuestionNote.noShock : QuestionNote.noLevels : QuestionNote.association)
    figure.standardError = index?.standardError
    figure.interval = index?.interval(level: level)
    return figure
  }

  // Question 8: every tier, since the reach of programmes is asked for as well.
  var internationalBodies: [QuestionFigure] {
    var selection = view.selection
    selection.tiers = view.table.tiers.sorted()
    let known = Set(view.network.organisations.map(\.id))
    let present = actors.filter(known.contains)
    guard !present.isEmpty,
      let reach = try? AllianceReach(view.selecting(selection), actors: present)
    else {
      return [
        QuestionFigure(
          "alliances.actor_reach", "",
          Translated(
            en: "territories reached", fr: "territoires touchés", es: "territorios alcanzados"),
          nil, unit: "count", count: size,
          note: actors.isEmpty ? QuestionNote.noActors : QuestionNote.unknownActors)
      ]
    }
    let tiers = ["tiers=\(selection.tiers.joined(separator: "+"))"]
    return reach.entries.flatMap { entry -> [QuestionFigure] in
      let organisation = view.network.organisations[entry.organisation]
      let isDirect = entry.reach == .direct
      let part = "\(entry.reach.rawValue)/\(organisation.id)"
      let reached = QuestionFigure(
        "alliances.actor_reach", part,
        Translated(
          en: "\(organisation.name), \(isDirect ? "direct" : "federated")",
          fr: "\(organisation.name), \(isDirect ? "directe" : "fédérée")",
          es: "\(organisation.name), \(isDirect ? "directo" : "federado")"),
        Double(entry.territories.count), unit: "count", count: size, conventions: tiers,
        note: Translated(codes(entry.territories)))
      let share = QuestionFigure(
        "alliances.actor_shapley", part,
        Translated("\(organisation.name), Shapley, \(entry.reach.rawValue)"), entry.shapley,
        unit: "count", count: size, conventions: tiers)
      return isDirect ? [reached] : [reached, share]
    }
  }

  // Question 9.
  var levels: [QuestionFigure] {
    let levels = AllianceLevels(view)
    let isKnown = view.knowsLevels
    var list = levels.contributions.contributions.flatMap { entry -> [QuestionFigure] in
      let word = AllianceLevel(rawValue: entry.id).map(\.title) ?? Translated(entry.id)
      return [
        QuestionFigure(
          "alliances.shapley", entry.id,
          Translated(
            en: "territories due to \(word[.english]) alliances (Shapley)",
            fr: "territoires dus aux alliances \(word[.french]) (Shapley)",
            es: "territorios debidos a alianzas \(word[.spanish]) (Shapley)"), entry.shapley,
          unit: "count", count: size),
        QuestionFigure(
          "alliances.unique", entry.id,
          Translated(
            en: "covered by \(word[.english]) ones alone",
            fr: "couverts par les seules \(word[.french])",
            es: "cubiertos solo por las \(word[.spanish])"), Double(entry.unique.count),
          unit: "count", count: size, note: Translated(codes(entry.unique))),
      ]
    }
    let wanted = levels.articulations.filter {
      $0.from == .subnational && $0.to == .international && $0.reach == .federated
    }
    list += wanted.map { entry in
      let who: Translated =
        switch entry.members {
        case .alliance:
          Translated(
            en: "sub-national alliances", fr: "alliances infranationales",
            es: "alianzas subnacionales")
        case .organisation:
          Translated(
            en: "sub-national organisations", fr: "organisations infranationales",
            es: "organizaciones subnacionales")
        case .inFrame:
          Translated(
            en: "those in the frame", fr: "celles du cadre", es: "las del marco")
        }
      return QuestionFigure(
        "alliances.articulation", entry.members.rawValue,
        Translated(
          en: "\(who[.english]) that reach an international one",
          fr: "\(who[.french]) qui touchent une internationale",
          es: "\(who[.spanish]) que alcanzan una internacional"), entry.share,
        count: entry.count, isWholeNetwork: entry.members != .inFrame,
        note: entry.share == nil
          ? QuestionNote.nobodyOfLevel : Translated("\(entry.reaching)/\(entry.count)"))
    }
    let means: [(String, Translated, [Double])] = [
      (
        "alliances.breadth",
        Translated(
          en: "breadth over three levels", fr: "étendue sur trois échelles",
          es: "amplitud en tres escalas"), marks.breadth
      ),
      (
        "alliances.level_complete",
        Translated(
          en: "all three levels at once", fr: "les trois échelles à la fois",
          es: "las tres escalas a la vez"), marks.levelComplete
      ),
    ]
    for (indicator, label, mark) in means {
      list.append(
        QuestionFigure(
          indicator, "", label, isKnown ? view.means(of: mark, by: .plain)[0] : nil, count: size,
          note: isKnown ? QuestionNote.none : QuestionNote.noLevels))
    }
    return list
  }

  // Question 10.
  var challenges: [QuestionFigure] {
    gaps.ranked.map { gap in
      QuestionFigure(
        "alliances.gap", gap.kind.rawValue, gap.kind.title, gap.value, count: gap.count,
        weight: gap.kind == .need ? .need : .plain, note: gap.note)
    }
  }
}
