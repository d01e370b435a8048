internal import ESSData
internal import ESSNumerics

/// Works out the numbers that answer each of the ten questions, for one selection of relations.
struct AnswerFigures {
  let view: AllianceView
  let actors: [String]
  let level: Double
  let draws: Int?
  let seed: UInt64
  let figures: AllianceFigures
  let mixing: SectorMixing
  let marks: CoverageMarks
  let gaps: AllianceGaps

  init(_ view: AllianceView, actors: [String], level: Double, draws: Int?, seed: UInt64) {
    self.view = view
    self.actors = actors
    self.level = level
    self.draws = draws
    self.seed = seed
    gaps = AllianceGaps(view)
    figures = gaps.figures
    mixing = gaps.mixing
    marks = view.marks(.direct)
  }

  /// The figures of a question, from 1 to 10.
  func figures(of question: Int) -> [QuestionFigure] {
    switch question {
    case 1: partnerships
    case 2: benefits
    case 3: governments
    case 4: themes
    case 5: otherSectors
    case 6: keyActors
    case 7: recovery
    case 8: internationalBodies
    case 9: levels
    default: challenges
    }
  }

  // Question 1.
  private var partnerships: [QuestionFigure] {
    let n = figures.organisations.count
    func whole(
      _ indicator: String, _ label: Translated, _ value: Double?, unit: String = "ratio",
      part: String = "direct"
    ) -> QuestionFigure {
      QuestionFigure(
        indicator, part, label, value, unit: unit, count: n, isWholeNetwork: true,
        note: value == nil ? QuestionNote.empty : QuestionNote.none)
    }
    let signal = figures.fragmentation.flatMap { direct in
      figures.federatedFragmentation.map { direct - $0 }
    }
    return [
      whole(
        "network.density",
        Translated(
          en: "density of memberships", fr: "densité des adhésions",
          es: "densidad de las membresías"), figures.density),
      whole(
        "network.mean_degree",
        Translated(
          en: "alliances of an organisation", fr: "alliances par organisation",
          es: "alianzas por organización"), figures.meanMemberships, unit: "count"),
      whole(
        "network.multi_membership",
        Translated(
          en: "organisations in more than one", fr: "organisations dans plusieurs",
          es: "organizaciones en más de una"), figures.multiMembership),
      whole(
        "network.degree_gini",
        Translated(
          en: "inequality of memberships (Gini)", fr: "inégalité des adhésions (Gini)",
          es: "desigualdad de membresías (Gini)"), figures.inequality),
      whole(
        "network.fragmentation",
        Translated(
          en: "pairs not connected", fr: "paires non reliées", es: "pares no conectados"),
        figures.fragmentation),
      whole(
        "network.fragmentation",
        Translated(
          en: "pairs not connected, federated", fr: "paires non reliées, portée fédérée",
          es: "pares no conectados, alcance federado"), figures.federatedFragmentation,
        part: "federated"),
      whole(
        "alliances.federation_share",
        Translated(
          en: "connected by federations alone", fr: "reliées par les seules fédérations",
          es: "conectados solo por federaciones"), signal),
      growth,
    ]
  }

  private var growth: QuestionFigure {
    let growth = MembershipGrowth(view)
    let years = growth.map { "\($0.from)-\($0.to): \($0.before) > \($0.after)" } ?? ""
    let share = growth.map { "\($0.dated)/\($0.total)" } ?? ""
    return QuestionFigure(
      "alliances.annual_growth", "dated",
      Translated(
        en: "growth a year of dated memberships", fr: "croissance annuelle des adhésions datées",
        es: "crecimiento anual de las membresías fechadas"), growth?.rate, count: growth?.dated,
      isWholeNetwork: true,
      conventions: growth.map { ["from=\($0.from)", "to=\($0.to)", "start=since"] } ?? [],
      note: growth == nil
        ? QuestionNote.noFirstYears
        : growth?.rate == nil
          ? QuestionNote.noneAtStart
          : Translated(
            en: "\(years); \(share) dated", fr: "\(years) ; \(share) datées",
            es: "\(years); \(share) fechadas"))
  }

  // Question 2.
  private var benefits: [QuestionFigure] {
    NetworkGain.Group.allCases.flatMap { group -> [QuestionFigure] in
      let gain = NetworkGain(view, figures, group: group)
      let name = group.title
      func figure(
        _ part: String, _ en: String, _ fr: String, _ es: String, _ value: Double?, unit: String,
        note: Translated = QuestionNote.none, isWhole: Bool = true
      ) -> QuestionFigure {
        QuestionFigure(
          "alliances.\(part)", group.rawValue,
          Translated(
            en: "\(name[.english]): \(en)", fr: "\(name[.french]) : \(fr)",
            es: "\(name[.spanish]): \(es)"), value, unit: unit,
          count: isWhole ? figures.organisations.count : view.frame.territories.count,
          isWholeNetwork: isWhole, note: note)
      }
      return [
        figure(
          "group_organisations", "organisations", "organisations", "organizaciones",
          Double(gain.organisations), unit: "count"),
        figure(
          "group_territories", "territories", "territoires", "territorios",
          Double(gain.territories.count), unit: "count", note: Translated(codes(gain.territories)),
          isWhole: false),
        figure(
          "network_gain", "network gain", "gain de réseau", "ganancia de red", gain.gain,
          unit: "ratio", note: gain.gain == nil ? QuestionNote.empty : QuestionNote.none),
        figure(
          "group_bridging", "pairs that it alone joins", "paires qu'elle seule relie",
          "pares que solo ella une", gain.bridging, unit: "ratio",
          note: gain.bridging == nil ? QuestionNote.noGroupPairs : QuestionNote.none),
      ] + slope(on: presences(gain.alliances), part: group.rawValue, of: name)
    }
  }

  /// For each territory the number of the given alliances that are present.
  private func presences(_ alliances: [Int]) -> [Double] {
    let isCounted = Set(alliances.map(Int32.init))
    return (0..<view.direct.pattern.rows).map { row in
      Double(view.direct.pattern.columns(ofRow: row).count(where: isCounted.contains))
    }
  }

  /// How the recovery goes with a number of alliances, and the smallest slope that would mostly be seen; not given where fewer
  /// than three territories have one, or lack one.
  func slope(on measure: [Double], part: String, of name: Translated) -> [QuestionFigure] {
    let inside = measure.count { $0 > 0 }
    var found: AllianceAssociation?
    var reason = QuestionNote.noOutcome
    if let recovery = view.weights.recovery {
      reason = QuestionNote.tooAlike
      // Where nearly all share one number, the error of the rest says nothing.
      if inside >= 3, Set(measure).count > 2 || measure.count - inside >= 3 {
        found = AllianceAssociation(of: recovery.values, on: measure)
      }
    }
    let conventions = [
      "y=\(view.weights.recovery?.method ?? "none")", "se=HC1", levelText,
    ]
    func figure(
      _ indicator: String, _ label: Translated, _ value: Double?, _ more: [String],
      _ note: Translated
    ) -> QuestionFigure {
      QuestionFigure(
        indicator, part, label, value, unit: "percentage_points", count: found?.count,
        conventions: conventions + more, note: value == nil ? reason : note)
    }
    var slope = figure(
      "alliances.recovery_slope",
      Translated(
        en: "recovery for one alliance more (\(name[.english]))",
        fr: "reprise par alliance de plus (\(name[.french]))",
        es: "recuperación por alianza más (\(name[.spanish]))"), found?.slope, [],
      QuestionNote.association)
    slope.standardError = found?.standardError
    slope.interval = found?.interval(level: level)
    return [
      slope,
      figure(
        "alliances.recovery_detectable",
        Translated(
          en: "smallest that would mostly be seen",
          fr: "plus petite qui serait vue le plus souvent",
          es: "la menor que se vería casi siempre"),
        found?.minimumDetectable(level: level, power: 0.8), ["power=0.8"], QuestionNote.none),
    ]
  }

  // Question 3.
  private var governments: [QuestionFigure] {
    let network = view.network
    let governing = figures.organisations.count {
      network.organisations[$0].isGovernment
    }
    let hasTypes = figures.organisations.contains {
      !network.organisations[$0].actorType.isEmpty
    }
    let n = figures.organisations.count
    func figure(
      _ indicator: String, _ label: Translated, _ value: Double?, count: Int?, reason: Translated
    ) -> QuestionFigure {
      QuestionFigure(
        indicator, "", label, hasTypes ? value : nil, count: count, isWholeNetwork: true,
        note: !hasTypes ? QuestionNote.noTypes : value == nil ? reason : QuestionNote.none)
    }
    return [
      figure(
        "alliances.government_share",
        Translated(
          en: "governments among organisations", fr: "gouvernements parmi les organisations",
          es: "gobiernos entre las organizaciones"), n > 0 ? Double(governing) / Double(n) : nil,
        count: n, reason: QuestionNote.empty),
      figure(
        "network.convening",
        Translated(
          en: "pairs that meet a government", fr: "paires qui rencontrent un gouvernement",
          es: "pares que encuentran un gobierno"), mixing.pairs?.convening,
        count: mixing.pairs?.withoutGovernment,
        reason: mixing.pairs == nil ? QuestionNote.tooManyPairs : QuestionNote.noOtherPairs),
      figure(
        "alliances.convening_weighted",
        Translated(
          en: "the same, large alliances counting less",
          fr: "idem, les grandes alliances comptant moins",
          es: "lo mismo, con menos peso de las grandes"), mixing.weightedConvening,
        count: mixing.pairs?.withoutGovernment,
        reason: QuestionNote.noOtherPairs),
      figure(
        "alliances.across_types",
        Translated(
          en: "pairs of different types of actor", fr: "paires d'acteurs de types différents",
          es: "pares de actores de tipos distintos"), mixing.pairs?.acrossTypesShare,
        count: mixing.pairs?.all,
        reason: mixing.pairs == nil ? QuestionNote.tooManyPairs : QuestionNote.noPairs),
    ]
  }

  // Question 4.
  private var themes: [QuestionFigure] {
    let themes = ThematicCoverage(view)
    let size = view.frame.territories.count
    let hasThemes = !themes.themes.isEmpty
    return [
      QuestionFigure(
        "alliances.effective_themes", "",
        Translated(
          en: "effective number of themes", fr: "nombre effectif de thèmes",
          es: "número efectivo de temas"), themes.effectiveThemes, unit: "count",
        count: themes.used, isWholeNetwork: true,
        note: themes.effectiveThemes == nil ? QuestionNote.noThemes : QuestionNote.none),
      QuestionFigure(
        "alliances.mean_themes", "",
        Translated(
          en: "themes of a territory", fr: "thèmes d'un territoire", es: "temas de un territorio"),
        hasThemes ? themes.meanThemes : nil, unit: "count", count: size,
        note: hasThemes ? QuestionNote.none : QuestionNote.noThemes),
    ]
      + themes.themes.filter { $0.relations > 0 }.map { theme in
        QuestionFigure(
          "alliances.theme_coverage", theme.name,
          Translated(
            en: "coverage: \(theme.name)", fr: "couverture : \(theme.name)",
            es: "cobertura: \(theme.name)"), Double(theme.territories) / Double(size), count: size,
          note: Translated("\(theme.territories)/\(size)"))
      }
  }

  // Question 5.
  private var otherSectors: [QuestionFigure] {
    let closure = gaps.gaps.first { $0.kind == .closure }
    let index = closure?.value == nil ? nil : mixing.externalInternal
    let reason = closure?.note ?? QuestionNote.noSides
    let most = mixing.blau.max { ($0.value, $1.alliance) < ($1.value, $0.alliance) }
    let hasTypes = figures.organisations.contains {
      !view.network.organisations[$0].actorType.isEmpty
    }
    let pairs = mixing.external + mixing.inner
    return [
      QuestionFigure(
        "network.external_internal", "",
        Translated(
          en: "E-I index, SSE and others", fr: "indice E-I, ESS et autres",
          es: "índice E-I, ESS y otros"), index, unit: "number", count: pairs, isWholeNetwork: true,
        note: reason),
      QuestionFigure(
        "network.external_internal_expected", "",
        Translated(
          en: "E-I index expected at random", fr: "indice E-I attendu au hasard",
          es: "índice E-I esperado al azar"), index == nil ? nil : mixing.expectedExternalInternal,
        unit: "number", count: figures.organisations.count, isWholeNetwork: true, note: reason),
      QuestionFigure(
        "alliances.mean_blau", "",
        Translated(
          en: "mix of actors in an alliance (Blau)", fr: "mélange d'acteurs d'une alliance (Blau)",
          es: "mezcla de actores de una alianza (Blau)"), hasTypes ? mixing.meanBlau : nil,
        count: mixing.blau.count, isWholeNetwork: true,
        note: hasTypes
          ? mixing.blau.isEmpty ? QuestionNote.noPairs : QuestionNote.none : QuestionNote.noTypes),
      QuestionFigure(
        "network.blau", "",
        Translated(
          en: "most mixed alliance (Blau)", fr: "alliance la plus mixte (Blau)",
          es: "alianza más mixta (Blau)"), hasTypes ? most?.value : nil, isWholeNetwork: true,
        note: hasTypes
          ? most.map { Translated(view.network.alliances[$0.alliance].id) } ?? QuestionNote.noPairs
          : QuestionNote.noTypes),
    ]
  }

  var levelText: String { "level=\(NumberText.shortest(level))" }

  func codes(_ territories: [Int]) -> String {
    let shown = territories.prefix(40).map { view.frame.territories[$0] }.joined(separator: " ")
    return territories.count > 40 ? "\(shown) and \(territories.count - 40) more" : shown
  }
}

extension NetworkGain.Group {
  /// The group's name.
  var title: Translated {
    switch self {
    case .knowledge:
      Translated(
        en: "research and knowledge", fr: "recherche et savoirs", es: "investigación y saberes")
    case .intercooperation:
      Translated(en: "inter-cooperation", fr: "intercoopération", es: "intercooperación")
    }
  }
}
