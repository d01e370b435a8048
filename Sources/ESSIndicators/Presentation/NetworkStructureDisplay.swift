internal import ESSData
internal import ESSNumerics

extension NetworkStructure {
  /// Direct and federated side by side.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    func row(_ label: String, _ decimals: Int, _ value: (Side) -> Double?) -> [String] {
      [label] + sides.map { style.text(value($0), decimals: decimals) }
    }
    let rows = [
      row(context.words("organisations", "organisations", "organizaciones"), 0) {
        Double($0.incidence.graph.rows)
      },
      row(context.words("alliances", "alliances", "alianzas"), 0) {
        Double($0.incidence.graph.columns)
      },
      row(context.words("memberships", "adhésions", "adhesiones"), 0) {
        Double($0.incidence.graph.tieCount)
      },
      row(context.words("density", "densité", "densidad"), 4) { $0.bipartite.density },
      row(
        context.words(
          "Gini of alliances per organisation", "Gini des alliances par organisation",
          "Gini de alianzas por organización"), 4
      ) { CountInequality($0.incidence.graph.rowDegrees).gini },
      row(context.words("parts", "composantes", "componentes"), 0) { Double($0.components.count) },
      row(
        context.words(
          "largest part, organisations", "plus grande composante, organisations",
          "componente mayor, organizaciones"), 0
      ) { $0.components.first.map(Double.init) },
      row(context.words("fragmentation", "fragmentation", "fragmentación"), 4) {
        $0.fragmentation
      },
      row(context.words("nestedness (NODF)", "emboîtement (NODF)", "anidamiento (NODF)"), 2) {
        $0.bipartite.nestedness.total
      },
      row("Robins-Alexander", 4) { $0.bipartite.robinsAlexander },
      row("Latapy", 4) { $0.bipartite.latapyRows },
    ]
    return Display(
      title: context.words(
        "Structure of the network", "Structure du réseau", "Estructura de la red"),
      columns: [
        Display.Column("", isNumeric: false),
        Display.Column(context.words("direct", "direct", "directo")),
        Display.Column(context.words("federated", "fédéré", "federado")),
      ], rows: rows)
  }

  /// Each index beside its mean and spread in random networks of the same margins.
  public func nullDisplay(_ context: DisplayContext) -> Display? {
    Display(sides.map(\.null), context)
  }
}

extension Display {
  /// Indices beside their mean and spread in random memberships of the same margins, the first forty; `nil` without draws.
  public init?(_ models: [NullModel], _ context: DisplayContext) {
    let indices = models.flatMap(\.indices)
    guard let first = models.first, !indices.isEmpty else { return nil }
    let rows = indices.prefix(40).map { index -> [String] in
      let name = Catalogue[index.indicator]?.name[context.language] ?? index.indicator
      let values: [Double?] = [
        index.comparison?.observed, index.comparison?.mean, index.comparison?.deviation,
        index.comparison?.z, index.comparison?.twoSided,
      ]
      return [name, index.component] + values.map { context.style.text($0, decimals: 4) }
    }
    let left = indices.count - rows.count
    let more = context.words(
      "\(left) more indices are in the CSV form.", "\(left) autres indices dans la forme CSV.",
      "\(left) índices más en la forma CSV.")
    self.init(
      title: context.words(
        "Beside random networks", "Face à des réseaux aléatoires", "Frente a redes aleatorias"),
      columns: [
        Column(context.words("index", "indice", "índice"), isNumeric: false),
        Column(context.words("part", "partie", "parte"), isNumeric: false),
      ]
        + [
          context.words("observed", "observé", "observado"),
          context.words("mean", "moyenne", "media"),
          context.words("sd", "écart type", "desv."), "z", "p",
        ].map { Column($0) }, rows: rows,
      notes: (left > 0 ? [more] : []) + [first.text(context)])
  }
}

extension NullModel {
  /// How the draws were made, for people.
  fileprivate func text(_ context: DisplayContext) -> String {
    switch kind {
    case .curveball:
      context.words(
        "\(draws) draws with the same numbers of memberships and members (curveball), seed \(seed).",
        "\(draws) tirages de mêmes nombres d'adhésions et de membres (curveball), graine \(seed).",
        "\(draws) sorteos con los mismos números de adhesiones y miembros (curveball), semilla "
          + "\(seed).")
    case .switching:
      context.words(
        "\(draws) draws in which every node has as many ties (exchanged ends), seed \(seed).",
        "\(draws) tirages où chaque nœud a autant de liens (extrémités échangées), graine \(seed).",
        "\(draws) sorteos en que cada nodo tiene los mismos vínculos (extremos intercambiados), "
          + "semilla \(seed).")
    }
  }
}

extension Display {
  /// A plain list of observations for people: the component, the value, and what is to be known of it.
  static func list(
    _ title: String, _ observations: [Observation], _ context: DisplayContext, decimals: Int = 4,
    notes: [String] = []
  ) -> Display {
    Display(
      title: title,
      columns: [
        Column(context.words("indicator", "indicateur", "indicador"), isNumeric: false),
        Column(context.words("part", "partie", "parte"), isNumeric: false),
        Column(context.words("value", "valeur", "valor")),
        Column(context.words("note", "note", "nota"), isNumeric: false),
      ],
      rows: observations.map { row in
        [
          Catalogue[row.indicator]?.name[context.language] ?? row.indicator, row.component,
          context.style.text(
            row.value, decimals: row.value == row.value?.rounded() ? 0 : decimals), row.note,
        ]
      }, notes: notes)
  }
}

extension TieStructure {
  /// All numbers, one a line, and those beside random graphs.
  public func displays(_ context: DisplayContext) -> [Display] {
    let own = observations.filter { !$0.indicator.hasPrefix("network.null_") }
    return [
      .list(
        context.words("Structure of the ties", "Structure des liens", "Estructura de los vínculos"),
        own, context)
    ] + [Display([null], context)].compactMap(\.self)
  }
}
