internal import ESSData

extension AllianceContributions {
  /// The players that contribute most to coverage, with what is lost without them.
  public func display(_ context: DisplayContext, most: Int = 15) -> Display {
    let style = context.style
    let order = contributions.indices.sorted {
      (-contributions[$0].shapley, $0) < (-contributions[$1].shapley, $1)
    }
    let columns = [
      Display.Column(heading(context), isNumeric: false),
      Display.Column(context.words("reach", "portée", "alcance")),
      Display.Column(context.words("only by it", "par elle seule", "solo por ella")),
      Display.Column("Shapley"),
      Display.Column(context.words("coverage lost", "couverture perdue", "cobertura perdida")),
      Display.Column(context.words("depth lost", "profondeur perdue", "profundidad perdida")),
      Display.Column(
        context.words("3 levels (Shapley)", "3 échelles (Shapley)", "3 escalas (Shapley)")),
    ]
    let cells = order.prefix(most).map { index -> [String] in
      let entry = contributions[index]
      return [
        entry.name, "\(entry.reach)", "\(entry.unique.count)",
        style.text(entry.shapley, decimals: 2), style.text(entry.loss[.plain], decimals: 3),
        style.text(entry.depthLoss, decimals: 3), style.text(entry.completeness, decimals: 2),
      ]
    }
    let left = contributions.count - cells.count
    let cut =
      left <= 0
      ? []
      : [context.words("\(left) more are not shown.", "\(left) de plus.", "\(left) más.")]
    return Display(
      title: title(context) + ", \(view.selection.name)/direct", columns: columns, rows: cells,
      notes: cut + [
        context.words(
          "Shapley: territories covered, shared equally among all that reach them; the sum is the number "
            + "of covered territories. Lost: what falls when it leaves.",
          "Shapley : territoires couverts, partagés également entre tous ceux qui les touchent ; la "
            + "somme est le nombre de territoires couverts. Perdu : ce qui disparaît avec elle.",
          "Shapley: territorios cubiertos, repartidos por igual entre todos los que los alcanzan; la "
            + "suma es el número de territorios cubiertos. Perdido: lo que cae sin ella.")
      ])
  }

  private func heading(_ context: DisplayContext) -> String {
    switch players {
    case .alliances: context.words("alliance", "alliance", "alianza")
    case .levels: context.words("level", "échelle", "escala")
    case .organisations: context.words("organisation", "organisation", "organización")
    }
  }

  private func title(_ context: DisplayContext) -> String {
    switch players {
    case .alliances:
      context.words(
        "What alliances contribute", "Apport des alliances", "Aporte de las alianzas")
    case .levels:
      context.words(
        "What levels contribute", "Apport des échelles", "Aporte de las escalas")
    case .organisations:
      context.words(
        "What organisations contribute", "Apport des organisations",
        "Aporte de las organizaciones")
    }
  }
}

extension FederatedContributions {
  /// The organisations that carry most of the federated reach.
  public func display(_ context: DisplayContext, most: Int = 15) -> Display {
    let order = organisations.indices.sorted {
      (-shapley.values[$0], $0) < (-shapley.values[$1], $1)
    }
    let cells = order.prefix(most).map { k in
      [
        view.network.organisations[organisations[k]].name,
        context.style.text(shapley.values[k], decimals: 3),
        context.style.text(shapley.standardErrors?[k], decimals: 3),
      ]
    }
    return Display(
      title: context.words(
        "Who carries federated reach", "Qui porte la portée fédérée",
        "Quién sostiene el alcance federado") + ", \(view.selection.name)",
      columns: [
        Display.Column(
          context.words("organisation", "organisation", "organización"), isNumeric: false),
        Display.Column("Shapley"),
        Display.Column(context.words("std. error", "erreur type", "error estándar")),
      ], rows: cells,
      notes: [
        context.words(
          "Alliances reached by a territory on average, shared among \(organisations.count) organisations.",
          "Alliances touchées par un territoire en moyenne, partagées entre \(organisations.count) "
            + "organisations.",
          "Alianzas alcanzadas por un territorio en promedio, repartidas entre \(organisations.count) "
            + "organizaciones.")
      ])
  }
}

extension CoverageTimeline {
  /// Coverage year by year.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let kinds = view.weights.kinds
    let cells = entries.map { entry -> [String] in
      let share = entry.relations > 0 ? Double(entry.dated) / Double(entry.relations) : nil
      let depth = view.weights.mean(of: entry.depth, over: Array(entry.depth.indices), by: .plain)
      return ["\(entry.year)"] + kinds.map { style.text(entry.coverage[$0], decimals: 3) } + [
        style.text(depth, decimals: 2), "\(entry.alliances)", "\(entry.relations)",
        style.text(share, decimals: 2),
      ]
    }
    return Display(
      title: context.words(
        "Coverage by year", "Couverture par année", "Cobertura por año")
        + ", \(view.selection.name)/direct",
      columns: [Display.Column(context.words("year", "année", "año"))]
        + kinds.map { $0.column(context) } + [
          Display.Column(context.words("depth", "profondeur", "profundidad")),
          Display.Column(context.words("alliances", "alliances", "alianzas")),
          Display.Column(context.words("relations", "relations", "relaciones")),
          Display.Column(
            context.words("share dated", "part datée", "parte fechada")),
        ], rows: cells,
      notes: [
        context.words(
          "A relation counts from its first year or, where that is unknown, from the year its source "
            + "describes: early years are under-recorded.",
          "Une relation compte dès sa première année ou, si elle est inconnue, dès l'année décrite par "
            + "sa source : les premières années sont sous-recensées.",
          "Una relación cuenta desde su primer año o, si no se conoce, desde el año que describe su "
            + "fuente: los primeros años están subregistrados.")
      ])
  }
}
