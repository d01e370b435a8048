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
  public func nullDisplay(_ context: DisplayContext) -> Display {
    let style = context.style
    let rows = sides.flatMap { side in
      side.nulls.map { entry -> [String] in
        let name = String(entry.indicator.split(separator: ".").last ?? "")
        let path = [side.incidence.options.reach.rawValue, name, entry.component]
        let values: [Double?] = [
          entry.comparison?.observed, entry.comparison?.mean, entry.comparison?.deviation,
          entry.comparison?.z, entry.comparison?.twoSided,
        ]
        return [path.filter { !$0.isEmpty }.joined(separator: "/")]
          + values.map { style.text($0, decimals: 4) }
      }
    }
    return Display(
      title: context.words(
        "Beside random networks", "Face à des réseaux aléatoires", "Frente a redes aleatorias"),
      columns: [Display.Column(context.words("index", "indice", "índice"), isNumeric: false)]
        + [
          context.words("observed", "observé", "observado"),
          context.words("mean", "moyenne", "media"),
          context.words("sd", "écart type", "desv."), "z", "p",
        ].map { Display.Column($0) }, rows: rows,
      notes: [
        context.words(
          "\(draws) draws with the same numbers of memberships and members (curveball), seed \(seed).",
          "\(draws) tirages de mêmes nombres d'adhésions et de membres (curveball), graine \(seed).",
          "\(draws) sorteos con los mismos números de adhesiones y miembros (curveball), semilla "
            + "\(seed).")
      ])
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
  /// All numbers, one a line.
  public func display(_ context: DisplayContext) -> Display {
    .list(
      context.words("Structure of the ties", "Structure des liens", "Estructura de los vínculos"),
      observations, context)
  }
}
