internal import ESSData

extension AllianceLevel {
  /// The level in words.
  var title: Translated {
    switch self {
    case .subnational: Translated(en: "sub-national", fr: "infranational", es: "subnacional")
    case .national: Translated(en: "national", fr: "national", es: "nacional")
    case .continental: Translated(en: "continental", fr: "continental", es: "continental")
    case .international: Translated(en: "international", fr: "international", es: "internacional")
    }
  }
}

extension AlliancePresence.Reach {
  /// The reach in a language.
  func name(_ context: DisplayContext) -> String {
    switch self {
    case .direct: context.words("direct", "directe", "directo")
    case .federated: context.words("federated", "fédérée", "federado")
    }
  }
}

extension AllianceLevels {
  /// Who reaches wider levels, directly and through federations.
  public func articulationDisplay(_ context: DisplayContext) -> Display {
    let style = context.style
    let pairs = articulations.filter { $0.reach == .direct && $0.count > 0 }
    let cells = pairs.map { direct -> [String] in
      let federated = articulations.first {
        $0.members == direct.members && $0.from == direct.from && $0.to == direct.to
          && $0.reach == .federated
      }
      return [
        members(direct.members, context), direct.from.title[context.language],
        direct.to.title[context.language],
        "\(direct.count)", style.text(direct.share, decimals: 3),
        style.text(federated?.share, decimals: 3),
      ]
    }
    return Display(
      title: context.words(
        "Vertical articulation", "Articulation verticale", "Articulación vertical")
        + ", \(view.selection.name)",
      columns: [
        Display.Column(context.words("members", "membres", "miembros"), isNumeric: false),
        Display.Column(context.words("from", "de", "de"), isNumeric: false),
        Display.Column(context.words("to", "vers", "a"), isNumeric: false),
        Display.Column("n"),
        Display.Column(context.words("direct", "directe", "directa")),
        Display.Column(context.words("federated", "fédérée", "federada")),
      ], rows: cells,
      notes: [
        context.words(
          "Share that belongs to an alliance of the wider level, directly or through alliances that "
            + "belong to alliances.",
          "Part appartenant à une alliance de l'échelle plus large, directement ou par des alliances "
            + "membres d'alliances.",
          "Parte que pertenece a una alianza de escala más amplia, directamente o por alianzas "
            + "miembros de alianzas.")
      ])
  }

  private func members(
    _ members: Articulation.Members, _ context: DisplayContext
  ) -> String {
    switch members {
    case .alliance: context.words("alliances", "alliances", "alianzas")
    case .organisation: context.words("organisations", "organisations", "organizaciones")
    case .inFrame:
      context.words("organisations, ", "organisations, ", "organizaciones, ")
        + context.name(view.frame.code)
    }
  }

  /// The territories with a presence at each level, by weight.
  public func markDisplay(_ context: DisplayContext) -> Display {
    let style = context.style
    let rows: [(String, [Double])] = [
      (
        context.words(
          "local organisation in an alliance", "organisation locale dans une alliance",
          "organización local en una alianza"), marks.localAnchor
      ),
      (
        context.words("national alliance", "alliance nationale", "alianza nacional"),
        marks.national
      ),
      (
        context.words(
          "continental or international alliance", "alliance continentale ou internationale",
          "alianza continental o internacional"), marks.supranational
      ),
      (
        context.words(
          "local and supranational", "locale et supranationale", "local y supranacional"),
        marks.localAndSupranational
      ),
      (context.words("all three", "les trois", "las tres"), marks.levelComplete),
    ]
    let kinds = view.weights.kinds
    let isKnown = view.knowsLevels
    return Display(
      title: context.words(
        "Presence by level", "Présence par échelle", "Presencia por escala")
        + ", \(context.name(view.frame.code)), \(marks.name)",
      columns: [
        Display.Column(context.words("mark", "marque", "marca"), isNumeric: false),
        Display.Column(context.words("territories", "territoires", "territorios")),
      ] + kinds.map { $0.column(context) },
      rows: rows.map { name, mark in
        [name, isKnown ? "\(Int(mark.reduce(0, +)))" : "-"]
          + kinds.map {
            style.text(isKnown ? view.means(of: mark, by: $0)[0] : nil, decimals: 3)
          }
      },
      notes: isKnown
        ? []
        : [
          context.words(
            "The input gives no levels: columns 'level' of --organisations and of --alliances would.",
            "Les données ne donnent pas d'échelles : des colonnes 'level' de --organisations et de "
              + "--alliances le feraient.",
            "Los datos no dan escalas: columnas 'level' de --organisations y de --alliances lo harían."
          )
        ])
  }
}

extension AllianceReach {
  /// The territories that each actor reaches.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let size = view.frame.territories.count
    let cells = entries.map { entry -> [String] in
      let missing = view.frame.territories.indices.filter { !entry.territories.contains($0) }
      let isMost = missing.count < entry.territories.count
      let listed = (isMost ? missing : entry.territories).map { view.frame.territories[$0] }
      let list = context.list(listed, most: 12)
      return [
        view.network.organisations[entry.organisation].name, entry.reach.name(context),
        "\(entry.territories.count)/\(size)", style.text(entry.shapley, decimals: 2),
        "\(entry.unique.count)",
        isMost && !listed.isEmpty
          ? context.words("all but ", "tous sauf ", "todos menos ") + list : list,
      ]
    }
    return Display(
      title: context.words("Reach of actors", "Portée des acteurs", "Alcance de los actores")
        + ", \(context.name(view.frame.code))",
      columns: [
        Display.Column(context.words("actor", "acteur", "actor"), isNumeric: false),
        Display.Column(context.words("reach", "portée", "alcance"), isNumeric: false),
        Display.Column(context.words("territories", "territoires", "territorios")),
        Display.Column("Shapley"),
        Display.Column(context.words("only by it", "par lui seul", "solo por él")),
        Display.Column(context.words("which", "lesquels", "cuáles"), isNumeric: false),
      ], rows: cells,
      notes: [
        context.words(
          "Tiers \(view.selection.tiers.joined(separator: "+")). Federated: through alliances that belong to "
            + "an alliance of the actor. Programmes (tier C) are no membership, and observers carry "
            + "influence upwards, not resources downwards.",
          "Niveaux \(view.selection.tiers.joined(separator: "+")). Fédérée : par des alliances membres d'une "
            + "alliance de l'acteur. Un programme (niveau C) n'est pas une adhésion, et un observateur "
            + "porte l'influence vers le haut, non les ressources vers le bas.",
          "Niveles \(view.selection.tiers.joined(separator: "+")). Federado: por alianzas que pertenecen a "
            + "una alianza del actor. Un programa (nivel C) no es membresía, y los observadores llevan "
            + "influencia hacia arriba, no recursos hacia abajo.")
      ])
  }
}

extension AllianceEvolution {
  /// Ties, alliances and communities from year to year.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let cells = steps.map { step -> [String] in
      let survival = step.alliances > 0 ? Double(step.surviving) / Double(step.alliances) : nil
      let stability = step.communities.flatMap {
        $0.common > 0 ? Double($0.stayed) / Double($0.common) : nil
      }
      return [
        "\(step.from)-\(step.to)", "\(step.memberships.kept)", "\(step.memberships.formed)",
        "\(step.memberships.dissolved)", style.text(step.memberships.jaccard, decimals: 3),
        style.text(step.coMemberships?.jaccard, decimals: 3), "\(step.alliances)",
        "\(step.founded.count)", style.text(survival, decimals: 3),
        style.text(stability, decimals: 3),
      ]
    }
    return Display(
      title: context.words("Evolution", "Évolution", "Evolución") + ", \(view.selection.name)",
      columns: [
        Display.Column(context.words("years", "années", "años"), isNumeric: false),
        Display.Column(context.words("kept", "gardés", "mantenidos")),
        Display.Column(context.words("formed", "formés", "formados")),
        Display.Column(context.words("dissolved", "dissous", "disueltos")),
        Display.Column(context.words("Jaccard", "Jaccard", "Jaccard")),
        Display.Column(
          context.words("Jaccard (shared)", "Jaccard (partagées)", "Jaccard (compartidas)")),
        Display.Column(context.words("alliances", "alliances", "alianzas")),
        Display.Column(context.words("new", "nouvelles", "nuevas")),
        Display.Column(context.words("survival", "survie", "supervivencia")),
        Display.Column(
          context.words("communities kept", "communautés gardées", "comunidades mantenidas")),
      ], rows: cells,
      notes: [
        context.words(
          "Few relations have a recorded end and \(style.text(datedShare.map { $0 * 100 }, decimals: 0)) % a "
            + "recorded start: dissolution is under-recorded, formation partly the date of a source.",
          "Peu de relations ont une fin recensée et \(style.text(datedShare.map { $0 * 100 }, decimals: 0)) % un "
            + "début recensé : la dissolution est sous-recensée, la formation parfois la date d'une source.",
          "Pocas relaciones tienen un fin registrado y \(style.text(datedShare.map { $0 * 100 }, decimals: 0)) % "
            + "un inicio registrado: la disolución está subregistrada, la formación a veces es la fecha de "
            + "una fuente.")
      ])
  }
}
