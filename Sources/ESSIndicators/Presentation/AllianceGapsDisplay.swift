internal import ESSData

extension AllianceGaps.Kind {
  /// The gap in words.
  var title: Translated {
    switch self {
    case .coverage:
      Translated(
        en: "territories without an alliance", fr: "territoires sans alliance",
        es: "territorios sin alianza")
    case .need:
      Translated(
        en: "need without an alliance", fr: "besoin sans alliance", es: "necesidad sin alianza")
    case .inequality:
      Translated(
        en: "unequal numbers of alliances (Gini)", fr: "nombres d'alliances inégaux (Gini)",
        es: "números de alianzas desiguales (Gini)")
    case .fragmentation:
      Translated(
        en: "organisations not connected", fr: "organisations non reliées",
        es: "organizaciones no conectadas")
    case .dependence:
      Translated(
        en: "covered by one alliance only", fr: "couverts par une seule alliance",
        es: "cubiertos por una sola alianza")
    case .broker:
      Translated(
        en: "division without the key organisation", fr: "division sans l'organisation clé",
        es: "división sin la organización clave")
    case .closure:
      Translated(
        en: "closure to actors outside the SSE", fr: "fermeture aux acteurs hors de l'ESS",
        es: "cierre a actores fuera de la ESS")
    case .knowledge:
      Translated(
        en: "members stated and not recorded", fr: "membres déclarés et non recensés",
        es: "miembros declarados y no registrados")
    case .levels:
      Translated(
        en: "territories without all three levels", fr: "territoires sans les trois échelles",
        es: "territorios sin las tres escalas")
    }
  }
}

extension AllianceGaps {
  /// The gaps, largest first.
  public func display(_ context: DisplayContext) -> Display {
    let cells = ranked.enumerated().map { index, gap in
      [
        gap.value == nil ? "-" : "\(index + 1)", gap.kind.title[context.language],
        context.style.text(gap.value, decimals: 3), gap.count.map(String.init) ?? "", gap.note,
      ]
    }
    return Display(
      title: context.words("Gaps", "Lacunes", "Brechas")
        + ", \(context.name(view.frame.code)), \(view.selection.name)/direct",
      columns: [
        Display.Column(context.words("rank", "rang", "rango")),
        Display.Column(context.words("gap", "lacune", "brecha"), isNumeric: false),
        Display.Column(context.words("size (0 to 1)", "taille (0 à 1)", "tamaño (0 a 1)")),
        Display.Column("n"),
        Display.Column(
          context.words("who, or why not", "qui, ou pourquoi pas", "quién, o por qué no"),
          isNumeric: false),
      ], rows: cells,
      notes: [
        context.words(
          "Gaps have different units of harm: the order is a screening, and they are never averaged. The "
            + "more members are not recorded, the more provisional it is.",
          "Les lacunes n'ont pas la même unité de dommage : l'ordre est un tri, jamais une moyenne. Plus il "
            + "manque de membres recensés, plus il est provisoire.",
          "Las brechas no tienen la misma unidad de daño: el orden es un cribado, nunca un promedio. Cuantos "
            + "más miembros sin registrar, más provisional es.")
      ])
  }
}

extension AllianceRecommendation {
  /// The alliances that could be joined, best first.
  public func display(_ context: DisplayContext, most: Int) -> Display {
    let name =
      switch subject {
      case .territory(let position): context.name(view.frame.territories[position])
      case .organisation(let position): view.network.organisations[position].name
      }
    let cells = candidates.prefix(most).map { candidate in
      [
        view.network.alliances[candidate.alliance].name,
        context.style.text(candidate.score, decimals: 3), reasons(candidate, context),
      ]
    }
    return Display(
      title: context.words(
        "Alliances that could be joined", "Alliances à rejoindre", "Alianzas a las que unirse")
        + ", \(name), \(view.selection.name)",
      columns: [
        Display.Column(context.words("alliance", "alliance", "alianza"), isNumeric: false),
        Display.Column(context.words("score", "score", "puntaje")),
        Display.Column(context.words("why", "pourquoi", "por qué"), isNumeric: false),
      ], rows: cells,
      notes: cells.isEmpty
        ? [
          context.words(
            "It is in every alliance that is open to it.",
            "Il est dans toute alliance qui lui est ouverte.",
            "Está en toda alianza abierta a ella.")
        ] : [])
  }
}

extension RecommendationTrial {
  /// How well recommendations find memberships that were hidden.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    return Display(
      title: context.words(
        "Trial: hidden memberships", "Épreuve : adhésions cachées",
        "Prueba: membresías ocultas") + " (n = \(count))",
      columns: [
        Display.Column(
          context.words("ranked by", "classées par", "ordenadas por"), isNumeric: false),
        Display.Column(context.words("ranked higher", "mieux classées", "mejor ubicadas")),
        Display.Column(context.words("std. error", "erreur type", "error estándar")),
      ],
      rows: [
        [
          context.words("score", "score", "puntaje"), style.text(score, decimals: 3),
          style.text(standardError, decimals: 3),
        ],
        [
          context.words("number of members", "nombre de membres", "número de miembros"),
          style.text(popularity, decimals: 3), "-",
        ],
      ],
      notes: [
        context.words(
          "Share of other alliances above which the hidden one ranks; 0.5 is chance.",
          "Part des autres alliances au-dessus desquelles se classe celle qui est cachée ; 0,5 : hasard.",
          "Parte de las otras alianzas por encima de las cuales queda la oculta; 0,5 es el azar.")
      ])
  }
}
